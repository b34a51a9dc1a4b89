package org.linli.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

class AskToSignInTest {

    /// Whoever calls the address by which people come back writes there what they want.
    @ParameterizedTest
    @CsvSource({
        "access_denied, access_denied",
        "invalid_state_parameter, invalid_state_parameter",
        "慕容秋霜 13955512399, for another reason",
        "'access_denied\nsigned in: admin', for another reason"
    })
    void theLogRepeatsNoCodeThatItDoesNotKnow(String said, String logged) {
        var refused = new OAuth2AuthenticationException(new OAuth2Error(said, "whatever", null));

        assertThat(AskToSignIn.known(refused)).isEqualTo(logged);
    }
}
