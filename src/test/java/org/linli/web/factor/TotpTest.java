package org.linli.web.factor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The codes are those of RFC 6238, appendix B, of which apps show the last six digits.
class TotpTest {

    private static final Totp TOTP = new Totp(HexFormat.of().formatHex("12345678901234567890".getBytes(US_ASCII)));

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void theCodesAreThoseOfTheStandard(long second, String code) {
        assertThat(TOTP.code(Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @Test
    void aCodeIsGoodAStepEarlierOrLaterAndNeverTwice() {
        var now = Instant.ofEpochSecond(1_111_111_111);
        long step = Totp.step(now);

        for (long near : new long[] {step - 1, step, step + 1}) {
            assertThat(TOTP.accepted(TOTP.code(near), now, 0)).hasValue(near);
        }
        assertThat(TOTP.accepted(TOTP.code(step - 2), now, 0)).isEmpty();
        assertThat(TOTP.accepted(TOTP.code(step + 2), now, 0)).isEmpty();
        assertThat(TOTP.accepted(TOTP.code(step), now, step)).isEmpty();
        assertThat(TOTP.accepted(TOTP.code(step - 1), now, step)).isEmpty();
        assertThat(TOTP.accepted("", now, 0)).isEmpty();
    }

    @Test
    void appsReadTheSecretAsTheStandardWritesIt() {
        assertThat(TOTP.inLetters()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(new Totp("00".repeat(20)).inLetters()).isEqualTo("A".repeat(32));
        assertThat(TOTP.address("lin@lm"))
                .isEqualTo("otpauth://totp/Linli:lin%40lm?secret=" + TOTP.inLetters() + "&issuer=Linli");
        assertThat(TOTP).hasToString("Totp[]");
    }
}
