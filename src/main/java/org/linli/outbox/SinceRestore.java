package org.linli.outbox;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;
import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.number;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.platform.audit.NoteChange;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.Bells;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What waits for somebody since a backup was brought back. `deploy/restore` opens it; it ends when somebody of the
/// community has decided about all that waits.
@Component
public class SinceRestore {

    static final String REASON = "SINCE_RESTORE";

    /// @param letters that we would have sent by ourselves since then
    /// @param calls   to programs of others, likewise
    public record Waiting(Instant since, long letters, long calls) {}

    /// How many of each were decided about.
    public record Settled(long letters, long calls) {

        String inWords() {
            return calls == 0 ? String.valueOf(letters) : letters + ", calls " + calls;
        }
    }

    /// What becomes of those that wait.
    public enum Wish {
        /// They leave now.
        SEND("""
                update outbox.letters a
                set state = 'due', attempts = a.attempts + 1, reason = null, finished_at = null
                from mine where a.community_id = mine.community_id and a.key = mine.key"""),
        /// Residents have had them before: they count as sent.
        DROP("""
                update outbox.letters a set state = 'sent', finished_at = $2
                from mine where a.community_id = mine.community_id and a.key = mine.key""");

        private final String change;

        Wish(String change) {
            this.change = change;
        }

        /// As forms and programs write it: `send`, `drop`. Empty for every other word.
        public static Optional<Wish> of(@Nullable String word) {
            return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final DatabaseClient database;
    private final NoteChange note;
    private final Bells bells;
    private final Clock clock;
    private final List<WaitsSinceRestore> others;

    SinceRestore(
            DatabaseClient database,
            NoteChange note,
            Bells bells,
            Clock clock,
            ObjectProvider<WaitsSinceRestore> others) {
        this.database = database;
        this.note = note;
        this.bells = bells;
        this.clock = clock;
        this.others = others.orderedStream().toList();
    }

    /// Those of them in which nobody has decided yet.
    public Flux<CommunityId> open(Set<CommunityId> communities) {
        return database.sql("""
                        select distinct community_id from outbox.restores
                        where community_id = any($1::text[]) and ended_at is null""")
                .bind("$1", communities.stream().map(CommunityId::value).toArray(String[]::new))
                .mapValue(String.class)
                .all()
                .map(CommunityId::new);
    }

    /// Empty where nothing waits, nor would. What was held in the moment in which somebody decided waits on.
    public Mono<Waiting> of(CommunityId community) {
        return database.sql("""
                        select max(restored_at) as since, count(*) filter (where ended_at is null) > 0 as open, (
                            select count(*) from outbox.letters
                            where community_id = $1 and state = 'unknown' and reason = $2) as letters
                        from outbox.restores where community_id = $1
                        having count(*) > 0""")
                .bind("$1", community.value())
                .bind("$2", REASON)
                .map(row -> Map.entry(
                        requireNonNull(row.get("open", Boolean.class)),
                        new Waiting(instant(row, "since"), number(row, "letters"), 0)))
                .one()
                .flatMap(it -> ofOthers(other -> other.waiting(community))
                        .map(calls ->
                                new Waiting(it.getValue().since(), it.getValue().letters(), calls))
                        .filter(waiting -> it.getKey() || waiting.letters() > 0 || waiting.calls() > 0));
    }

    private Mono<Long> ofOthers(Function<WaitsSinceRestore, Mono<Long>> asked) {
        return Flux.fromIterable(others).concatMap(asked).reduce(0L, Long::sum);
    }

    /// Decides about all that wait; from then on letters leave by themselves again. Noted in the trail.
    ///
    /// @param by the id of a staff member
    /// @return how many those were; empty where nothing was to be decided
    public Mono<Settled> settle(CommunityId community, String by, Wish wish) {
        return note.after(
                        ended(community)
                                .flatMap(ended -> all(community, wish)
                                        .filter(it -> ended > 0 || it.letters() > 0 || it.calls() > 0)),
                        settled -> new Noted(
                                community,
                                by,
                                Noted.Kind.SETTING_CHANGED,
                                "letters-since-restore",
                                wish.word() + " " + settled.inWords(),
                                clock.instant()))
                .doOnNext(_ -> bells.ring(DeliverLetters.NAME));
    }

    private Mono<Settled> all(CommunityId community, Wish wish) {
        return decided(community, wish)
                .flatMap(letters ->
                        ofOthers(other -> other.settle(community, wish)).map(calls -> new Settled(letters, calls)));
    }

    private Mono<Long> ended(CommunityId community) {
        return database.sql("update outbox.restores set ended_at = $2 where community_id = $1 and ended_at is null")
                .bind("$1", community.value())
                .bind("$2", clock.instant().atOffset(UTC))
                .fetch()
                .rowsUpdated();
    }

    private Mono<Long> decided(CommunityId community, Wish wish) {
        return database.sql("""
                        with mine as (
                            select community_id, key from outbox.letters
                            where community_id = $1 and state = 'unknown' and reason = $3 for update
                        ), told as (
                            insert into outbox.history (community_id, key, at, step, detail)
                            select community_id, key, $2, $4, '' from mine
                        )
                        """ + wish.change)
                .bind("$1", community.value())
                .bind("$2", clock.instant().atOffset(UTC))
                .bind("$3", REASON)
                .bind("$4", wish == Wish.SEND ? "retried" : "dropped")
                .fetch()
                .rowsUpdated();
    }
}
