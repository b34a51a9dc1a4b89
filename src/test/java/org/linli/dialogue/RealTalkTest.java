package org.linli.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.dialogue.topics.Topic;

/// Talks as people have them, understood by what the program has really learnt.
class RealTalkTest extends RealTalks {

    @ParameterizedTest
    @CsvSource({
        "电梯坏了/3, report.elevator b3",
        "电梯坏了/3栋2单元, report.elevator b3-2",
        "电梯坏了/在3栋2单元门口那里, report.elevator b3-2",
        "楼上天天半夜装修吵死了/阳光里3栋, report.noise b3",
        "我要报修/厕所漏水/3-2-501, report.water b3-2-501",
        "垃圾没人收/东门, report.sanitation gate",
        "99栋电梯坏了/4, report.elevator b4",
        "着火了/3栋2单元, case.add b3-2",
        "3栋电梯坏了/不对，是4栋, case.add b4",
        "电悌坏啦/3东, report.elevator b3"
    })
    void inPrivateTheTalkEndsWithTheRequest(String talk, String expected) {
        assertThat(requests(Talking.stranger(), talk)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12栋", "3栋502", "我在3栋502", "1栋 2栋 3栋", "66栋", "三栋二单元", "A座1203室", "B座-1203", "3栋119室"})
    void aBarePlaceIsNoAlarm(String words) {
        assertThat(Talking.inGroup(Neighbourhood.OF_GRID)
                        .with(understand)
                        .says(words)
                        .heard())
                .isEmpty();
        assertThat(Talking.stranger().with(understand).says(words).heard()).doesNotContain("emergency");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fire!!! 5号楼",
                "SOS 7栋 603",
                "someone fell 3号楼",
                "HELP 5栋502",
                "help 3栋2单元",
                "119快来 3栋",
                "着火 B座1203"
            })
    void aCryInLatinLettersBesideAPlaceIsAnAlarm(String words) {
        assertThat(Talking.inGroup(Neighbourhood.OF_GRID)
                        .with(understand)
                        .says(words)
                        .heard())
                .startsWith("emergency");
        Talking.stranger().with(understand).says(words).staffHears("staff-emergency");
    }

    @ParameterizedTest
    @CsvSource({"电梯又坏了, report.elevator b3", "楼道灯好几天不亮了, report.power b3", "电梯又坏了/大家晚上吃什么/5栋楼上又在装修吵死了, report.noise b5"
    })
    void inABuildingsGroupProblemsAreHeard(String talk, String expected) {
        assertThat(requests(Talking.inGroup(Neighbourhood.OF_BUILDING_3), talk)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"3栋楼道灯坏了", "3dong 楼到灯又坏拉", "3东电梯又停了"})
    void anotherTroubleIsNotTakenForThePlaceOfTheFirst(String other) {
        var talk = Talking.stranger();

        assertThat(requests(talk, "楼上天天半夜装修吵死了/" + other))
                .singleElement()
                .asString()
                .endsWith(" b3")
                .doesNotStartWith("report.noise");
        assertThat(requests(talk, "5栋")).containsExactly("report.noise b5");
    }

    @ParameterizedTest
    @CsvSource({"电梯又卡人了 2栋", "2栋电梯停在4楼里面有人", "电梯关住人了"})
    void somebodyInsideALiftIsAnEmergency(String words) {
        Talking.stranger().with(understand).says(words).hears("emergency").fact("danger", "LIFT");
    }

    @ParameterizedTest
    @CsvSource({"@张姐 着火了", "@张姐 快来我妈晕倒了"})
    void whoCriesToANeighbourIsHeardByUsToo(String words) {
        Talking.inGroup(Neighbourhood.OF_GRID).with(understand).says(words).hears("emergency");
    }

    @ParameterizedTest
    @CsvSource({"@张姐 昨天着火的是哪家", "@李姐 电梯又坏了", "@王哥 你晚上来不来打牌"})
    void whatElseIsSaidToANeighbourIsNotForUs(String words) {
        Talking.inGroup(Neighbourhood.OF_GRID).with(understand).says(words).hearsNothing();
    }

    @ParameterizedTest
    @CsvSource({"3栋电梯卡住了里面没人, report.elevator b3", "东门那个坑还没填 我妈差点摔了, report.facility gate"})
    void whatOnlyLooksLikeItIsNot(String words, String expected) {
        assertThat(requests(Talking.stranger(), words)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"那啥 我上次说的事咋样了, case.progress", "我报的那个修到哪一步了, case.progress", "不满意!!, case.rate", "根本没修好 差评, case.rate"})
    void whoSpeaksOfAnEarlierCaseIsNotAskedForItsPlace(String words, String label) {
        var talk = Talking.stranger();

        assertThat(requests(talk, "楼道灯不亮/" + words)).containsExactly(label + " ");
        assertThat(requests(talk, "5栋")).containsExactly("report.power b5");
    }

    @ParameterizedTest
    @CsvSource({"上次那个地方", "我也说不清在哪", "就老地方", "东边那个坑旁边"})
    void whoCannotSayThePlaceIsAskedOnceMore(String reply) {
        assertThat(requests(Talking.stranger(), "楼道灯不亮/" + reply)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"hi", "hello", "lol"})
    void lettersInARowAreNoBuilding(String reply) {
        var talk = Talking.stranger();

        assertThat(requests(talk, "楼道灯不亮/" + reply)).isEmpty();
        assertThat(talk.heard()).isNotEmpty().doesNotContain("no-such-building");
    }

    @ParameterizedTest
    @CsvSource({"谢谢了哈", "好嘞 谢谢啦", "辛苦辛苦"})
    void whoThanksIsAnsweredAsOneWhoThanks(String words) {
        Talking.stranger().with(understand).says(words).hears("thanks");
    }

    @ParameterizedTest
    @CsvSource({"我要投诉", "我要举报!!!", "投诉", "反映个问题", "我有个事要反映", "跟你们反映一下情况", "报个修呗", "我想说个事", "你好，我要向社区反映点问题"})
    void whoSaysThatThereIsSomethingIsAskedWhatItIs(String words) {
        Talking.stranger().with(understand).says(words).hears("ask-words");
    }

    @Test
    void aSuggestionIsPassedOnAsOne() {
        Talking.withoutSkills()
                .with(understand)
                .says("我想提个建议 在小花园装个秋千")
                .hears("suggestion-passed-on")
                .staffHears("staff-handed-over");
    }

    @ParameterizedTest
    @CsvSource({"修了没啊", "三单元那个灯修了没？", "修好没有", "啥时候修", "派人来了没"})
    void aShortQuestionIsForWhatWasTold(String words) {
        assertThat(requests(Talking.stranger(), words)).containsExactly("case.progress ");
    }

    @ParameterizedTest
    @CsvSource({"3栋门口那个烧烤摊", "3栋二楼，天天这样", "3栋旁边的工地", "就是3栋四楼每天晚上打麻将"})
    void aPlaceMayBeDescribed(String reply) {
        assertThat(requests(Talking.stranger(), "楼上天天半夜吵死了/" + reply)).containsExactly("report.noise b3");
    }

    @ParameterizedTest
    @CsvSource({"晚饭吃了吗", "哈哈哈", "有没有人拼车", "谁家的猫"})
    void inAGroupSmallTalkIsLeftInPeace(String words) {
        var talk = Talking.inGroup(Neighbourhood.OF_BUILDING_3).with(understand).says(words);

        assertThat(talk.heard()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"都三天了还没人来", "催一下吧", "怎么还没人来修", "到现在都没人来修，催一催"})
    void underAReportOneUrgesWithoutCallingUs(String words) {
        var lift = new Topic("LM-2026-000124", "report.elevator", "b3", Talking.NINE, 0, 0, Talking.NINE);
        var talk = Talking.inGroup(Neighbourhood.OF_BUILDING_3).speakingOf(lift).with(understand);

        assertThat(talk.pointingAt("3栋电梯又坏了").says(words).heard()).containsExactly("case.urge");
        assertThat(talk.performed().about()).isEqualTo(lift.about());
    }

    @ParameterizedTest
    @CsvSource({"3栋电梯坏了，还有楼道灯也不亮", "3栋电梯坏了。5栋门口垃圾没人收"})
    void twoProblemsAreToldApart(String words) {
        assertThat(requests(Talking.stranger(), words)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3栋电梯坏了，5栋门口垃圾没人收|report.elevator b3|report.sanitation b5",
                "3栋2单元灯不亮，4栋停水|report.power b3-2|report.water b4",
                "3栋电梯坏了，5栋电梯坏了|report.elevator b3|report.elevator b5",
                "3栋电梯坏了，垃圾没人收|report.elevator b3|report.sanitation b3"
            })
    void twoProblemsAreToldApartByACommaAlone(String words, String one, String other) {
        assertThat(requests(Talking.stranger(), words)).containsExactly(one, other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3栋电梯坏了，里面有水",
                "3栋电梯坏了，没人来修",
                "5栋垃圾没人收，臭死了，苍蝇特别多",
                "3栋停电了，冰箱里的东西都坏了",
                "3栋楼上漏水，天花板都掉皮了",
                "4栋楼上吵，天天半夜拖椅子",
                "3栋水管爆了，水流到5栋门口了",
                "3栋旁边在施工，吵得5栋没法睡"
            })
    void whatComesOfATroubleIsNoOther(String words) {
        assertThat(requests(Talking.stranger(), words)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3栋电梯坏了/不，4栋|case.add b4",
                "3栋2单元501漏水/不对，是302|case.add b3-2",
                "3栋2单元501漏水/说错了，是1单元501|case.add b3-1-501",
                "3栋电梯坏了/写错了，是4栋/2单元的|case.add b4-2"
            })
    void whatWasReportedIsCorrected(String talk, String expected) {
        assertThat(requests(Talking.stranger(), talk)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3栋|ask-home",
                "垃圾没人收/算了，不报了|cancelled",
                "垃圾没人收/算了算了不说了|cancelled",
                "垃圾没人收/家里|ask-place",
                "垃圾没人收/物业费多少钱一平|passed-on,ask-place",
                "物业费多少钱一平|passed-on",
                "垃圾没人收/算了/好的|",
                "我妈晕倒了在3栋/120来了|emergency-more",
                "我妈晕倒了在3栋/还没醒|emergency-more"
            })
    void asidesAreAnsweredForWhatTheyAre(String words, String heard) {
        var talk = Talking.stranger();
        requests(talk, words);

        assertThat(String.join(",", talk.heard())).isEqualTo(heard == null ? "" : heard);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "有棵树断了快掉下来了，我是苏晴，电话13800001111，住3栋2单元501|report.greening",
                "楼道灯不亮了，我叫李四，住3栋2单元501，电话13800001111|report.power",
                "垃圾好几天没人收，联系人苏晴 13800001111 3-2-501|report.sanitation"
            })
    void whoSignsAReportWithTheirNameReports(String words, String label) {
        var talk = Talking.stranger();

        assertThat(requests(talk, words)).containsExactly("account.bind b3-2-501", label + " b3-2-501");
        assertThat(talk.requests().getLast().entities().phone()).isEqualTo("13800001111");
    }

    @ParameterizedTest
    @CsvSource({"电梯坏了，我是不是该找物业", "我是苏晴，住3栋2单元501", "电梯坏了，我叫了物业没人来"})
    void whoOnlySpeaksOfThemselvesDoesNotSign(String words) {
        assertThat(requests(Talking.stranger(), words)).hasSizeLessThan(2);
    }

    @ParameterizedTest
    @CsvSource({"我要退群", "怎么退群", "消息太多了 我想退群"})
    void whoWantsToLeaveTheGroupWantsFewerMessages(String words) {
        assertThat(understand
                        .understand(words, false, LocalDateTime.of(2026, 6, 10, 9, 0))
                        .intent()
                        .label())
                .isEqualTo("account.unsubscribe");
    }
}
