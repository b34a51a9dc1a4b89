package org.linli.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.dialogue.Talking.inGroup;
import static org.linli.dialogue.Talking.stranger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    @ValueSource(strings = {"+1，我家厕所也返", "＋1 我们楼也臭", "+1,一样的"})
    void whoSaysMoreBesidePlusOneMeansItAsWell(String words) {
        assertThat(Reference.in(words)).contains(Reference.ECHO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1，要两箱", "+1 我报名", "+1，我买3斤", "+1，几点开始？"})
    void whatIsOrderedTogetherIsNoEcho(String words) {
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
