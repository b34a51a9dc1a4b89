package org.linli.rights;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.instantOrNull;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.LookThenClaim;
import org.linli.platform.jobs.LookThenClaim.Seen;
import org.linli.platform.rights.Person;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Who wants to be forgotten, and how far that is.
@Component
public class Erasures {

    private static final int MOST = 50;

    /// More than one, because other replicas may be faster.
    private static final int SEEN = 8;

    private static final Duration LEASE = Duration.ofMinutes(2);

    /// @param by      a staff member's id; empty: the person asked
    /// @param waiting tables that cannot be erased yet
    /// @param doneAt  `null` until nothing is left
    public record Line(
            String id,
            String by,
            String reason,
            Instant at,
            List<String> waiting,
            @Nullable Instant doneAt) {

        /// `done`, `waits` for what cannot be erased yet, or `due`.
        public String state() {
            if (doneAt != null) {
                return "done";
            }
            return waiting.isEmpty() ? "due" : "waits";
        }
    }

    /// @param waiting tables that are all that is left; empty: nothing has been erased yet
    record Due(CommunityId community, String id, String by, Person person, List<String> waiting) {}

    private final DatabaseClient database;
    private final SealedPerson sealed;
    private final Clock clock;

    Erasures(DatabaseClient database, SealedPerson sealed, Clock clock) {
        this.database = database;
        this.sealed = sealed;
        this.clock = clock;
    }

    /// The newest first; without who they are.
    public Flux<Line> all(CommunityId community) {
        return database.sql("""
                        select id, asked_by, reason, asked_at, waiting, done_at from rights.erasures
                        where community_id = $1 order by asked_at desc limit $2""")
                .bind(0, community.value())
                .bind(1, MOST)
                .map(Erasures::line)
                .all();
    }

    /// The same, of those that were asked for before one.
    ///
    /// @param at   when that one was, and its id
    /// @param most how many
    public Flux<Line> before(CommunityId community, Instant at, String id, int most) {
        return database.sql("""
                        select id, asked_by, reason, asked_at, waiting, done_at from rights.erasures
                        where community_id = $1 and (asked_at, id) < ($2, $3)
                        order by asked_at desc, id desc limit $4""")
                .bind(0, community.value())
                .bind(1, at.atOffset(ZoneOffset.UTC))
                .bind(2, id)
                .bind(3, most)
                .map(Erasures::line)
                .all();
    }

    /// The next one, under a lease. Empty where nothing is due.
    Mono<Due> claim() {
        return LookThenClaim.first(look(), this::claim);
    }

    private Flux<Seen<String>> look() {
        return database.sql("""
                        select community_id, id from rights.erasures
                        where done_at is null and not_before <= $1 and (lease_until is null or lease_until < $1)
                        order by not_before limit $2""")
                .bind(0, clock.instant().atOffset(UTC))
                .bind(1, SEEN)
                .map(row -> Seen.of(row, "id"))
                .all();
    }

    private Mono<Due> claim(CommunityId community, String id) {
        Instant now = clock.instant();
        return database.sql("""
                        with next as materialized (
                          select id from rights.erasures
                          where community_id = $1 and id = $2
                            and done_at is null and not_before <= $3 and (lease_until is null or lease_until < $3)
                          for update skip locked)
                        update rights.erasures e set lease_until = $4, tries = e.tries + 1
                        from next where e.community_id = $1 and e.id = next.id
                        returning e.community_id, e.id, e.asked_by, e.person, e.waiting""")
                .bind(0, community.value())
                .bind(1, id)
                .bind(2, now.atOffset(UTC))
                .bind(3, now.plus(LEASE).atOffset(UTC))
                .map(this::due)
                .one();
    }

    /// From now on it is known, whatever has been erased meanwhile, who it is.
    Mono<Due> remembered(Due it, Person person) {
        return database.sql("""
                        update rights.erasures set person = $3
                        where community_id = $1 and id = $2 and done_at is null""")
                .bind(0, it.community().value())
                .bind(1, it.id())
                .bind(2, sealed.seal(person, it.id()))
                .then()
                .thenReturn(new Due(it.community(), it.id(), it.by(), person, it.waiting()));
    }

    Mono<Void> later(Due it, List<String> waiting, Duration rest) {
        return database.sql("""
                        update rights.erasures set waiting = $3, not_before = $4, lease_until = null
                        where community_id = $1 and id = $2 and done_at is null""")
                .bind(0, it.community().value())
                .bind(1, it.id())
                .bind(2, waiting.toArray(String[]::new))
                .bind(3, clock.instant().plus(rest).atOffset(UTC))
                .then();
    }

    private Due due(Readable row) {
        var community = new CommunityId(text(row, "community_id"));
        String id = text(row, "id");
        return new Due(
                community, id, text(row, "asked_by"), sealed.open(community, id, text(row, "person")), waiting(row));
    }

    private static Line line(Readable row) {
        return new Line(
                text(row, "id"),
                text(row, "asked_by"),
                text(row, "reason"),
                instant(row, "asked_at"),
                waiting(row),
                instantOrNull(row, "done_at"));
    }

    private static List<String> waiting(Readable row) {
        var waiting = row.get("waiting", String[].class);
        return waiting == null ? List.of() : List.of(waiting);
    }
}
