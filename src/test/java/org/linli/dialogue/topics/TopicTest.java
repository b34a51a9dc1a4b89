package org.linli.dialogue.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.dialogue.Neighbourhood.OF_BUILDING_3;
import static org.linli.dialogue.Neighbourhood.OF_GRID;
import static org.linli.dialogue.Talking.inGroup;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.dialogue.Talking;

/// One neighbour tells a problem, the others say "mine too".
class TopicTest {

    private static final Topic LIGHT =
            new Topic("LM-2026-000123", "report.power", "b3", Talking.NINE, 0, 0, Talking.NINE);

    private static final Topic LIFT =
            new Topic("LM-2026-000124", "report.elevator", "b3", Talking.NINE, 0, 0, Talking.NINE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1",
                "＋1",
                "加一",
                "我也是",
                "我们也是",
                "同问",
                "一样",
                "一样的",
                "ours too",
                "Me too!",
                "我家也是",
                "我家也不亮了",
                "我们单元也是",
                "二单元也没有",
                "咱楼也是这样"
            })
    void whoeverSaysThatItIsTheSameJoins(String words) {
        var talk = inGroup(OF_BUILDING_3).speakingOf(LIGHT).says(words).hears("topic-joined");

        assertThat(talk.performed().about()).isEqualTo(LIGHT.about());
        assertThat(talk.performed().intent().label()).isEqualTo("report.power");
        assertThat(talk.performed().text()).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "我也不知道",
                "我家也不知道怎么弄",
                "你家也这样吗",
                "我家也有个娃",
                "也是醉了",
                "一样的价格更便宜",
                "就是说嘛",
                "就是就是",
                "顶楼房子出租",
                "我也是服了你们了",
                "1",
                "晚上吃什么"
            })
    void whatOnlySoundsLikeItIsLeftInPeace(String words) {
        inGroup(OF_BUILDING_3).speakingOf(LIGHT).says(words).hearsNothing();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "我也按了 没动静",
                "我也按了没反应",
                "我刚按了也没反应",
                "我刚才也试了 不行",
                "试了也不行",
                "我也按了半天 还是不动",
                "我也等了十分钟 没下来",
                "按了也没用",
                "我按了好几下 也不亮",
                "我们也按了按钮，没动静",
                "俺也摁了 没反应",
                "我也按了电梯没反应"
            })
    void whoeverTriedItInVainTooJoins(String words) {
        var talk = inGroup(OF_BUILDING_3).speakingOf(LIFT).says(words).hears("topic-joined");

        assertThat(talk.performed().about()).isEqualTo(LIFT.about());
        assertThat(talk.performed().intent().label()).isEqualTo("report.elevator");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "我也按了 好的",
                "我也按了 正常",
                "我按了 没动静",
                "我也按了快递柜 没动静",
                "我也试了 领不了券",
                "我也等了 车没来人先到了",
                "我也按了 没动静吗",
                "你也试试 行不行",
                "我也开了一家店 不行就关",
                "我也试了 不贵",
                "我也等了 没来",
                "等了半天也没来",
                "开了也没用"
            })
    void whoTriedSomethingElseOrFoundItWorkingDoesNot(String words) {
        inGroup(OF_BUILDING_3).speakingOf(LIFT).says(words).hearsNothing();
    }

    @Test
    void afterOtherThingsWereSaidNobodyKnowsWhatWasTried() {
        var before = new Topic(LIFT.about(), LIFT.label(), "b3", LIFT.saidAt(), 5, 0, LIFT.lineAt());

        inGroup(OF_BUILDING_3).speakingOf(before).says("我也按了 没动静").hearsNothing();
        inGroup(OF_BUILDING_3)
                .speakingOf(LIFT)
                .after(Duration.ofMinutes(16))
                .says("我也按了 没动静")
                .hearsNothing();
    }

    @Test
    void whichOneItIsMakesThePlaceMoreExact() {
        var talk = inGroup(OF_BUILDING_3).speakingOf(LIGHT).says("就是2单元那个").hears("topic-joined");

        assertThat(Objects.requireNonNull(talk.performed().place()).id()).isEqualTo("b3-2");
        assertThat(talk.performed().about()).isEqualTo(LIGHT.about());
    }

    @Test
    void aPictureWithoutWordsRightAfterIsEvidence() {
        var talk = inGroup(OF_BUILDING_3).speakingOf(LIGHT).shows("p1").hears("topic-joined");

        assertThat(talk.performed().pictures()).hasSize(1);
        assertThat(talk.performed().about()).isEqualTo(LIGHT.about());
    }

    @Test
    void aPictureAfterSomethingElseWasSaidIsNot() {
        inGroup(OF_BUILDING_3).speakingOf(said(LIGHT.saidAt(), 1)).shows("p1").hearsNothing();
    }

    @Test
    void whoWantsApplesIsNotInTheDark() {
        inGroup(OF_BUILDING_3).speakingOf(said(LIGHT.saidAt(), 100)).says("+1").hearsNothing();
        inGroup(OF_BUILDING_3).speakingOf(said(LIGHT.saidAt(), 3)).says("+1").hearsNothing();
    }

    @Test
    void afterAQuarterOfAnHourABareEchoMeansNothing() {
        inGroup(OF_BUILDING_3)
                .speakingOf(LIGHT)
                .after(Duration.ofMinutes(16))
                .says("+1")
                .hearsNothing()
                .says("我家也是")
                .hears("topic-joined");
    }

    @Test
    void whatIsClearlyAnotherProblemIsReportedForItself() {
        var talk = inGroup(OF_BUILDING_3).speakingOf(LIGHT).says("我家电梯也坏了").hears("report.elevator");

        assertThat(talk.performed().about()).isNull();
    }

    @Test
    void anotherBuildingHasTheSameProblemForItself() {
        var talk = inGroup(OF_GRID).speakingOf(LIGHT).says("5栋也是").hears("report.power");

        assertThat(talk.place()).isEqualTo("b5");
        assertThat(talk.performed().about()).isNull();
    }

    @Test
    void inAGroupOfManyBuildingsTheHomeDecides() {
        var there = new Topic(LIGHT.about(), LIGHT.label(), "b5", LIGHT.saidAt(), 0, 0, LIGHT.lineAt());

        assertThat(inGroup(OF_GRID).speakingOf(there).says("我家也是").performed().about())
                .isNull();
        assertThat(inGroup(OF_GRID).speakingOf(LIGHT).says("我家也是").performed().about())
                .isEqualTo(LIGHT.about());
    }

    @Test
    void theGroupHearsOfTheFirstWhoJoinsAndThenNotForTenMinutes() {
        var joined = new Topic(LIGHT.about(), LIGHT.label(), "b3", LIGHT.saidAt(), 0, 1, LIGHT.lineAt());

        inGroup(OF_BUILDING_3).speakingOf(joined).says("+1").hears("");
        inGroup(OF_BUILDING_3)
                .speakingOf(joined)
                .after(Duration.ofMinutes(11))
                .says("+1")
                .hears("topic-joined");
        assertThat(inGroup(OF_BUILDING_3).speakingOf(joined).says("+1").letters())
                .isEmpty();
    }

    @Test
    void whoWorksHereDoesNotJoin() {
        Talking.staffInGroup(OF_BUILDING_3).speakingOf(LIGHT).says("我家也是").hearsNothing();
    }

    @Test
    void inPrivateThereAreNoNeighbours() {
        assertThat(Talking.resident().speakingOf(LIGHT).says("+1").heard()).doesNotContain("topic-joined");
    }

    private static Topic said(Instant at, int others) {
        return new Topic(LIGHT.about(), LIGHT.label(), "b3", at, others, 0, at);
    }
}
