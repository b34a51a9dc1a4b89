package org.linli.channels.wecom.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.channels.Address;
import org.linli.channels.Outbound;
import org.linli.channels.SendFailure;
import org.linli.channels.WebhookRejected;
import org.linli.channels.tencent.OwnRedis;
import org.linli.channels.tencent.SharedTokens;
import org.linli.channels.wecom.StandInWecom;
import org.linli.channels.wecom.WecomApi;
import org.linli.channels.wecom.WecomCalls;
import org.slf4j.LoggerFactory;

/// No secret and nobody's words in the log, in an error or in a text form.
class SilenceTest {

    private static final String WORDS = "我家的门牌是三零二";
    private static final List<String> NEVER = List.of(
            WORDS, "zhou", "SECRET-TOKEN", WecomCalls.SECRET, WecomCalls.ROBOT, WecomCalls.APP.aesKey(), "apptoken");

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final StringBuilder printed = new StringBuilder();

    @BeforeEach
    void listen() {
        root.setLevel(Level.INFO);
        ((Logger) LoggerFactory.getLogger("org.linli.channels")).setLevel(Level.TRACE);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
    }

    @Test
    void everyKindOfTroubleTellsNothing() {
        try (var wecom = new StandInWecom("/cgi-bin/message/send")) {
            var settings = WecomCalls.settings(wecom.base());
            var api = new WecomApi(settings, new SharedTokens(OwnRedis.nobody()), Clock.systemUTC());
            var channel = new WecomChannel(
                    settings,
                    new PassiveReply(Clock.systemUTC()),
                    new SendByApp(settings, api, WecomChannelTest.showing(OwnRedis.nobody())));
            printed.append(settings).append(settings.corps());
            List<Runnable> troubles = List.of(
                    wecom::behaves,
                    wecom.platform()::expireToken,
                    wecom::throttles,
                    wecom::isOutOfOrder,
                    wecom::hangsUp,
                    () -> wecom.tokenAnswers(40001),
                    wecom::isGone);
            troubles.forEach(trouble -> {
                trouble.run();
                send(channel);
            });
            hear(channel, WecomCalls.text("zhou", "1", WORDS));
            hear(channel, WORDS);
        }
        String told = log.list.stream().map(ILoggingEvent::getFormattedMessage).collect(Collectors.joining("\n"));
        assertThat(printed.toString()).contains("THROTTLED", "Messages").hasSizeGreaterThan(200);
        assertThat(NEVER).noneMatch(told::contains).noneMatch(printed.toString()::contains);
    }

    private void send(WecomChannel channel) {
        var letter = new Outbound("k", Address.person(WecomChannel.ID, "desk", "zhou"), WORDS, List.of());
        printed.append(letter);
        try {
            printed.append(channel.send(letter).block(Duration.ofSeconds(5)));
        } catch (SendFailure failure) {
            printed.append(failure).append(failure.getCause());
        }
    }

    private void hear(WecomChannel channel, String xml) {
        var call = WecomCalls.toApp(xml);
        printed.append(call);
        try {
            printed.append(channel.receive(call).block(Duration.ofSeconds(5)));
        } catch (WebhookRejected rejected) {
            printed.append(rejected);
        }
    }
}
