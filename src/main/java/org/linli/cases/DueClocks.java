package org.linli.cases;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.instantOrNull;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Known;
import org.linli.platform.jobs.LookThenClaim;
import org.linli.platform.jobs.LookThenClaim.Seen;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Finds clocks. What is due comes from one query over an index of what is due, however many cases are open.
@Component
public class DueClocks {

    /// A replica that dies leaves what it had claimed to the others after this time.
    static final Duration LEASE = Duration.ofSeconds(30);

    private static final String LOOK =
            "select community_id, number, name from cases.clocks where next_at <= $1 order by next_at limit $2";

    private static final String CLAIM = """
            with due as materialized (
              select number, name from cases.clocks
              where community_id = $1 and (number, name) in (select * from unnest($2::text[], $3::text[]))
                and next_at <= $4
              for update skip locked)
            update cases.clocks c set next_at = $5
            from due
            where c.community_id = $1 and c.number = due.number and c.name = due.name
            returning c.*""";

    /// One of a version to come is passed by: its lease lets the others go first.
    private static final Function<Readable, Optional<Deadline>> KNOWN = Known.row("clock", DueClocks::read);

    /// Which clock of a community.
    private record Named(String number, String name) {}

    private final DatabaseClient database;

    DueClocks(DatabaseClient database) {
        this.database = database;
    }

    /// Those that are due, claimed until the lease ends.
    Flux<Deadline> claim(Instant now, int most) {
        return LookThenClaim.all(look(now, most), (community, clocks) -> claim(now, community, clocks));
    }

    private Flux<Seen<Named>> look(Instant now, int most) {
        return database.sql(LOOK)
                .bind(0, now.atOffset(ZoneOffset.UTC))
                .bind(1, most)
                .map(row -> new Seen<>(
                        new CommunityId(text(row, "community_id")), new Named(text(row, "number"), text(row, "name"))))
                .all();
    }

    private Flux<Deadline> claim(Instant now, CommunityId community, List<Named> clocks) {
        return database.sql(CLAIM)
                .bind(0, community.value())
                .bind(1, clocks.stream().map(Named::number).toArray(String[]::new))
                .bind(2, clocks.stream().map(Named::name).toArray(String[]::new))
                .bind(3, now.atOffset(ZoneOffset.UTC))
                .bind(4, now.plus(LEASE).atOffset(ZoneOffset.UTC))
                .map(KNOWN)
                .all()
                .concatMap(Mono::justOrEmpty);
    }

    /// All of a case, the first end first.
    public Flux<Deadline> of(CommunityId community, String number) {
        return database.sql("select * from cases.clocks where community_id = $1 and number = $2 order by due_at, name")
                .bind(0, community.value())
                .bind(1, number)
                .map(DueClocks::read)
                .all();
    }

    /// What was missed in a case, the earliest first.
    public Flux<Miss> missed(CommunityId community, String number) {
        return database.sql("select * from cases.misses where community_id = $1 and number = $2 order by at, clock")
                .bind(0, community.value())
                .bind(1, number)
                .map(row -> new Miss(
                        community,
                        number,
                        text(row, "clock"),
                        instant(row, "due_at"),
                        text(row, "unit"),
                        row.get("assignee", String.class),
                        State.valueOf(text(row, "state")),
                        text(row, "told"),
                        instant(row, "at")))
                .all();
    }

    /// Of a case that is not there any more.
    Mono<Void> forget(Deadline clock) {
        return database.sql("delete from cases.clocks where community_id = $1 and number = $2 and name = $3")
                .bind(0, clock.community().value())
                .bind(1, clock.number())
                .bind(2, clock.name())
                .then();
    }

    static Deadline read(Readable row) {
        return new Deadline(
                new CommunityId(text(row, "community_id")),
                text(row, "number"),
                text(row, "name"),
                instant(row, "due_at"),
                Deadline.Stage.valueOf(text(row, "stage")),
                integer(row, "height"),
                instantOrNull(row, "next_at"));
    }
}
