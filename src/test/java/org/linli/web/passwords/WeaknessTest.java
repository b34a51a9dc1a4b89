package org.linli.web.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeaknessTest {

    private static final List<String> NAMES = List.of("linxiaomei", "林晓梅", "property");

    @ParameterizedTest
    @CsvSource({
        "linli2026,          SHORT",
        "13800138000,        SHORT",
        "13800138000-1990,   DIGITS",
        "110101199003070000, DIGITS",
        "aaaaaaaaaaaaaaaa,   PATTERN",
        "abcdefghijklmnop,   PATTERN",
        "qwertyuiop123456,   PATTERN",
        "1qaz2wsx3edc4rfv,   PATTERN",
        "abc-abc-abc-abc,    PATTERN",
        "password123456,     PATTERN",
        "Admin@@@@888888,    PATTERN",
        "密码密码密码密码密码密码, PATTERN",
        "linxiaomei1990,     NAME",
        "Property-Linxiaomei-1, NAME",
    })
    void whatIsGuessedFirstWillNotDo(String password, Weakness why) {
        assertThat(Weakness.of(password, NAMES)).contains(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "柳苑-correct-horse",
                "三只蓝猫在屋顶弹琵琶唱歌",
                "kf7m-q2xw-hj9p-3nrt",
                "tulip under seven bridges",
                "linxiaomei likes green tea"
            })
    void whatNobodyGuessesWill(String password) {
        assertThat(Weakness.of(password, NAMES)).isEmpty();
    }

    @Test
    void whatWeGiveWouldDo() {
        for (int i = 0; i < 200; i++) {
            assertThat(Weakness.of(ReadablePassword.next(), NAMES)).isEmpty();
        }
    }

    @Test
    void longOnesAreTakenUpToALimit() {
        String sentence = "a green river ran to sea; ".repeat(5);

        assertThat(Weakness.of(sentence.substring(0, Weakness.LONGEST), NAMES)).isEmpty();
        assertThat(Weakness.of(sentence, NAMES)).isEqualTo(Optional.of(Weakness.LONG));
    }
}
