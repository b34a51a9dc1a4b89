package org.linli.dialogue.danger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.dialogue.Neighbourhood;
import org.linli.dialogue.RealTalks;
import org.linli.dialogue.Talking;
import org.linli.dialogue.topics.Topic;

/// What a neighbour says in a group in which another has cried for help.
class ToldByNeighboursTest extends RealTalks {

    private static final Topic LIFT = topic("LM-2026-000124", "emergency", "b3");
    private static final Topic LIGHT = topic("LM-2026-000120", "report.power", "b5");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "困了半小时了还没人来",
                "都二十分钟了 物业还没来",
                "怎么还没人来啊？",
                "人还在里面困着",
                "到现在没人管",
                "人出来了",
                "火灭了",
                "没事了 大家放心",
                "应该没事了吧",
                "火更大了",
                "烟越来越浓",
                "快撑不住了",
                "物业来了",
                "3栋2单元",
                "就是2单元那台",
                "我家也是",
                "3栋的火更大了",
                "火更大了 对面都看见了",
                "情况越来越严重了"
            })
    void whatIsOfTheEmergencyReachesStaffAndItsCaseInSilence(String words) {
        var neighbour = told(neighbour(LIFT), words).hears("").staffHears("staff-emergency-more");

        assertThat(neighbour.performed().intent().label()).isEqualTo("case.add");
        assertThat(neighbour.performed().about()).isEqualTo(LIFT.about());
        assertThat(neighbour.told())
                .allSatisfy(it ->
                        assertThat(it.facts()).containsEntry("place", "阳光里 3栋").containsEntry("neighbour", "yes"));
    }

    @Test
    void whatGetsWorseBesideACryOfItsOwnIsAnotherEmergency() {
        told(neighbour(LIFT), "厨房着火了 烟越来越大").hears("emergency").staffHears("staff-emergency");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "人出来了吗？",
                "有没有人一起拼车",
                "今天好热",
                "没人来打球吗",
                "快递还没到",
                "团购的苹果到了",
                "谢谢大家",
                "等了半小时公交",
                "越长越像他爸",
                "天越来越热了",
                "我家狗越来越胖了",
                "拼单的人越来越多了",
                "火锅越来越贵",
                "笑得我忍不住了",
                "又打折了"
            })
    void whatIsNotOfItIsNotPassedOn(String words) {
        told(neighbour(LIFT), words).hearsNothing().staffHearsNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"困了半小时了还没人来", "应该没事了吧", "人出来了", "越来越浓", "没事了"})
    void whereNobodyCriedForHelpNothingIsOfIt(String words) {
        told(neighbour(), words).staffHearsNothing();
        told(neighbour(LIGHT), words).staffHearsNothing();
        told(neighbour(LIFT).after(Duration.ofMinutes(61)), words).staffHearsNothing();
    }

    @Test
    void whatMayBeSaidOfATroubleIsOfTheLatest() {
        for (String words : List.of("还没来", "物业还没来", "没事了", "越来越严重")) {
            told(neighbour(LIGHT, LIFT), words).staffHearsNothing();
        }
        told(neighbour(LIGHT, LIFT), "人救出来了").staffHears("staff-emergency-more");
        told(neighbour(LIGHT, LIFT).pointingAt("编号 LM-2026-000120"), "人救出来了").staffHearsNothing();
        told(neighbour(LIGHT, LIFT).pointingAt("编号 LM-2026-000124"), "没事了").staffHears("staff-emergency-more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"没人来接孩子", "没人来打球吗", "他还没下班", "没人理我", "还在下雨"})
    void whoeverMissesSomebodyElseDoesNotWaitForHelp(String words) {
        assertThat(StillWaiting.isSaid(words)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"我家也停水了, report.water", "我家也停电了, report.power", "我们单元也漏水, report.water"})
    void whatIsWrongElsewhereAtTheSameTimeIsReportedForItself(String words, String label) {
        var neighbour = told(neighbour(LIFT), words).hears(label).staffHearsNothing();

        assertThat(neighbour.performed().about()).isNull();
    }

    @Test
    void whoeverIsAskedByUsAnswersUs() {
        var asked = told(neighbour(), "门禁坏了").hears("ask-place").speakingOf(LIFT);

        assertThat(requests(asked, "5栋2单元")).containsExactly("report.facility b5-2");
        told(told(neighbour(), "门禁坏了").speakingOf(LIFT), "没事了")
                .hears("cancelled")
                .staffHearsNothing();
    }

    @Test
    void whoeverHasReportedSomethingOfTheirOwnSinceSpeaksOfThat() {
        var reporter = told(neighbour(), "@小邻 5栋楼上太吵了").speakingOf(earlier(LIFT));

        assertThat(reporter.shows("p1").performed().about()).isNull();
        told(reporter, "没事了").staffHearsNothing();
        told(reporter, "人救出来了").staffHears("staff-emergency-more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "越来越浓了 快来人",
                "又冒烟了",
                "里面的人快不行了",
                "血止不住",
                "门推不开",
                "火蔓延到五楼了",
                "水越来越深了",
                "呼吸越来越弱",
                "越烧越大了",
                "火更大了 119还没来",
                "the fire is getting worse"
            })
    void dangerThatGrowsIsHeardOfAnybody(String words) {
        assertThat(PlainlyWorse.isSaid(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "越长越像他爸",
                "天越来越热了",
                "烟越来越贵了",
                "轮胎没气了",
                "快饿死了",
                "车推不动了 谁有电瓶",
                "笑死 不行了",
                "火越来越小了",
                "my english is getting worse"
            })
    void whatElseGrowsIsNot(String words) {
        assertThat(PlainlyWorse.isSaid(words)).isFalse();
    }

    @Test
    void whoeverCallsUsIsAnswered() {
        told(neighbour(LIFT), "@小邻 人已经出来了").hears("emergency-more").staffHears("staff-emergency-more");
    }

    @Test
    void anotherCryIsAnAlarmOfItsOwn() {
        told(neighbour(LIFT), "快来人啊 着火了 在5栋").hears("emergency").staffHears("staff-emergency");
    }

    @Test
    void nobodyJoinsAnEmergencyAndItsEchoJoinsNoOlderTrouble() {
        var neighbour = told(neighbour(LIFT, LIGHT), "+1");

        assertThat(neighbour.performed().about()).isEqualTo(LIFT.about());
        assertThat(neighbour.performed().intent().label()).isEqualTo("case.add");
    }

    @Test
    void aPictureRightAfterTheAlarmIsOfIt() {
        var neighbour = neighbour(LIFT).with(understand).shows("p1");

        neighbour.hears("").staffHears("staff-emergency-more");
        assertThat(neighbour.performed().pictures()).containsExactly("m-1");
    }

    @Test
    void staffAmongNeighboursIsNotPassedOn() {
        told(Talking.staffInGroup(Neighbourhood.OF_GRID).speakingOf(LIFT), "人出来了")
                .hearsNothing()
                .staffHearsNothing();
    }

    private static Talking neighbour(Topic... topics) {
        return Talking.inGroup(Neighbourhood.OF_GRID).speakingOf(topics);
    }

    private static Topic earlier(Topic it) {
        return new Topic(it.about(), it.label(), it.place(), Talking.NINE.minusSeconds(60), 0, 0, it.lineAt());
    }

    private static Topic topic(String number, String label, String place) {
        return new Topic(number, label, place, Talking.NINE, 0, 0, Talking.NINE);
    }
}
