package org.linli.inbox;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.platform.database.Effect;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Takes the same message of a group that comes through two channels for one. Both have their turn in one queue
/// ([Inbound#queue] names a group alike for all channels), so the second finds what the first has left.
@Component
public class Twins {

    private static final String HEARD = """
            select exists (
                select from inbox.twins
                where community_id = $1 and mark = $2 and channel <> $3 and said_at between $4 and $5
                  and (mentioned or not $6)) as yes
            """;

    private final DatabaseClient database;

    Twins(DatabaseClient database) {
        this.database = database;
    }

    /// Whether another channel has brought it before. One that addresses the service is heard all the same when the
    /// other did not tell so. Never empty.
    public Mono<Boolean> isOne(Arrival arrival) {
        return Twin.of(arrival).map(it -> isOne(arrival, it)).orElse(Mono.just(false));
    }

    private Mono<Boolean> isOne(Arrival arrival, Twin twin) {
        var window = Twin.window(arrival.message());
        return database.sql(HEARD)
                .bind("$1", twin.community().value())
                .bind("$2", twin.mark())
                .bind("$3", twin.channel())
                .bind("$4", twin.at().minus(window).atOffset(UTC))
                .bind("$5", twin.at().plus(window).atOffset(UTC))
                .bind("$6", twin.mentioned())
                .map(row -> Boolean.TRUE.equals(row.get("yes", Boolean.class)))
                .one();
    }

    /// What is to be committed with the effects of a message, so that the second is known by it.
    public static List<Effect> left(Arrival arrival) {
        return Twin.of(arrival).<List<Effect>>map(List::of).orElse(List.of());
    }
}
