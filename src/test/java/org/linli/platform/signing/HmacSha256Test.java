package org.linli.platform.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HmacSha256Test {

    /// Test case 2 of RFC 4231.
    private static final String DIGEST = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    private static final HmacSha256 JEFE = HmacSha256.with("Jefe");

    @Test
    void signsAsTheStandardSays() {
        assertThat(JEFE.hex("what do ya want for nothing?")).isEqualTo(DIGEST);
    }

    @Test
    void bytesAndTextAreTheSameKey() {
        assertThat(HmacSha256.with(new byte[] {'J', 'e', 'f', 'e'}).hex("")).isEqualTo(JEFE.hex(""));
    }

    @Test
    void writesTheSameSignatureInThreeWays() {
        byte[] signature = HexFormat.of().parseHex(DIGEST);
        assertThat(Base64.getDecoder().decode(JEFE.base64("what do ya want for nothing?")))
                .isEqualTo(signature);
        assertThat(JEFE.base64Url("what do ya want for nothing?"))
                .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
    }

    @Test
    void tellsRightFromWrong() {
        assertThat(HmacSha256.isSame(DIGEST, DIGEST)).isTrue();
        assertThat(HmacSha256.isSame(DIGEST, DIGEST.replace('5', '6'))).isFalse();
        assertThat(HmacSha256.isSame(DIGEST, "")).isFalse();
    }

    @Test
    void printsNothingOfItsKey() {
        assertThat(JEFE).hasToString("HmacSha256[]");
    }
}
