package org.linli.cases.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.cases.chat.StaffCommand.Verb;

class StaffCommandTest {

    @ParameterizedTest
    @CsvSource(
            value = {
                "接单 123,                         ACCEPT,  123,            ''",
                "接单123,                          ACCEPT,  123,            ''",
                "123 接单,                         ACCEPT,  123,            ''",
                "接单,                             ACCEPT,  '',             ''",
                "接单 LM-2026-000123,              ACCEPT,  LM-2026-000123, ''",
                "办结 LM-2026-000123 已换灯泡,     RESOLVE, LM-2026-000123, 已换灯泡",
                "LM-2026-000123 办结 已换灯泡,     RESOLVE, LM-2026-000123, 已换灯泡",
                "办结 #123 已换灯泡,               RESOLVE, 123,            已换灯泡",
                "办结 123号 已换灯泡,              RESOLVE, 123,            已换灯泡",
                "办结 3号楼的灯泡已换,             RESOLVE, '',             3号楼的灯泡已换",
                "办好了 123：换了2个灯泡,          RESOLVE, 123,            换了2个灯泡",
                "退回 123 不归我们管 是电力公司的, RETURN,  123,            不归我们管 是电力公司的",
                "回复 123 师傅下午3点到,           REPLY,   123,            师傅下午3点到",
                "重新办理 123 又漏了,              REOPEN,  123,            又漏了"
            })
    void aVerbAndANumberAreACommand(String said, Verb verb, String number, String words) {
        var command = StaffCommand.read(said).orElseThrow();

        assertThat(command).isEqualTo(new StaffCommand(verb, number, "", Duration.ZERO, words));
    }

    @ParameterizedTest
    @CsvSource({"转给 物业 123 归他们修, 物业, 123, 归他们修", "转给物业 123 归他们修,  物业, 123, 归他们修", "123 转给 物业,          物业, 123, ''"})
    void aCaseIsPassedOnToWhoeverIsNamed(String said, String unit, String number, String words) {
        assertThat(StaffCommand.read(said))
                .contains(new StaffCommand(Verb.PASS_ON, number, unit, Duration.ZERO, words));
    }

    @ParameterizedTest
    @CsvSource({
        "还要两天,              '',  PT48H",
        "还要2天 123,           123, PT48H",
        "123 还要半天,          123, PT12H",
        "延期 一周 123,         123, PT168H",
        "还需要3个小时 123,     123, PT3H",
        "还要十个工作日 123,    123, PT240H"
    })
    void itTakesLonger(String said, String number, Duration more) {
        assertThat(StaffCommand.read(said)).hasValueSatisfying(it -> {
            assertThat(it.verb()).isEqualTo(Verb.DELAY);
            assertThat(it.number()).isEqualTo(number);
            assertThat(it.more()).isEqualTo(more);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"接单的师傅什么时候来", "还要两天才能领补贴吗", "电梯坏了", "办结了没有", "回复居民了吗", "退回押金找谁", "延期缴费怎么办", "123", "", "你好"})
    void everythingElseIsAnOrdinaryMessage(String said) {
        assertThat(StaffCommand.read(said)).isEmpty();
    }

    @Test
    void aChoiceIsReadAsWhatItStandsFor() {
        assertThat(StaffCommand.read("LM-2026-000123 办结 已换灯泡"))
                .isEqualTo(StaffCommand.read("办结 已换灯泡").map(it -> it.about("LM-2026-000123")));
        assertThat(StaffCommand.isReadAsUnit("安和物业柳苑服务处")).isTrue();
        assertThat(StaffCommand.isReadAsUnit("第 1 网格")).isFalse();
    }
}
