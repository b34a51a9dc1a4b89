package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseNumberTest {

    @Test
    void aNumberCanBeReadOut() {
        assertThat(CaseNumber.of("LM", 2026, 123)).isEqualTo("LM-2026-000123");
        assertThat(CaseNumber.of("LM", 2026, 1_234_567)).isEqualTo("LM-2026-1234567");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LM-2026-000123 怎么样了",
                "编号lm-2026-000123",
                "ＬＭ－２０２６－０００１２３",
                "LM2026000123",
                "LM 2026 000123 催一下",
                "000123 到哪一步了"
            })
    void itIsFoundHoweverItIsWritten(String words) {
        assertThat(CaseNumber.in(words, "LM", 2026)).contains("LM-2026-000123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "电话13800001111", "3栋2单元501", "123456", "2026年"})
    void otherDigitsAreNoNumber(String words) {
        assertThat(CaseNumber.in(words, "LM", 2026)).isEmpty();
    }

    @Test
    void aNumberAloneIsToldFromOneAmongWords() {
        assertThat(CaseNumber.isOne("LM-2026-000123")).isTrue();
        assertThat(CaseNumber.isOne("lm2026000123 ")).isTrue();
        assertThat(CaseNumber.isOne("LM-2026-000123 催一下")).isFalse();
        assertThat(CaseNumber.isOne("3栋")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"B31502", "A12345", "SF1234567890123", "B2026501", "YT2026345678901", "LM-1998-000123"})
    void aRoomAPlateAndAParcelAreNone(String words) {
        assertThat(CaseNumber.isOne(words)).isFalse();
    }
}
