package org.linli.rights;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.LookThenClaim;
import org.linli.platform.jobs.LookThenClaim.Seen;
import org.linli.platform.rights.Person;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Who is to be forgotten now: claimed by one replica at a time, and kept until nothing is left.
@Component
class DueErasures {

    /// More than one, because other replicas may be faster.
    private static final int SEEN = 8;

    private static final Duration LEASE = Duration.ofMinutes(2);

    /// @param waiting tables that are all that is left; empty: nothing has been erased yet
    record Due(CommunityId community, String id, String by, Person person, List<String> waiting) {}

    private final DatabaseClient database;
    private final SealedPerson sealed;
    private final Clock clock;

    DueErasures(DatabaseClient database, SealedPerson sealed, Clock clock) {
        this.database = database;
        this.sealed = sealed;
        this.clock = clock;
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
                community,
                id,
                text(row, "asked_by"),
                sealed.open(community, id, text(row, "person")),
                Erasures.waiting(row));
    }
}
