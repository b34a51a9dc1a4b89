package org.linli.inbox;

import java.time.Duration;
import java.time.Instant;
import org.linli.SettableClock;
import org.linli.channels.Content;
import org.linli.channels.parrot.ParrotChannel;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import reactor.core.publisher.Mono;

/// A channel, somebody who answers, and a clock in the hands of the test.
@TestConfiguration(proxyBeanMethods = false)
class WithParrot {

    @Bean
    ParrotChannel parrotChannel() {
        return ParrotChannel.thatWaits(Duration.ofSeconds(4));
    }

    @Bean
    @Primary
    ScriptedHandler scriptedHandler() {
        return new ScriptedHandler();
    }

    /// Nobody misses what is called chatter.
    @Bean
    @Primary
    Dispensable chatter() {
        return arrival -> Mono.just(arrival.message().content().equals(new Content.Text("chatter")));
    }

    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    }

    @Bean
    @Primary
    NotedSteps notedSteps() {
        return new NotedSteps();
    }
}
