package org.linli.outbox;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import org.linli.platform.jobs.RoundRobin;
import org.linli.platform.jobs.RoundRobin.Round;
import org.linli.platform.jobs.RoundRobin.Share;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Whose letters are claimed next: communities take turns, those with emergencies first.
@Component
class LetterTurns {

    /// Whether another letter to the same address is ahead, and whether its account has a place, the claim finds out.
    private static final String LOOK = """
            (select community_id from outbox.letters where state = 'due' and not behind and %1$s
               and community_id > $1 and (not_before is null or not_before <= $2) order by community_id limit $3)
            union all
            (select community_id from outbox.letters where state = 'due' and not behind and %1$s
               and community_id <= $1 and (not_before is null or not_before <= $2) order by community_id limit $3)
            limit $3
            """;

    static final String ALL = LOOK.formatted("true");
    static final String EMERGENCIES = LOOK.formatted("urgency = 0");

    private final RoundRobin all = new RoundRobin(behind -> look(ALL, behind));
    private final RoundRobin emergencies = new RoundRobin(behind -> look(EMERGENCIES, behind));
    private final DatabaseClient database;
    private final Clock clock;

    LetterTurns(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Never empty; what is claimed may be.
    ///
    /// @param most how many letters at the most; where they are so few that not all may have a turn, those have one
    ///             who have emergencies
    <T> Mono<Round<T>> claim(int most, Share<T> share) {
        return most < RoundRobin.COMMUNITIES
                ? urgent(most, share).switchIfEmpty(all.claim(most, share))
                : all.claim(most, share);
    }

    private <T> Mono<Round<T>> urgent(int most, Share<T> share) {
        return emergencies
                .claim(most, share)
                .filter(it -> !it.claimed().isEmpty())
                .map(it -> new Round<>(it.claimed(), true));
    }

    private Flux<String> look(String sql, String behind) {
        return database.sql(sql)
                .bind("$1", behind)
                .bind("$2", clock.instant().atOffset(UTC))
                .bind("$3", RoundRobin.ROWS)
                .map(row -> text(row, "community_id"))
                .all();
    }
}
