package org.linli.teaching;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.instantOrNull;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.linli.platform.database.CommunityId;
import org.linli.teaching.Candidate.State;
import org.linli.understanding.Comparison;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Where candidates are kept.
@Component
class Candidates {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String COLUMNS = """
            select community_id, id, state, asked_by, asked_at, lessons, print, progress, comparison::text as comparison, heard,
                   decided_by, decided_at
            from teaching.candidates\s""";

    private final DatabaseClient database;

    Candidates(DatabaseClient database) {
        this.database = database;
    }

    /// In place of whatever was asked for or on trial before.
    Mono<Void> ask(CommunityId community, String id, String by, Instant at, Learning.Change change) {
        return database.sql("update teaching.candidates set state = 'dropped' where state in ('asked', 'trying')")
                .then()
                .then(database.sql("""
                                insert into teaching.candidates
                                    (community_id, id, state, asked_by, asked_at, lessons, print)
                                values ($1, $2, 'asked', $3, $4, $5, $6)
                                on conflict do nothing""")
                        .bind(0, community.value())
                        .bind(1, id)
                        .bind(2, by)
                        .bind(3, at.atOffset(ZoneOffset.UTC))
                        .bind(
                                4,
                                change.proposed().added().stream()
                                        .map(Lesson::key)
                                        .toArray(String[]::new))
                        .bind(5, change.print())
                        .then());
    }

    /// The one that waits for training, for whoever asks first until then. Empty where none does.
    Mono<Candidate> claim(Instant now, Instant until) {
        return database.sql("""
                        update teaching.candidates set claimed_until = $2, progress = 0
                        where state = 'asked' and (claimed_until is null or claimed_until < $1)
                        returning community_id, id, state, asked_by, asked_at, lessons, print, progress, comparison::text as comparison,
                            heard, decided_by, decided_at""")
                .bind(0, now.atOffset(ZoneOffset.UTC))
                .bind(1, until.atOffset(ZoneOffset.UTC))
                .map(Candidates::candidate)
                .one();
    }

    /// Empty where none is on trial.
    Mono<Candidate> trying() {
        return database.sql(COLUMNS + "where state = 'trying'")
                .map(Candidates::candidate)
                .one();
    }

    /// Empty where it is of another community or forgotten.
    Mono<Candidate> byId(CommunityId community, String id) {
        return database.sql(COLUMNS + "where community_id = $1 and id = $2")
                .bind(0, community.value())
                .bind(1, id)
                .map(Candidates::candidate)
                .one();
    }

    /// The newest first, those of the whole installation, which learns as one.
    Flux<Candidate> newest(int most) {
        return database.sql(COLUMNS + "order by asked_at desc, id limit $1")
                .bind(0, most)
                .map(Candidates::candidate)
                .all();
    }

    /// So much of its training is done, in percent.
    Mono<Void> progressed(Candidate it, int percent) {
        return database.sql("""
                        update teaching.candidates set progress = $3
                        where community_id = $1 and id = $2 and state = 'asked'""")
                .bind(0, it.community().value())
                .bind(1, it.id())
                .bind(2, percent)
                .then();
    }

    /// What people said stays out of it: it is kept with the lessons, as long as they may be.
    Mono<Void> tried(Candidate it, Comparison comparison) {
        return database.sql("""
                        update teaching.candidates set state = 'trying', comparison = $3::jsonb
                        where community_id = $1 and id = $2 and state = 'asked'""")
                .bind(0, it.community().value())
                .bind(1, it.id())
                .bind(2, JSON.writeValueAsString(comparison.withoutWords()))
                .then();
    }

    /// Whether it still was in one of those states.
    Mono<Boolean> become(Candidate it, State next, String by, Instant at, State... from) {
        return database.sql("""
                        update teaching.candidates set state = $3, decided_by = $4, decided_at = $5
                        where community_id = $1 and id = $2 and state = any($6)""")
                .bind(0, it.community().value())
                .bind(1, it.id())
                .bind(2, next.word())
                .bind(3, by)
                .bind(4, at.atOffset(ZoneOffset.UTC))
                .bind(5, Arrays.stream(from).map(State::word).toArray(String[]::new))
                .fetch()
                .rowsUpdated()
                .map(changed -> changed > 0);
    }

    private static Candidate candidate(Readable row) {
        var comparison = row.get("comparison", String.class);
        return new Candidate(
                new CommunityId(text(row, "community_id")),
                text(row, "id"),
                State.of(text(row, "state")),
                text(row, "asked_by"),
                instant(row, "asked_at"),
                List.of(Objects.requireNonNull(row.get("lessons", String[].class))),
                text(row, "print"),
                (int) number(row, "progress"),
                comparison == null ? null : JSON.readValue(comparison, Comparison.class),
                number(row, "heard"),
                row.get("decided_by", String.class),
                instantOrNull(row, "decided_at"));
    }
}
