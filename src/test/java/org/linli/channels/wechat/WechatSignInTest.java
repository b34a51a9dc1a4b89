package org.linli.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.SettableClock;
import org.linli.channels.SignInRefused;
import org.linli.channels.SignInRefused.Reason;
import org.linli.channels.contract.HeardLog;
import reactor.test.StepVerifier;

/// Who opened a page of ours, where our own secret is wrong.
class WechatSignInTest {

    private static final String EXCHANGE = "/sns/oauth2/access_token";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T02:00:00Z"));
    private StandInWechat wechat;
    private WechatSignIn signIn;

    @BeforeEach
    void anAccountWithAWrongSecret() {
        wechat = new StandInWechat(Workbench.CALLS.appId(), "another-secret");
        var account = Workbench.account(wechat.base());
        var settings = new WechatSettings(
                List.of(account),
                Workbench.PATIENCE,
                URI.create("https://linli.example"),
                wechat.base(),
                Duration.ofMinutes(10));
        signIn = new WechatSignIn(settings, new Accounts(settings), new Site(settings), clock);
    }

    @AfterEach
    void close() {
        wechat.close();
    }

    @Test
    void aWrongSecretIsShownOnceWhoeverComesAndToldOnce() {
        try (var log = new HeardLog()) {
            for (int visitors = 0; visitors < 5; visitors++) {
                refused(Reason.MISCONFIGURED);
            }
            assertThat(log.lines(Level.ERROR)).singleElement().asString().contains("40125");
        }
        assertThat(wechat.asked(EXCHANGE)).hasSize(1);

        clock.pass(Duration.ofMinutes(1));
        refused(Reason.MISCONFIGURED);
        assertThat(wechat.asked(EXCHANGE)).hasSize(2);
    }

    @Test
    void aCodeThatNobodyKnowsStopsNobodyElse() {
        wechat.answers(EXCHANGE, 40029);
        refused(Reason.WRONG);
        wechat.answers(EXCHANGE, 40163);
        refused(Reason.USED);
    }

    private void refused(Reason reason) {
        signIn.who(Workbench.CALLS.account(), "code")
                .as(StepVerifier::create)
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                SignInRefused.class,
                                it -> assertThat(it.reason()).isEqualTo(reason)));
    }
}
