package org.linli.dialogue.danger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.dialogue.Neighbourhood;
import org.linli.dialogue.RealTalks;
import org.linli.dialogue.Talking;
import org.linli.dialogue.topics.Topic;
import org.linli.understanding.Intent;

/// What sounds as if a danger were over, or were one, and is not; and what neighbours know of it.
class DangerIsNotOverTest extends RealTalks {

    @ParameterizedTest
    @ValueSource(strings = {"没事了", "没事，开玩笑的", "不用来了", "我没事了 别来", "不用了 谢谢", "算了不用来了 谢谢"})
    void whoeverWantedToDieIsSeenWhateverTheySay(String words) {
        for (String before : new String[] {"我不想活了 3栋", "我不想活了"}) {
            var talk = told(Talking.stranger(), before + "/" + words).staffHears("staff-emergency-more");

            assertThat(talk.heard()).startsWith("emergency-more");
            assertThat(talk.facts()).containsEntry("well", "yes");
            assertThat(talk.told()).allMatch(it -> "yes".equals(it.facts().get("look")));
            assertThat(talk.requests()).extracting(it -> it.intent().label()).containsExactly("case.add");
        }
    }

    @Test
    void whoeverTakesBackAnAlarmLeavesItsCaseOpen() {
        var talk = told(Talking.stranger(), "我老公打我 3栋2单元501/不用了 谢谢")
                .hears("emergency-over")
                .staffHears("staff-emergency-over");

        assertThat(talk.performed().intent().label()).isEqualTo("case.add");
        assertThat(told(Talking.stranger(), "3栋电梯坏了/不用修了 已经好了").heard()).doesNotContain("emergency-over");
    }

    @ParameterizedTest
    @CsvSource({"我妈晕倒了 3栋, 她走了", "我爸心脏病 3栋, 他走了", "我老公打我 3栋, 他走了"})
    void thatSomebodyIsGoneIsNoGoodNews(String before, String words) {
        told(Talking.stranger(), before + "/" + words).hears("emergency-more").staffHears("staff-emergency-more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"找到了 在小超市", "找到了，就在楼下", "孩子找到了 在邻居家"})
    void whoeverIsFoundIsFoundSomewhere(String words) {
        told(Talking.inGroup(Neighbourhood.OF_BUILDING_3), "我家孩子不见了/" + words)
                .hears("emergency-over")
                .staffHears("staff-emergency-over");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"找到了 在医院", "找到了 在哪", "找到了 在河里", "灭火器找到了 在门口", "没找到 在找", "回来了 在流血", "找到了 在楼顶不肯下来", "找到了 在里面出不来"})
    void foundIsNotAlwaysWell(String words) {
        assertThat(DangerOver.isSaid(words)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"电线掉地上了 供电局电话是多少", "电线掉地上了，供电局电话多少", "插座冒火花了 电工电话是多少"})
    void whatIsAskedBesidesTakesNothingFromTheDanger(String words) {
        told(Talking.stranger(), words).hears("emergency").staffHears("staff-emergency");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "停电了 供电局电话是多少",
                "电费 供电局电话多少",
                "楼道灯坏了 电工电话是多少",
                "电线老化了 供电局电话是多少",
                "电梯坏了 物业电话多少",
                "充电桩坏了 电话是多少",
                "水管漏了 维修电话多少",
                "燃气表坏了 燃气公司电话是多少",
                "停气了 燃气公司电话多少",
                "消防检查 电话是多少",
                "换煤气 电话多少",
                "急救培训 电话是多少",
                "救护车收费标准",
                "110报警电话是多少来着",
                "派出所电话多少 上户口",
                "医院电话多少 想挂号",
                "养老院电话是多少",
                "心理咨询 电话多少",
                "法律援助 电话是多少",
                "门锁坏了 开锁电话多少"
            })
    void whoeverOnlyAsksForANumberIsInNoDanger(String words) {
        assertThat(told(Talking.stranger(), words).heard()).doesNotContain("emergency");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6栋 1804 门口", "3栋 501 楼上", "就在东门那里", "3栋2单元门口", "20个人"})
    void aPlaceOrANumberIsNoAlarm(String words) {
        told(Talking.stranger(), words).staffHearsNothing();
        told(Talking.stranger(), "电梯坏了/" + words).staffHearsNothing();
    }

    @ParameterizedTest
    @CsvSource({"活着没意思, SUICIDE", "我觉得活着没什么意思 想死, SUICIDE"})
    void theAdviceIsForWhoeverDespairs(String words, String danger) {
        told(Talking.stranger(), words).hears("emergency").fact("danger", danger);
    }

    @ParameterizedTest
    @ValueSource(strings = {"供电局来了", "电力公司还没来", "抢修队到了", "燃气公司在路上了"})
    void thatTheOnesWhoMendItCameIsOfTheDanger(String words) {
        told(Talking.stranger(), "电线掉地上了 3栋/" + words).hears("emergency-more").staffHears("staff-emergency-more");
        told(Talking.inGroup(Neighbourhood.OF_GRID), words).hearsNothing().staffHearsNothing();
    }

    @Test
    void whatANeighbourSaysOfHelpIsRememberedByTheCase() {
        var fire = new Topic("LM-2026-000124", "emergency", "b3", Talking.NINE, 3, 0, Talking.NINE);
        var talk = told(Talking.inGroup(Neighbourhood.OF_GRID).speakingOf(fire), "119来了");

        assertThat(talk.heard()).containsExactly("");
        assertThat(talk.performed().about()).isEqualTo("LM-2026-000124");
        assertThat(talk.performed().kind()).isEqualTo(Intent.EMERGENCY);
        assertThat(talk.performed().words()).containsExactly("119来了");
    }
}
