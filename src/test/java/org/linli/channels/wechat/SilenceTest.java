package org.linli.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.channels.SendFailure;
import org.linli.channels.WebhookRejected;
import org.slf4j.LoggerFactory;

/// No secret and nobody's words in the log, in an error or in a text form.
class SilenceTest {

    private static final String WORDS = "我家的门牌是三零二";
    private static final List<String> NEVER =
            List.of(Workbench.SECRET, "SECRET-TOKEN", WORDS, "oResident1", WechatCalls.DEMO.aesKey(), "demotoken");

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final StringBuilder printed = new StringBuilder();

    @BeforeEach
    void listen() {
        root.setLevel(Level.INFO);
        ((Logger) LoggerFactory.getLogger("org.linli")).setLevel(Level.TRACE);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
    }

    @Test
    void sendingInEveryKindOfTroubleTellsNothing() {
        try (var workbench = new Workbench();
                var wechat = new StandInWechat(Workbench.CALLS.appId(), Workbench.SECRET)) {
            var channel = workbench.replica(wechat.base());
            List<Runnable> troubles = List.of(
                    wechat::behaves,
                    wechat::expiresItsToken,
                    wechat::throttles,
                    wechat::forbids,
                    wechat::isOutOfOrder,
                    wechat::hangsUp,
                    wechat::neverAnswers,
                    () -> wechat.answers(40001),
                    wechat::refusesTheSecret,
                    workbench::stopRedis,
                    wechat::isGone);
            troubles.forEach(trouble -> {
                trouble.run();
                send(channel);
            });
        }
        assertSilent();
    }

    @Test
    void receivingInEveryKindOfTroubleTellsNothing() {
        var channel = Workbench.receiving(Workbench.account(java.net.URI.create("http://127.0.0.1:1")));
        var calls = Workbench.CALLS;
        String body = WechatCalls.text("oResident1", "1", WORDS);
        for (var call : List.of(
                calls.safe(body),
                calls.plain(body),
                calls.plain(body + "<"),
                calls.plain(body.replace("<xml>", "<!DOCTYPE x [<!ENTITY a '" + WORDS + "'>]><xml>")),
                calls.plain("{\"Content\":\"" + WORDS),
                calls.safe(body).with("msg_signature", "0"),
                calls.sealed(WORDS, "<xml><Encrypt>" + WORDS + "</Encrypt></xml>"))) {
            printed.append(call.request());
            try {
                var delivery = Workbench.got(channel.receive(call.request()));
                printed.append(delivery).append(Workbench.answered(delivery, Workbench.letter(WORDS)));
            } catch (WebhookRejected rejected) {
                printed.append(rejected).append(rejected.getCause());
            }
        }
        assertSilent();
    }

    private void send(WechatChannel channel) {
        var letter = Workbench.letter(WORDS);
        printed.append(letter);
        try {
            printed.append(Workbench.got(channel.send(letter)));
        } catch (SendFailure failure) {
            printed.append(failure).append(failure.getCause());
        }
    }

    private void assertSilent() {
        String told = log.list.stream()
                .map(it -> it.getFormattedMessage()
                        + (it.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(it.getThrowableProxy())))
                .collect(Collectors.joining("\n"));
        assertThat(printed.toString()).isNotEmpty();
        assertThat(NEVER).noneMatch(told::contains).noneMatch(printed.toString()::contains);
    }
}
