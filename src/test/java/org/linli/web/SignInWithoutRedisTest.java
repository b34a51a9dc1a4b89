package org.linli.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.linli.LinliTest;
import org.linli.Shows;
import org.linli.platform.embedded.TestServers;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

@LinliTest
@ContextConfiguration(initializers = {TestServers.class, SignInWithoutRedisTest.RedisIsStopped.class})
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@Timeout(60)
class SignInWithoutRedisTest {

    static final class RedisIsStopped implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("linli.redis-url=redis://127.0.0.1:1").applyTo(context);
        }
    }

    private final WebTestClient browser;
    private final SignIn signIn;

    SignInWithoutRedisTest(WebTestClient browser, SignIn signIn) {
        this.browser = browser.mutate().responseTimeout(Duration.ofSeconds(20)).build();
        this.signIn = signIn;
    }

    @Shows("Redis is away, stands still, or takes calls and answers none")
    @Test
    void whoSignsInIsToldThatItIsNotTheirPassword() {
        var page = browser.get()
                .uri("/sign-in?away")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult();
        String body = Objects.requireNonNull(page.getResponseBody());
        assertThat(body).contains("现在登录不了", "一条也不会丢");
        var cookie = Objects.requireNonNull(page.getResponseCookies().getFirst("XSRF-TOKEN"));

        browser.post()
                .uri("/sign-in")
                .accept(MediaType.TEXT_HTML)
                .cookie(cookie.getName(), cookie.getValue())
                .body(BodyInserters.fromFormData("username", "chen")
                        .with("password", "whatever")
                        .with("_csrf", body.replaceAll("(?s).*name=\"_csrf\"[^>]*value=\"([^\"]+)\".*", "$1")))
                .exchange()
                .expectStatus()
                .isFound()
                .expectHeader()
                .valueEquals(HttpHeaders.LOCATION, "/sign-in?away");
    }

    /// On a thread that must not wait, waiting fails.
    @Test
    void nobodysEventLoopWaitsForTheFirstConnection() {
        var asked = UsernamePasswordAuthenticationToken.unauthenticated("chen", "whatever");

        StepVerifier.create(signIn.authenticate(asked).subscribeOn(Schedulers.parallel()))
                .verifyError(AuthenticationServiceException.class);
    }
}
