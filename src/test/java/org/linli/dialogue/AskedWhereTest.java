package org.linli.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
