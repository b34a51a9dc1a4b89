package org.linli.dialogue.danger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.dialogue.Neighbourhood;
import org.linli.dialogue.RealTalks;
import org.linli.dialogue.Talking;
import org.linli.dialogue.topics.Topic;
import org.linli.understanding.Intent;

/// Danger that sounds like a report or like small talk, and what is said while it goes on.
class DangerAsToldTest extends RealTalks {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "有人拿刀砍人 派出所电话多少",
                "有人要跳楼 派出所电话多少",
                "我爸走丢了 派出所电话多少",
                "漏电了",
                "家里全淹了电线泡水里",
                "插座冒火花了",
                "电线掉地上了",
                "高空抛物砸到人了",
                "我老公打我",
                "隔壁小孩一直哭 还听到打骂的声音",
                "help me"
            })
    void inPrivateItIsAnAlarmWhateverElseItLooksLike(String words) {
        told(Talking.stranger(), words).hears("emergency").staffHears("staff-emergency");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"3栋电梯又坏了", "卫生间下水道堵了水一直往外冒 3栋", "有人在楼道里给电动车充电 会不会着火 3栋", "我能帮忙照顾独居老人", "3栋2单元楼道灯不亮", "消防通道被堵了 3栋"
            })
    void whatIsSurelySomethingElseIsNone(String words) {
        assertThat(told(Talking.stranger(), words).heard()).doesNotContain("emergency");
    }

    @ParameterizedTest
    @ValueSource(strings = {"谁会心肺复苏", "谁会心肺复苏快来", "有没有会急救的邻居 快"})
    void whoLooksForSomebodyThatCanHelpIsHeardAmongNeighbours(String words) {
        told(Talking.inGroup(Neighbourhood.OF_GRID), words).hears("emergency").fact("danger", "MEDICAL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"楼下有人打架", "有人在打架", "两口子打起来了", "有人拿刀", "外面打起来了 快来人", "隔壁两口子在打架", "一群人在广场打群架"})
    void violenceHeardNowIsAnAlarmAmongNeighboursToo(String words) {
        told(Talking.inGroup(Neighbourhood.OF_GRID), words).hears("emergency").fact("danger", "CRIME");
        told(Talking.stranger(), words).hears("emergency").staffHears("staff-emergency");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"昨晚楼下有人打架", "打架的已经散了 玻璃碎了一地", "打起来了 两只猫", "两口子天天吵架 想请人劝劝", "我家俩娃打架呢 为了块饼干", "前天拿刀的那个人又在门口晃"})
    void violenceThatIsOverOrNoneIsNoAlarm(String words) {
        assertThat(told(Talking.inGroup(Neighbourhood.OF_GRID), words).heard()).doesNotContain("emergency");
    }

    /// However long the cry is; thirty signs at the most are looked at.
    @Test
    void whatIsOnlyShoutedTakesNoTime() {
        assertThat(ViolenceNow.isSaid("啊".repeat(30))).isFalse();
        assertThat(ViolenceNow.isSaid("快来人".repeat(9) + "有人")).isFalse();
        assertThat(ViolenceNow.isSaid("楼下".repeat(14) + "有人")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"没人来接孩子", "放学没人接孩子", "今天没人来接他", "没人来接我", "没人来拿快递", "没人来打球吗"})
    void whomNobodyFetchesIsNoReportAmongNeighbours(String words) {
        told(Talking.inGroup(Neighbourhood.OF_GRID), words).hearsNothing().staffHearsNothing();
    }

    @ParameterizedTest
    @CsvSource({
        "漏电了, ELECTRIC",
        "孩子从楼上掉下来了, MEDICAL",
        "心口疼 出冷汗, MEDICAL",
        "我爸有老年痴呆 出门两小时还没回来, MISSING",
        "有人跟着我, CRIME",
        "有人喝药了, SUICIDE"
    })
    void theAdviceIsOfItsKind(String words, String danger) {
        told(Talking.stranger(), words).hears("emergency").fact("danger", danger);
    }

    @ParameterizedTest
    @CsvSource({
        "3栋着火了/火更大了, FIRE",
        "3栋着火了/火灭不了, FIRE",
        "3栋着火了/越来越严重, FIRE",
        "3栋着火了/5栋电梯坏了/越烧越大了, FIRE",
        "着火了/3栋/控制不住了, FIRE",
        "我妈晕倒了在3栋/她快不行了, MEDICAL",
        "3栋电梯困人了/里面的人喘不上来了 快不行了, MEDICAL",
        "3栋煤气味好大/味道更浓了, GAS"
    })
    void whoSaysThatItGetsWorseReadsWhatToDo(String talk, String danger) {
        var told = told(Talking.stranger(), talk);

        assertThat(told.heard()).first().isIn("emergency-more", "emergency");
        assertThat(told.facts()).containsAnyOf(Map.entry("worse", danger), Map.entry("danger", danger));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "火越来越小了", "味道越来越淡了", "烟更小了", "火没有蔓延", "没烧到别家", "不会蔓延的", "妈妈好更多了", "她越来越清醒", "他更稳定了", "我吓得要死", "吓得我快要死了",
                "他们笑得不行了"
            })
    void whatGetsBetterGetsNoWorse(String words) {
        assertThat(GettingWorse.isSaid(words)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"味道越来越重", "火更加大了", "呼吸越来越弱了", "烧到隔壁了", "她疼得不行了", "越烧越大", "火要蔓延了"})
    void whatGetsWorseIsHeard(String words) {
        assertThat(GettingWorse.isSaid(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"他今年80岁了", "我在楼下等", "门没锁", "更新一下 我在东门等", "他住四楼", "她越来越清醒了", "脸色更好了"})
    void whatGetsNoWorseIsOnlyPassedOn(String words) {
        var told = told(Talking.stranger(), "我妈晕倒了在3栋/" + words);

        assertThat(told.facts()).doesNotContainKey("worse");
    }

    @ParameterizedTest
    @ValueSource(strings = {"119来了", "消防来了", "救护车到了", "120还没来", "警察进小区了"})
    void thatHelpIsThereReachesStaffWhicheverNeighbourSaysIt(String words) {
        var fire = new Topic("LM-2026-000124", "emergency", "b3", Talking.NINE, 3, 0, Talking.NINE);
        var neighbour = Talking.inGroup(Neighbourhood.OF_GRID).speakingOf(fire);

        told(neighbour, words).hears("").staffHears("staff-emergency-more");
        assertThat(neighbour.told()).allMatch(it -> "阳光里 3栋".equals(it.facts().get("place")));
        told(Talking.inGroup(Neighbourhood.OF_GRID), words).hearsNothing().staffHearsNothing();
    }

    @Test
    void whatIsSaidOfAnotherCaseIsNoNewsOfTheEmergency() {
        var lift = new Topic("LM-2026-000120", "report.elevator", "b5", Talking.NINE, 0, 0, Talking.NINE);
        var fire = new Topic("LM-2026-000124", "emergency", "b3", Talking.NINE, 3, 0, Talking.NINE);

        told(Talking.inGroup(Neighbourhood.OF_GRID).speakingOf(lift, fire), "师傅没来")
                .staffHearsNothing();
        told(
                        Talking.inGroup(Neighbourhood.OF_GRID)
                                .speakingOf(lift, fire)
                                .pointingAt("5栋电梯坏了 编号 LM-2026-000120"),
                        "保安没来")
                .staffHearsNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"保安来！", "医生来！", "物业来啊", "救护车来"})
    void whoCallsForHelpDoesNotSayThatItCame(String words) {
        assertThat(HelpCame.isSaid(words)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"火更大了, emergency-more", "120还没来, emergency-more", "火灭了, emergency-over"})
    void whileStaffHasTheTalkAnEmergencyGoesOn(String words, String heard) {
        told(Talking.stranger(), "转人工/3栋着火了/" + words).hears(heard);
    }

    @ParameterizedTest
    @ValueSource(strings = {"着火了 电话多少", "漏电了 电话多少"})
    void whoAsksForANumberInDangerIsInDanger(String words) {
        told(Talking.stranger(), words).hears("emergency").staffHears("staff-emergency");
    }

    @Test
    void whoeverAlarmedTheGroupAddsItToTheirCaseInSilence() {
        var talk = told(Talking.inGroup(Neighbourhood.OF_GRID), "5栋有人晕倒了/120到了");

        assertThat(talk.heard()).containsExactly("");
        talk.staffHears("staff-emergency-more");
        assertThat(talk.performed().kind()).isEqualTo(Intent.EMERGENCY);
    }

    @Test
    void whatWouldBeACaseOfItsOwnAmongNeighboursIsOfTheEmergencyToo() {
        told(Talking.inGroup(Neighbourhood.OF_BUILDING_3), "电梯困人了/物业电话打不通")
                .hears("emergency-more")
                .staffHears("staff-emergency-more");
    }

    @Test
    void thatItGetsWorseIsAddedInSilenceForWhoeverAlarmedTheGroup() {
        var talk = told(Talking.inGroup(Neighbourhood.OF_GRID), "3栋2单元有股烧焦味/越来越浓了");

        assertThat(talk.heard()).containsExactly("");
        talk.staffHears("staff-emergency-more");
        told(Talking.inGroup(Neighbourhood.OF_GRID), "越来越浓了").hearsNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5栋没停", "3栋停了", "我们栋没停"})
    void whereItIsNotSoIsNoAlarm(String words) {
        told(Talking.inGroup(Neighbourhood.OF_GRID), words).staffHearsNothing();
    }

    @Test
    void afterAnotherReportItIsStillOfTheEmergency() {
        for (String words : List.of("还在冒烟", "人还没出来", "火灭了")) {
            var talk = told(Talking.stranger(), "3栋着火了/5栋电梯坏了/" + words);

            assertThat(talk.performed().intent().label()).as(words).isEqualTo("case.add");
            assertThat(talk.performed().kind()).as(words).isEqualTo(Intent.EMERGENCY);
        }
        assertThat(told(Talking.stranger(), "5栋电梯坏了/补充一下 里面有水").performed().kind())
                .isNull();
    }
}
