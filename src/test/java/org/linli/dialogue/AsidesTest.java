package org.linli.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.dialogue.Talking.inGroup;
import static org.linli.dialogue.Talking.stranger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.dialogue.danger.DangerOver;
import org.linli.dialogue.phrases.Phrases;
import org.linli.dialogue.topics.Reference;
import org.linli.dialogue.topics.Topic;

/// What people say while we wait for something else, or after it.
class AsidesTest {

    @ParameterizedTest
    @ValueSource(strings = {"算了，不报了", "算了算了不说了", "算了吧", "那算了，谢谢", "不用了不用了", "不说了，算了。谢谢您", "我不报了"})
    void whoDropsItInAnyWordsIsNotAskedAgain(String words) {
        assertThat(stranger()
                        .says("垃圾没人收")
                        .says(words)
                        .hears("cancelled")
                        .talk()
                        .top())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"不用等了快来修", "算了算电费不对", "不要再吵了"})
    void whoSaysMoreDropsNothing(String words) {
        assertThat(stranger().says("垃圾没人收").says(words).heard()).doesNotContain("cancelled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"物业费多少钱一平", "停车怎么收费", "补贴怎么申请"})
    void whoAsksSomethingElseHasNotFailedToAnswer(String words) {
        var talk = stranger().says("垃圾没人收").says(words);

        assertThat(talk.heard().getFirst()).isIn("passed-on", "ask.policy");
        assertThat(talk.talk().top())
                .isPresent()
                .hasValueSatisfying(it -> assertThat(it.failures()).isZero());
        assertThat(talk.says("3栋").performed().place()).isNotNull();
    }

    @Test
    void whoIsAtHomeAndUnknownIsAskedWhereTheyLive() {
        var talk = stranger().says("垃圾没人收").says("家里").hears("ask-place").fact("round", "home");

        assertThat(talk.says("就在家里").says("家里啊").says("3栋").place()).isEqualTo("b3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"好的", "嗯嗯", "知道了"})
    void whoNodsIsNotToldWhatElseWeCanDo(String words) {
        stranger().says("垃圾没人收").says("算了").says(words).hearsNothing();
    }

    @Test
    void aQuestionIsNoAddition() {
        stranger().says("3栋灯坏了").says("好像那个灯修了没？").hears("case.progress");
    }

    @ParameterizedTest
    @ValueSource(strings = {"三单元那个灯修了没？", "电梯修好了吗", "水管处理没有啊", "垃圾有人来没", "弄好没", "门禁换了吗?", "井盖修没修好没"})
    void howFarItIs(String words) {
        assertThat(Phrases.asksHowFar(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3栋501漏水到我家，麻烦你们处理下好吗",
                "3栋502漏水了，可以修吗",
                "麻烦处理一下好吗",
                "能不能处理下好吗",
                "隔壁老人好几天没出门了，帮忙看看好吗",
                "隔壁天天打孩子，你们能处理吗",
                "快递柜坏了，能修吗",
                "能派人来修了吗"
            })
    void whoAsksForItReports(String words) {
        assertThat(Phrases.asksHowFar(words)).isFalse();
    }

    @Test
    void noSetPhraseIsLong() {
        assertThat(Phrases.isCancel("算".repeat(2_000))).isFalse();
        assertThat(DangerOver.isSaid("好了".repeat(2_000))).isFalse();
        assertThat(Phrases.asksHowFar("好".repeat(2_000))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1，我家厕所也返", "＋1 我们楼也臭", "+1,一样的"})
    void whoSaysMoreBesidePlusOneMeansItAsWell(String words) {
        assertThat(Reference.in(words)).contains(Reference.ECHO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1，要两箱", "+1 我报名", "+1，我买3斤", "+1，几点开始？", "+1 好想吃火锅", "+1 太可爱了", "+1 恭喜恭喜", "+1，我也想去爬山"})
    void whatIsOrderedTogetherOrSaidOfAnythingIsNoEcho(String words) {
        assertThat(Reference.in(words)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1，要两箱", "＋1 我买3斤"})
    void plusOneAtTheBeginningInvitesNobody(String words) {
        assertThat(besideATopic(words)).isEqualTo(1);
    }

    @Test
    void whoeverAsksForItInvites() {
        assertThat(besideATopic("想买鸡蛋的+1")).isEqualTo(100);
    }

    private static int besideATopic(String words) {
        var drain = new Topic("LM-2026-000124", "report.water", "b3", Talking.NINE, 0, 0, Talking.NINE);
        return inGroup(Neighbourhood.OF_BUILDING_3)
                .speakingOf(drain)
                .says(words)
                .ledAway();
    }
}
