package org.linli.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.linli.community.StaffPasswords;
import org.linli.platform.database.CommunityId;
import org.springframework.http.MediaType;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/// Where the organisation's sign-in is the only one, no password of ours lets anybody in.
@TestPropertySource(properties = "linli.passwords.refused=true")
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class PasswordsRefusedTest extends WithProvider {

    private static final String PASSWORD = "tulip under seven bridges";
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\"[^>]*content=\"([^\"]+)\"");

    private final WebTestClient web;
    private final StaffPasswords passwords;
    private final PasswordEncoder encoder;

    PasswordsRefusedTest(WebTestClient web, StaffPasswords passwords, PasswordEncoder encoder) {
        this.web = web;
        this.passwords = passwords;
        this.encoder = encoder;
    }

    @Test
    void theRightPasswordLetsNobodyInAndNoneIsAskedFor() {
        passwords
                .set(new CommunityId("lm"), "he", Objects.requireNonNull(encoder.encode(PASSWORD)))
                .block();
        var page = web.get()
                .uri("/sign-in?refused")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectBody(String.class)
                .returnResult();
        String body = Objects.requireNonNull(page.getResponseBody());
        assertThat(body).contains("这里不用密码登录", "/sign-in/with/oidc").doesNotContain("type=\"password\"", "忘了密码", "??");
        var token = TOKEN.matcher(body);
        assertThat(token.find()).isTrue();

        web.post()
                .uri("/sign-in")
                .accept(MediaType.TEXT_HTML)
                .cookie(
                        "XSRF-TOKEN",
                        Objects.requireNonNull(page.getResponseCookies().getFirst("XSRF-TOKEN"))
                                .getValue())
                .body(BodyInserters.fromFormData("username", "he@lm")
                        .with("password", PASSWORD)
                        .with("_csrf", token.group(1)))
                .exchange()
                .expectStatus()
                .isFound()
                .expectHeader()
                .location("/sign-in?refused");
    }

    @Test
    void aProgramInWhichNobodyCouldSignInDoesNotStart() {
        assertThatThrownBy(() -> new PasswordSettings(true).beside(List.of()))
                .hasMessageContaining("linli.passwords.refused");
        assertThat(new PasswordSettings(true).beside(List.of("oidc")).refused()).isTrue();
        assertThat(new PasswordSettings(false).beside(List.of()).refused()).isFalse();
    }
}
