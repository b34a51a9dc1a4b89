package org.linli.outbox;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.linli.channels.Address;
import org.linli.platform.audit.NoteChange;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.Bells;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Letters that did not arrive, may not have, or wait until the person acts: for staff to look at and to send again.
@Component
public class UndeliveredLetters {

    /// @param way    by which it was tried last; empty when it came to none
    /// @param reason a [org.linli.channels.SendFailure.Reason] or `NO_WORDS`, `NO_WAY`, `TIMEOUT`, `SENDER_GONE`,
    ///               `RESPONSE_NOT_SEEN`, `NOT_DELIVERED`, `NEVER_OPENED`
    public record Undelivered(
            String key,
            Address to,
            String template,
            State state,
            String way,
            String reason,
            int attempts,
            Instant createdAt) {

        /// Sent again, it may come twice.
        public boolean mayHaveArrived() {
            return state == State.UNKNOWN;
        }

        /// Whether [UndeliveredLetters#drop] takes it.
        public boolean mayBeDropped() {
            return mayHaveArrived() && IN_DOUBT.contains(reason);
        }
    }

    public enum State {
        FAILED,
        UNKNOWN,
        HELD
    }

    private static final int PAGE = 50;

    /// Why a letter waits that people may have had before a backup was brought back.
    private static final Set<String> IN_DOUBT = Set.of("RESTORED", SinceRestore.REASON);

    private final DatabaseClient database;
    private final NoteChange note;
    private final Bells bells;
    private final Clock clock;

    UndeliveredLetters(DatabaseClient database, NoteChange note, Bells bells, Clock clock) {
        this.database = database;
        this.note = note;
        this.bells = bells;
        this.clock = clock;
    }

    /// Those that somebody has to look at; what is only held looks after itself.
    public Mono<Long> count(CommunityId community) {
        return database.sql("""
                        select count(*) from outbox.letters where community_id = $1 and state in ('unknown', 'failed')
                        """)
                .bind("$1", community.value())
                .mapValue(Long.class)
                .one();
    }

    /// Newest first, 50 a page; empty when there is none.
    ///
    /// @param page from 0
    public Flux<Undelivered> list(CommunityId community, int page) {
        return database.sql("""
                        select key, address, template, state, coalesce(way, '') as way,
                               coalesce(reason, '') as reason, attempts, created_at
                        from outbox.letters where community_id = $1 and state in ('unknown', 'failed', 'held')
                        order by id desc limit $2 offset $3
                        """)
                .bind("$1", community.value())
                .bind("$2", PAGE)
                .bind("$3", page * PAGE)
                .map(UndeliveredLetters::undelivered)
                .all();
    }

    /// One of them. Empty when it is not undelivered (any more).
    public Mono<Undelivered> find(CommunityId community, String key) {
        return database.sql("""
                        select key, address, template, state, coalesce(way, '') as way,
                               coalesce(reason, '') as reason, attempts, created_at
                        from outbox.letters
                        where community_id = $1 and key = $2 and state in ('unknown', 'failed', 'held')
                        """)
                .bind("$1", community.value())
                .bind("$2", key)
                .map(UndeliveredLetters::undelivered)
                .one();
    }

    /// Sends it again. `false` when it is not undelivered (any more).
    public Mono<Boolean> retry(CommunityId community, String key) {
        return database.sql("""
                        with mine as (
                            select community_id, key from outbox.letters
                            where community_id = $1 and key = $2 and state in ('unknown', 'failed', 'held') for update
                        ), told as (
                            insert into outbox.history (community_id, key, at, step, detail)
                            select community_id, key, $3, 'retried', '' from mine
                        )
                        update outbox.letters a
                        set state = 'due', attempts = a.attempts + 1, failures = 0, not_before = null, failed_ways = '{}',
                            holds_until = null, reconsider_at = null, finished_at = null
                        from mine where a.community_id = $1 and a.key = mine.key
                        """)
                .bind("$1", community.value())
                .bind("$2", key)
                .bind("$3", clock.instant().atOffset(UTC))
                .fetch()
                .rowsUpdated()
                .map(count -> count > 0)
                .doOnNext(_ -> bells.ring(DeliverLetters.NAME));
    }

    /// Never sends one that a restore has left in doubt: it counts as sent. Noted in the trail, without whom it is to.
    ///
    /// @param by the id of a staff member
    /// @return `false` when it does not wait for that (any more); never empty
    public Mono<Boolean> drop(CommunityId community, String by, String key) {
        var noted = new Noted(
                community, by, Noted.Kind.SETTING_CHANGED, "letters-since-restore", "drop one", clock.instant());
        return note.where(Mono.defer(() -> dropped(community, key)), noted);
    }

    private Mono<Boolean> dropped(CommunityId community, String key) {
        return database.sql("""
                        with mine as (
                            select community_id, key from outbox.letters
                            where community_id = $1 and key = $2 and state = 'unknown' and reason = any($4) for update
                        ), told as (
                            insert into outbox.history (community_id, key, at, step, detail)
                            select community_id, key, $3, 'dropped', '' from mine
                        )
                        update outbox.letters a set state = 'sent', finished_at = $3
                        from mine where a.community_id = $1 and a.key = mine.key
                        """)
                .bind("$1", community.value())
                .bind("$2", key)
                .bind("$3", clock.instant().atOffset(UTC))
                .bind("$4", IN_DOUBT.toArray(String[]::new))
                .fetch()
                .rowsUpdated()
                .map(count -> count > 0);
    }

    private static Undelivered undelivered(Readable row) {
        return new Undelivered(
                text(row, "key"),
                Address.parse(text(row, "address")),
                text(row, "template"),
                State.valueOf(text(row, "state").toUpperCase(Locale.ROOT)),
                text(row, "way"),
                text(row, "reason"),
                integer(row, "attempts"),
                instant(row, "created_at"));
    }
}
