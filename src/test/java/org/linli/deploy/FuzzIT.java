package org.linli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.channels.wechat.WechatCalls;
import org.linli.understanding.Understand;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/// Whatever comes in from outside is taken or refused in words, and never breaks us: recorded calls, damaged at random,
/// rightly signed and encrypted, so that they come as far as the parsers.
@Tag("long")
@LinliTest
@TestPropertySource(
        properties = {
            "linli.channels.wechat.accounts[0].id=demo",
            "linli.channels.wechat.accounts[0].app-id=wx0123456789abcdef",
            "linli.channels.wechat.accounts[0].secret=top-secret",
            "linli.channels.wechat.accounts[0].token=demotoken",
            "linli.channels.wechat.accounts[0].encoding-aes-key=abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
            "linli.channels.wechat.accounts[0].api-base=http://127.0.0.1:9",
            "linli.channels.wechat.accounts[0].community=lm",
            "linli.inbox.work=false"
        })
class FuzzIT {

    private static final Duration EACH = Duration.ofSeconds(15);

    @Autowired
    WebTestClient web;

    @Autowired
    Understand understand;

    private final Damage damage = Damage.any();

    @Test
    void noCallOfAPlatformBreaksUs() throws IOException {
        var samples = samples();
        var answers = new TreeMap<Integer, Integer>();
        for (Instant end = Instant.now().plus(EACH); Instant.now().isBefore(end); ) {
            String body = damage.text(damage.one(samples));
            var call = damage.once(4) ? WechatCalls.DEMO.plain(body) : WechatCalls.DEMO.safe(body);
            int status = web.post()
                    .uri(call.path())
                    .bodyValue(call.body())
                    .exchange()
                    .returnResult(byte[].class)
                    .getStatus()
                    .value();
            answers.merge(status, 1, Integer::sum);
            assertThat(status).as("seed %d: %s", damage.seed(), body).isIn(200, 400, 403, 413);
        }
        System.out.println("damaged calls by answer: " + answers);
        assertThat(answers).as("some are refused, some are taken").containsKeys(200, 400);
    }

    @Test
    void noSentenceBreaksUnderstanding() throws IOException {
        var samples = Files.readAllLines(Path.of("intents/report/elevator.yml"));
        long heard = 0;
        for (Instant end = Instant.now().plus(EACH); Instant.now().isBefore(end); heard++) {
            String words = damage.text(damage.one(samples));
            var understood = understand.understand(words, damage.once(2), LocalDateTime.of(2026, 2, 28, 23, 59));
            assertThat(understood.confidence())
                    .as("seed %d: %s", damage.seed(), words)
                    .isBetween(0.0, 1.0);
        }
        System.out.println("damaged sentences heard: " + heard);
    }

    private static List<String> samples() throws IOException {
        try (var files = Files.list(Path.of("src/test/resources/wechat"))) {
            return files.map(FuzzIT::read).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
