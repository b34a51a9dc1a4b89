package org.linli.webhooks;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.instantOrNull;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import org.linli.community.StaffMember;
import org.linli.platform.audit.NoteChange;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Known;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What was told to those who subscribed, for whoever looks why something did not arrive.
@Component
public class FindDeliveries {

    public static final int PAGE = 50;

    private static final String AGAIN = """
        update webhooks.deliveries d set due_at = $4, tries = 0, done_at = null
        from webhooks.subscriptions s
        where d.community_id = $1 and d.subscription = $2 and d.id = $3
          and s.community_id = d.community_id and s.id = d.subscription and s.stopped_at is null
        returning d.id, d.topic, d.at, d.tries, nullif(d.due_at, 'infinity') as due_at, d.done_at, d.outcome""";

    private static final Function<Readable, Optional<Delivery>> KNOWN =
            Known.row("call to a program", FindDeliveries::read);

    private final DatabaseClient database;
    private final NoteChange noted;
    private final Clock clock;

    FindDeliveries(DatabaseClient database, NoteChange noted, Clock clock) {
        this.database = database;
        this.noted = noted;
        this.clock = clock;
    }

    /// The latest first.
    ///
    /// @param before only older than this one
    public Flux<Delivery> of(CommunityId community, String subscription, long before, int most) {
        var older = database.sql("""
            select id, topic, at, tries, nullif(due_at, 'infinity') as due_at, done_at, outcome from webhooks.deliveries
            where community_id = $1 and subscription = $2 and id < $3 order by id desc limit $4 offset $5""")
                .bind(0, community.value())
                .bind(1, subscription)
                .bind(2, before);
        return Known.upTo(
                most,
                (rows, from) -> older.bind(3, rows).bind(4, from).map(KNOWN).all());
    }

    /// Makes it again at once, also where it arrived; noted in the audit trail. Empty where there is no such call, or
    /// its subscription was stopped.
    public Mono<Delivery> again(StaffMember by, String subscription, long id) {
        Instant now = clock.instant();
        var line = new Noted(
                by.community(),
                by.id(),
                Noted.Kind.SETTING_CHANGED,
                "webhook/" + subscription,
                "call " + id + " made again",
                now);
        return noted.after(dueAgain(by.community(), subscription, id, now), _ -> line);
    }

    private Mono<Delivery> dueAgain(CommunityId community, String subscription, long id, Instant now) {
        return database.sql(AGAIN)
                .bind(0, community.value())
                .bind(1, subscription)
                .bind(2, id)
                .bind(3, now.atOffset(ZoneOffset.UTC))
                .map(FindDeliveries::read)
                .one();
    }

    private static Delivery read(Readable row) {
        return new Delivery(
                number(row, "id"),
                Topic.valueOf(text(row, "topic")),
                instant(row, "at"),
                integer(row, "tries"),
                instantOrNull(row, "due_at"),
                instantOrNull(row, "done_at"),
                row.get("outcome", String.class));
    }
}
