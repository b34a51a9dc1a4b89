package org.linli.inbox;

import static java.time.ZoneOffset.UTC;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Overload;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Puts the chatter of groups aside while there is more to do than can be done, so that reports and ballots come
/// through. What has not waited long is not put aside: its community has its turn as ever and is no part of the storm.
@Component
public class Shed {

    /// That far back [#lately] looks.
    public static final Duration LATELY = Duration.ofDays(1);

    private final InboxSettings settings;
    private final Overload overload;
    private final ObjectProvider<Dispensable> judges;
    private final Effects effects;
    private final DatabaseClient database;
    private final Counter counter;
    private final Clock clock;

    Shed(
            InboxSettings settings,
            Overload overload,
            ObjectProvider<Dispensable> judges,
            Effects effects,
            DatabaseClient database,
            MeterRegistry meters,
            Clock clock) {
        this.settings = settings;
        this.overload = overload;
        this.judges = judges;
        this.effects = effects;
        this.database = database;
        this.counter = meters.counter("linli.arrivals", "outcome", "shed");
        this.clock = clock;
    }

    /// How many messages of the community were put aside within a day. Never empty.
    public Mono<Long> lately(CommunityId community) {
        return database.sql("""
                        select count(*) from inbox.arrivals
                        where community_id = $1 and state = 'shed' and received_at > $2
                        """)
                .bind("$1", community.value())
                .bind("$2", clock.instant().minus(LATELY).atOffset(UTC))
                .mapValue(Long.class)
                .one();
    }

    /// Whether it is put aside now, and with that done. Never empty.
    Mono<Boolean> puts(Arrival arrival) {
        var judge = overload.lasts() && hasWaited(arrival) ? judges.getIfAvailable() : null;
        return judge == null
                ? Mono.just(false)
                : judge.isDispensable(arrival).flatMap(yes -> yes ? putAside(arrival) : Mono.just(false));
    }

    /// As long as what tells that it is over.
    private boolean hasWaited(Arrival arrival) {
        var longEnough = settings.overload().after().dividedBy(2);
        return !arrival.receivedAt().plus(longEnough).isAfter(clock.instant());
    }

    private Mono<Boolean> putAside(Arrival arrival) {
        return effects.commit(List.of(ArrivalDone.shed(arrival)))
                .doOnSuccess(_ -> counter.increment())
                .thenReturn(true);
    }
}
