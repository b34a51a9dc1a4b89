package org.linli.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.number;
import static org.linli.Results.result;
import static org.linli.Results.results;
import static org.linli.channels.parrot.ParrotChannel.COMMUNITY;
import static org.linli.channels.parrot.ParrotChannel.message;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.SettableClock;
import org.linli.Shows;
import org.linli.channels.Content;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Overload;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

@LinliTest
@Import(WithParrot.class)
class OverloadTest {

    @Autowired
    Inbox inbox;

    @Autowired
    Leases leases;

    @Autowired
    WorkOnArrival worker;

    @Autowired
    ScriptedHandler handler;

    @Autowired
    WatchOverload watch;

    @Autowired
    Overload overload;

    @Autowired
    Shed shed;

    @Autowired
    Effects effects;

    @Autowired
    SettableClock clock;

    @Autowired
    MeterRegistry meters;

    @Autowired
    DatabaseClient database;

    private final List<String> answered = new CopyOnWriteArrayList<>();

    @BeforeEach
    void empty() {
        completed(database.sql("truncate inbox.arrivals").then());
        handler.does(arrival -> {
            answered.add(((Content.Text) arrival.message().content()).text());
            return effects.commit(List.of(ArrivalDone.of(arrival, null)));
        });
    }

    @AfterEach
    void over() {
        overload.ends();
    }

    @Shows("more is written than can be answered")
    @Test
    void whileManyHaveWaitedLongChatterIsPutAsideAndReportsAreAnswered() {
        double before = putAside();
        keep(150);
        looked();
        assertThat(overload.lasts()).as("nobody has waited yet").isFalse();

        clock.pass(Duration.ofSeconds(31));
        looked();
        assertThat(overload.lasts()).isTrue();
        results(leases.claim(256)
                .flatMapIterable(Leases.Claim::arrivals)
                .flatMap(it -> worker.work(it).thenReturn(it)));

        assertThat(answered).hasSize(75).containsOnly("report");
        assertThat(number(database, "select count(*) n from inbox.arrivals where state = 'shed'"))
                .isEqualTo(75);
        assertThat(putAside() - before).isEqualTo(75);
        assertThat(result(shed.lately(COMMUNITY))).isEqualTo(75);

        looked();
        assertThat(overload.lasts()).as("nobody waits any more").isFalse();
    }

    @Test
    void whoseTurnCameInTimeHasNothingPutAside() {
        keep(150);
        clock.pass(Duration.ofSeconds(31));
        looked();
        completed(inbox.keep(message("late", "q", "chatter")));
        clock.pass(Duration.ofSeconds(14));

        results(leases.claim(256)
                .flatMapIterable(Leases.Claim::arrivals)
                .filter(it -> it.message().platformId().equals("late"))
                .flatMap(it -> worker.work(it).thenReturn(it)));

        assertThat(overload.lasts()).isTrue();
        assertThat(answered).containsExactly("chatter");
    }

    @Test
    void withoutItNothingIsPutAside() {
        keep(2);

        results(leases.claim(256)
                .flatMapIterable(Leases.Claim::arrivals)
                .flatMap(it -> worker.work(it).thenReturn(it)));

        assertThat(answered).containsExactlyInAnyOrder("report", "chatter");
    }

    @Test
    void aTalkThatHangsIsNone() {
        keep(20);

        clock.pass(Duration.ofMinutes(10));
        looked();

        assertThat(overload.lasts()).isFalse();
    }

    private void keep(int messages) {
        completed(Flux.range(0, messages)
                .flatMap(n -> inbox.keep(message("m" + n, "p" + n, n % 2 == 0 ? "report" : "chatter")))
                .then());
    }

    private void looked() {
        result(watch.round());
    }

    private double putAside() {
        return meters.counter("linli.arrivals", "outcome", "shed").count();
    }
}
