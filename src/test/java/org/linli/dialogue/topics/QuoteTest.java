package org.linli.dialogue.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.dialogue.Neighbourhood.OF_BUILDING_3;
import static org.linli.dialogue.Neighbourhood.OF_GRID;
import static org.linli.dialogue.Talking.inGroup;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.dialogue.Talking;

/// Whoever answers an earlier message means what that was about, however much was said since.
class QuoteTest {

    private static final Topic LIFT = topic("LM-2026-000124", "report.elevator", "b3", 0);
    private static final Topic LIGHT = topic("LM-2026-000123", "report.power", "b3", 40);
    private static final Topic WATER_OF_5 = topic("LM-2026-000122", "report.water", "b5", 60);
    private static final Topic WATER_OF_3 = topic("LM-2026-000121", "report.water", "b3", 80);

    @ParameterizedTest
    @ValueSource(strings = {"+1", "我家也是", "一样"})
    void anEchoMeansWhatItPointsAtAndNotTheLatest(String words) {
        assertThat(about(speaking().pointingAt("楼道灯不亮了").says(words))).isEqualTo(LIGHT.about());
        assertThat(about(speaking().pointingAt("电梯又停了").says(words))).isEqualTo(LIFT.about());
    }

    @Test
    void hoursLaterItStillDoes() {
        var talk = speaking().after(Duration.ofHours(5)).pointingAt("楼道灯不亮了").says("+1");

        assertThat(about(talk)).isEqualTo(LIGHT.about());
        speaking().after(Duration.ofHours(5)).says("+1").hearsNothing();
    }

    @Test
    void theNumberInOurOwnWordsTellsMoreThanTheyMean() {
        assertThat(about(speaking().pointingAt("已登记：LM-2026-000123 电梯旁边").says("+1")))
                .isEqualTo(LIGHT.about());
    }

    /// Mrs Wang lives in building 3: what building 5 has, she has for herself.
    @Test
    void ofTwoAlikeThePlaceDecides() {
        assertThat(atBothWaters().pointingAt("5栋停水了").says("+1").performed().about())
                .isNull();
        assertThat(about(atBothWaters().pointingAt("3栋停水了").says("+1"))).isEqualTo(WATER_OF_3.about());
    }

    @Test
    void whoPointsAtApplesWantsApples() {
        speaking().pointingAt("团购苹果，要的接龙").says("+1").hearsNothing();
    }

    @Test
    void anEchoThatIsPointedAtMeansWhatItMeant() {
        assertThat(about(speaking().pointingAt("我家也是").says("+1"))).isEqualTo(LIFT.about());
    }

    @Test
    void whatIsAskedForUnderAReportConcernsItsCase() {
        var talk = speaking().pointingAt("楼道灯不亮了").says("催一下").hears("case.urge");

        assertThat(about(talk)).isEqualTo(LIGHT.about());
        speaking().says("催一下").hearsNothing();
        speaking().pointingAt("团购苹果，要的接龙").says("催一下").hearsNothing();
    }

    @Test
    void whoWorksHereAnswersNeighboursThere() {
        Talking.staffInGroup(OF_BUILDING_3)
                .speakingOf(LIFT, LIGHT)
                .pointingAt("楼道灯不亮了")
                .says("催一下")
                .hearsNothing();
    }

    @Test
    void aProblemOfItsOwnStaysOne() {
        var talk = speaking().pointingAt("楼道灯不亮了").says("3栋停水了").hears("report.water");

        assertThat(talk.performed().about()).isNull();
    }

    /// Asked was about LM-2026-000001.
    @Test
    void solvedUnderAnotherReportIsNoAnswerToOurQuestion() {
        var group = OF_BUILDING_3.address();

        assertThat(inGroup(OF_BUILDING_3).waitingForVerdict(group).says("还是没解决").heard())
                .containsExactly("verdict");
        assertThat(speaking()
                        .waitingForVerdict(group)
                        .pointingAt("楼道灯不亮了")
                        .says("还是没解决")
                        .heard())
                .doesNotContain("verdict");
    }

    /// Our question is about LM-2026-000001, asked days ago.
    @Test
    void solvedUnderANeighboursOwnTroubleIsNoAnswerButUnderOurQuestionItIs() {
        assertThat(asked().pointingAt("我家路由器坏了").says("还是没解决").heard()).doesNotContain("verdict");
        assertThat(asked().pointingAt("编号 LM-2026-000009 已经办好了").says("还是没解决").heard())
                .doesNotContain("verdict");
        asked().after(Duration.ofDays(3))
                .pointingAt("编号 LM-2026-000001（电梯）已经办好了")
                .says("还是没解决")
                .hears("verdict");
    }

    @Test
    void aNumberThatNobodySpeaksOfAnyMoreIsNoOtherCase() {
        speaking().pointingAt("已登记：LM-2026-000099 楼道灯不亮").says("+1").hearsNothing();
    }

    @Test
    void anOfferBelowSomethingElseLeadsAwayFromWhatTheGroupSpokeOf() {
        int alone = speaking().says("团购苹果，要的扣1").ledAway();

        assertThat(alone).isPositive();
        assertThat(speaking().pointingAt("今天水果好便宜").says("团购苹果，要的扣1").ledAway()).isEqualTo(alone);
    }

    private static Talking asked() {
        return inGroup(OF_BUILDING_3).waitingForVerdict(OF_BUILDING_3.address());
    }

    private static Talking speaking() {
        return inGroup(OF_BUILDING_3).speakingOf(LIFT, LIGHT);
    }

    private static Talking atBothWaters() {
        return inGroup(OF_GRID).speakingOf(WATER_OF_5, WATER_OF_3);
    }

    private static String about(Talking talk) {
        return String.valueOf(talk.performed().about());
    }

    private static Topic topic(String about, String label, String place, int minutesAgo) {
        var at = Talking.NINE.minus(Duration.ofMinutes(minutesAgo));
        return new Topic(about, label, place, at, 0, 0, at);
    }
}
