package org.linli.platform.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedTest {

    @ParameterizedTest
    @CsvSource({
        "电话13812345678找我, 电话138****5678找我",
        "+86 138-1234-5678, 138****5678",
        "021-12345678, 021****5678",
        "(0571)87654321, 057****4321",
        "证件11010119900307123X, 证件110****123X",
        "卡号6222020200112233445, 卡号622****3445"
    })
    void whatIdentifiesAPersonLosesItsMiddle(String said, String masked) {
        assertThat(Masked.words(said)).isEqualTo(masked);
        assertThat(Masked.hides(said)).isTrue();
        assertThat(Masked.words(masked)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({
        "3-2-501漏水, 3-2-***漏水",
        "3栋2单元501室的水管, 3栋2单元***室的水管",
        "501室修好了, ***室修好了",
        "五零一室修好了, ***室修好了",
        "电话13812345678, 电话138****5678",
        "３栋５０２室, ３栋***室",
        "给502换了水管, 给***换了水管",
        "502业主王阿姨家, ***业主王阿姨家",
        "3栋501、502漏水, 3栋***、***漏水",
        "3栋502/503, 3栋***/***",
        "三栋五零二, 三栋***",
        "3#502, 3#***",
        "3栋B502, 3栋B***",
        "3-2-501-1, 3-2-***-1",
        "影响32户, 影响32户",
        "3栋的路灯, 3栋的路灯",
        "LM-2026-000123 在2026-03-02办好, LM-2026-000123 在2026-03-02办好"
    })
    void amongManyNobodysRoomIsSeen(String said, String masked) {
        assertThat(Masked.among(said)).isEqualTo(masked);
        assertThat(Masked.among(masked)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"催一下 LM-2026-000123", "2026-03-02 10:00 停水", "3-2-501", "12345", "快递 400-800-1234"})
    void numbersOfCasesDaysAndRoomsStay(String said) {
        assertThat(Masked.words(said)).isEqualTo(said);
        assertThat(Masked.hides(said)).isFalse();
    }
}
