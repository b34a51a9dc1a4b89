package org.linli.inbox;

import static java.time.ZoneOffset.UTC;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.linli.platform.jobs.Job;
import org.linli.platform.jobs.Overload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Says that there is more to do than can be done when many messages, which nobody has looked at, have waited for long;
/// and that it is over when hardly any has waited half as long. A single talk that hangs is no overload.
@Component
class WatchOverload implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(WatchOverload.class);

    private static final String WAITED = """
            select count(*) from (
                select from inbox.arrivals where state = 'waiting' and attempt = 0 and received_at < $1 limit $2) it
            """;

    private final InboxSettings settings;
    private final DatabaseClient database;
    private final Overload overload;
    private final Clock clock;

    WatchOverload(
            InboxSettings settings, DatabaseClient database, Overload overload, MeterRegistry meters, Clock clock) {
        this.settings = settings;
        this.database = database;
        this.overload = overload;
        this.clock = clock;
        Gauge.builder("linli.overload", () -> overload.lasts() ? 1 : 0)
                .description("1 while chatter of groups is put aside and analytics wait")
                .register(meters);
    }

    @Override
    public String name() {
        return "watch-overload";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Mono<Integer> round() {
        return (overload.lasts() ? end() : begin()).thenReturn(0);
    }

    private Mono<Long> begin() {
        int many = settings.overload().messages();
        return waited(settings.overload().after(), many)
                .filter(count -> count == many && overload.begins())
                .doOnNext(_ -> LOG.warn(
                        "{} messages and more have waited longer than {}: chatter of groups is put aside, analytics wait",
                        many,
                        settings.overload().after()));
    }

    private Mono<Long> end() {
        int few = Math.max(1, settings.overload().messages() / 10);
        return waited(settings.overload().after().dividedBy(2), few)
                .filter(count -> count < few && overload.ends())
                .doOnNext(_ -> LOG.info("messages are answered in time again, none is put aside any more"));
    }

    private Mono<Long> waited(Duration time, int most) {
        return database.sql(WAITED)
                .bind("$1", clock.instant().minus(time).atOffset(UTC))
                .bind("$2", most)
                .mapValue(Long.class)
                .one();
    }
}
