package org.linli.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.linli.SettableClock;
import org.linli.channels.Act;
import org.linli.channels.Allowance.Opening;
import org.linli.channels.Allowance.Period;
import org.linli.channels.Allowance.Quota;
import org.linli.channels.Allowance.Rate;
import org.linli.channels.Allowance.Scope;
import org.linli.channels.Allowance.Window;
import org.linli.channels.Limits;
import org.linli.channels.parrot.ParrotChannel;
import org.linli.platform.words.Folder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// Who is there when letters are delivered in tests.
@TestConfiguration(proxyBeanMethods = false)
class Neighbours {

    @Bean
    ParrotChannel parrotChannel() {
        return new ParrotChannel(new Limits(30, Duration.ZERO));
    }

    /// Twice within two days after a message.
    @Bean
    MagpieWay service() {
        return new MagpieWay(
                "magpie.service",
                letter -> List.of(new Window(
                        "magpie.service",
                        Scope.receiver(letter.to()),
                        List.of(new Opening(Act.MESSAGE, 2, Duration.ofHours(48))))));
    }

    /// Three a day for the whole account.
    @Bean
    MagpieWay template() {
        return new MagpieWay(
                "magpie.template",
                letter -> List.of(new Quota("magpie.template", Scope.account(letter.to()), 3, Period.DAY)));
    }

    /// One a minute, and only to those whose name begins with `slow`.
    @Bean
    MagpieWay robot() {
        return new MagpieWay(
                "magpie.robot",
                letter -> List.of(new Rate("magpie.robot", Scope.receiver(letter.to()), 1, Duration.ofMinutes(1))));
    }

    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    }

    @Bean
    @Primary
    LetterTemplates words() {
        return new LetterTemplates(new Folder("src/test/resources/letters"));
    }

    @Bean
    @Primary
    OutboxSettings order() {
        return new OutboxSettings(
                List.of("magpie.robot", "magpie.service", "magpie.template"),
                Map.of("poplar", List.of("magpie.template", "magpie.service")),
                List.of("emergency"),
                List.of());
    }
}
