package org.linli.dialogue.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.dialogue.Neighbourhood;
import org.linli.dialogue.RealTalks;
import org.linli.dialogue.Talking;
import org.linli.dialogue.phrases.Phrases;
import org.linli.dialogue.scene.RatherAQuestion;
import org.linli.dialogue.talk.Heard;
import org.linli.dialogue.where.Storey;
import org.linli.understanding.Entities;
import org.linli.understanding.Intent;
import org.linli.understanding.Ranked;
import org.linli.understanding.Understanding;

/// What people answer to "where is it?", and ask or tell instead, understood by what the program has really learnt.
class AskedWhereTest extends RealTalks {

    @ParameterizedTest
    @ValueSource(strings = {"5楼", "五楼", "在5楼", "5楼的", "就是五楼那里"})
    void aStoreyMayBeABuildingSoItIsAskedWhich(String words) {
        var talk = told(Talking.stranger(), "电梯坏了/" + words)
                .hears("ask-storey")
                .fact("building", "5栋")
                .fact("storey", words.contains("五") ? "五" : "5");

        assertThat(requests(talk, "5栋")).containsExactly("report.elevator b5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5层", "5楼", "五层"})
    void whoMeansTheStoreyIsAskedForTheBuilding(String words) {
        var talk = told(Talking.stranger(), "电梯坏了/5楼/" + words).hears("ask-place");

        assertThat(requests(talk, "3栋")).containsExactly("report.elevator b3");
        assertThat(talk.performed().detail()).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6楼", "三层", "5楼501"})
    void whatCanBeNothingButAStoreyIsKept(String words) {
        var talk = told(Talking.stranger(), "楼道灯不亮/" + words).hears("ask-place");

        assertThat(requests(talk, "3栋")).containsExactly("report.power b3");
        assertThat(talk.performed().detail()).isEqualTo(words);
    }

    @Test
    void aStoreyThatIsKnownIsAskedForNoMore() {
        var talk = told(Talking.stranger(), "电梯坏了/5楼/5楼/5楼");

        assertThat(talk.heard()).doesNotContain("ask-storey");
        assertThat(requests(Talking.stranger(), "电梯坏了/5楼/5楼/五楼/3栋")).containsExactly("report.elevator b3");
        assertThat(told(Talking.stranger(), "电梯坏了/5楼/5楼/5楼/3栋").performed().detail())
                .isEqualTo("5楼");
    }

    @ParameterizedTest
    @CsvSource({"3楼502, 3", "三楼502, 三", "12楼301, 12", "1楼1502, 1"})
    void aRoomOfAnotherStoreyIsInTheBuilding(String words, String number) {
        assertThat(new Storey(Talking.stranger().scene(new Heard.Said(words), false)).in(words))
                .isEmpty();
        assertThat(new Storey(Talking.stranger().scene(new Heard.Said(words), false)).in(number + "层502"))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"5楼501", "12楼1203", "十二楼1203", "五楼0501"})
    void aRoomOfThatStoreyIsNot(String words) {
        assertThat(new Storey(Talking.stranger().scene(new Heard.Said(words), false)).in(words))
                .isPresent();
    }

    @Test
    void ofTwoBuildingsWithOneNumberNoneIsGuessed() {
        var places = List.of(
                new Place("lm", Place.Kind.COMMUNITY, "柳明社区", null, List.of()),
                new Place("y", Place.Kind.COMPOUND, "阳光里", "lm", List.of()),
                new Place("t", Place.Kind.COMPOUND, "桃园", "lm", List.of()),
                new Place("y5", Place.Kind.BUILDING, "5栋", "y", List.of()),
                new Place("y6", Place.Kind.BUILDING, "6栋", "y", List.of()),
                new Place("t5", Place.Kind.BUILDING, "5栋", "t", List.of()));
        var map = new CommunityMap(Neighbourhood.ID, "柳明社区", places, List.of(), List.of(), List.of());
        var storey = new Storey(Talking.stranger().at(map).scene(new Heard.Nothing(), true));

        assertThat(storey.in("6楼").flatMap(Storey.Read::building)).isPresent();
        assertThat(storey.in("5楼")).isEmpty();
        assertThat(storey.in("5层")).isPresent();
        told(Talking.stranger().at(map), "电梯坏了/5楼").hears("which-place");
    }

