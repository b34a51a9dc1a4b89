package org.linli.standin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedactedTest {

    @Test
    void noSecretIsShownAndTheRestStays() {
        assertThat(Redacted.text("POST /cgi-bin/message/custom/send?access_token=SECRET-TOKEN-1&lang=zh"))
                .isEqualTo("POST /cgi-bin/message/custom/send?access_token=…&lang=zh");
        assertThat(Redacted.text("{\"appid\":\"wx1\",\"secret\":\"0123456789abcdef\",\"force_refresh\":false}"))
                .isEqualTo("{\"appid\":\"wx1\",\"secret\":\"…\",\"force_refresh\":false}");
        assertThat(Redacted.text("{\"access_token\": \"0123456789abcdef\",\"expires_in\":7200}"))
                .isEqualTo("{\"access_token\":\"…\",\"expires_in\":7200}");
        assertThat(Redacted.text("{\"text\":{\"content\":\"我家的钥匙\"}}")).isEqualTo("{\"text\":{\"content\":\"我家的钥匙\"}}");
    }
}