    @Test
    void whereBuildingsAreCalledSoItIsABuilding() {
        assertThat(requests(Talking.stranger(), "楼道灯不亮/3楼2单元")).containsExactly("report.power b3-2");
        told(Talking.stranger(), "楼道灯不亮/8楼").hears("which-place");
    }

    @Test
    void inAnEmergencyNobodyGuessesTheBuildingEither() {
        var talk = told(Talking.stranger(), "着火了/5楼").hears("emergency-more", "ask-place");

        talk.staffHears("staff-emergency-more");
        assertThat(talk.says("3栋").place()).isEqualTo("b3");
        talk.staffHears("staff-emergency-place");
    }

    @ParameterizedTest
    @ValueSource(strings = {"等一下我看看是几栋", "稍等 我问下哪一栋", "我去看看是几栋", "我先问问是哪个单元"})
    void whoLooksItUpIsWaitedFor(String words) {
        var talk = told(Talking.stranger(), "电梯坏了/" + words).hears("take-your-time");

        assertThat(requests(talk, "3栋")).containsExactly("report.elevator b3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"我想问什么时候能修好", "想问几点下班", "问下什么时候来人", "想问哪里交物业费", "问一下多少钱"})
    void aQuestionIsNotWaitedFor(String words) {
        assertThat(told(Talking.stranger(), "电梯坏了/" + words).heard()).doesNotContain("take-your-time");
    }

    @Test
    void nothingIsLookedUpThatWasNotAsked() {
        assertThat(told(Talking.stranger().shows("m1"), "我看看是几栋").heard()).doesNotContain("take-your-time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"不知道是几楼", "我也不知道是哪栋", "说不清", "不清楚在哪"})
    void whoDoesNotKnowIsAskedOtherwise(String words) {
        told(Talking.stranger(), "楼上一直咚咚咚/" + words).hears("ask-place").fact("round", "again");
    }

    @Test
    void whatDescribesThePlaceWithoutNamingOneIsKept() {
        var talk = told(Talking.stranger(), "下水道反味/主卫/3-2-501");

        assertThat(talk.performed().text()).contains("主卫");
        assertThat(told(Talking.stranger(), "下水道反味/不知道是几楼/3栋").performed().text())
                .doesNotContain("不知道");
    }

    @Test
    void afterAPictureThePlaceMayComeFirst() {
        var talk = Talking.stranger().shows("m1");

        told(talk, "你们看看这像话吗/3栋门口").hears("ask-words");
        assertThat(requests(talk, "垃圾没人收")).containsExactly("report.sanitation b3");
    }

    @Test
    void whatWaitedIsAskedForWhereTheOtherWas() {
        var talk = told(Talking.stranger(), "楼道里闻到一股怪味/楼道灯不亮了/3栋").hears("report.power", "ask-place-same");
        assertThat(requests(talk, "是的")).containsExactly("report.sanitation b3");

        told(Talking.stranger(), "楼道里闻到一股怪味/楼道灯不亮了/3栋/不是").hears("ask-place");
        assertThat(requests(Talking.stranger(), "楼道里闻到一股怪味/楼道灯不亮了/3栋/5栋")).containsExactly("report.sanitation b5");
    }

    @Test
    void nobodysHomeIsAtTheGate() {
        var talk = Talking.stranger();

        assertThat(requests(talk, "东门垃圾堆成山还有我家停水")).containsExactly("report.sanitation gate");
        assertThat(requests(talk, "3栋")).containsExactly("report.water b3");
        assertThat(requests(Talking.stranger(), "3栋电梯坏了还有我家停水"))
                .containsExactly("report.elevator b3", "report.water b3");
    }

    @Test
    void aQuestionBesideAReportIsNoReport() {
        assertThat(requests(Talking.stranger(), "3栋楼道灯不亮另外物业费怎么交")).first().isEqualTo("report.power b3");
        assertThat(requests(Talking.stranger(), "3栋楼道灯不亮另外物业费怎么交")).noneMatch(it -> it.startsWith("report.property"));
    }

    @ParameterizedTest
    @CsvSource({"我要举报5栋1单元501群租, report.", "我要投诉3栋楼上半夜拖椅子, report.noise"})
    void whoAnnouncesAMatterTellsOne(String words, String label) {
        assertThat(requests(Talking.stranger(), words))
                .singleElement()
                .asString()
                .startsWith(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"什么时候才能修好", "多久能修好啊", "啥时候来人修"})
    void whoAsksWhenItWillBeMendedReportsNothing(String words) {
        assertThat(requests(Talking.stranger(), words)).containsExactly("case.progress ");
    }

    @ParameterizedTest
    @CsvSource({"3栋楼道灯坏了什么时候修", "下水道堵了，什么时候来人处理", "水管爆了多久能来人", "楼道灯不亮什么时候修"})
    void whoTellsWhatIsWrongReportsItWhateverTheyAsk(String words) {
        var talk = told(Talking.stranger(), words);

        assertThat(words.contains("3栋") || !Phrases.asksWhen(words)).isTrue();
        assertThat(talk.requests()).noneMatch(it -> it.intent().label().equals("case.progress"));
        assertThat(talk.talk().top().isPresent() || !talk.requests().isEmpty()).isTrue();
    }

    @Test
    void whoAsksForThePriceOfAMendingReportsIt() {
        var talk = told(Talking.stranger(), "下水道堵了 修一下多少钱").hears("ask-place");

        assertThat(requests(talk, "3栋")).singleElement().asString().startsWith("report.");
        told(Talking.stranger(), "停车费多少钱").hears("passed-on");
    }

    @ParameterizedTest
    @CsvSource({"物业费怎么交, 0.1, ask.office", "下水道堵了 修一下多少钱, 0.1, report.sewage", "漏气 电话是多少, 0.7, report.sewage"})
    void aQuestionKeepsWhatItMayBeBesides(String words, double danger, String label) {
        var ranking = List.of(new Ranked(new Intent("report.sewage"), 0.6), new Ranked(new Intent("emergency"), 0.35));
        var meant = new Understanding(ranking.getFirst().intent(), 0.6, ranking, Entities.NONE, danger);
        var understood = RatherAQuestion.of(words, meant);

        assertThat(understood.intent().label()).isEqualTo(label);
        assertThat(understood.ranking()).isEqualTo(ranking);
    }

    @ParameterizedTest
    @CsvSource({"有个问题, ask-words", "ok thx, thanks"})
    void littleWordsAreAnsweredForWhatTheyAre(String words, String heard) {
        told(Talking.stranger(), words).hears(heard);
    }

    @Test
    void whatComesAfterAGreetingCounts() {
        told(Talking.stranger(), "你好 我是新搬来的 请问垃圾分类怎么弄").hears("passed-on");
        told(Talking.stranger(), "你好 在吗").hears("greeting");
    }

    @Test
    void whatOnlyGoesOnOpensNoSecondRequest() {
        assertThat(requests(Talking.stranger(), "又停水了/天天停/3栋")).containsExactly("report.water b3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"停水了吗", "是不是停电了", "5栋停电了没"})
    void amongNeighboursAQuestionIsNoReport(String words) {
        told(Talking.inGroup(Neighbourhood.OF_GRID), words).hearsNothing();
        assertThat(requests(Talking.inGroup(Neighbourhood.OF_BUILDING_3), "电梯怎么又坏了？"))
                .containsExactly("report.elevator b3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"电梯又坏了 物业死绝了吗", "楼道灯又坏了，物业倒闭了吗", "三天没收垃圾了，保洁都放假了吗", "楼上是不是漏水 我家天花板滴水", "怎么又停电了吗", "天天停水物业下班了吗"})
    void aReportThatEndsRudelyIsNoQuestionToNeighbours(String words) {
        assertThat(Phrases.asksWhetherSo(words)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"钥匙断锁里了", "帮我写个作文"})
    void whatNobodyUnderstandsIsNotCalledSmallTalk(String words) {
        told(Talking.stranger(), words).hears("not-understood");
    }

    @ParameterizedTest
    @ValueSource(strings = {"昨天那个通知再发一遍", "还是订阅吧", "那个通知再发我一下"})
    void whoWantsToHearMoreIsNotLeftWithoutNews(String words) {
        assertThat(told(Talking.stranger(), words).heard()).doesNotContain("unsubscribed");
    }
}
