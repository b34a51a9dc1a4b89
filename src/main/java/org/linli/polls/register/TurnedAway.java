package org.linli.polls.register;

import static org.linli.platform.database.Columns.text;

import java.util.Map;
import org.linli.polls.Poll;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Why somebody does not stand in a frozen register.
@Component
public class TurnedAway {

    private final DatabaseClient database;

    TurnedAway(DatabaseClient database) {
        this.database = database;
    }

    /// Empty for whoever stands in it, or came later.
    public Mono<Barrier> why(Poll poll, String resident) {
        return of(poll).filter(it -> it.getKey().equals(resident))
                .map(Map.Entry::getValue)
                .next();
    }

    /// By the ids of residents.
    public Flux<Map.Entry<String, Barrier>> of(Poll poll) {
        return database.sql("""
                        select resident, why from polls.turned_away where community_id = $1 and poll = $2
                        order by why, resident""")
                .bind("$1", poll.community().value())
                .bind("$2", poll.id())
                .map(row -> Map.entry(text(row, "resident"), Barrier.valueOf(text(row, "why"))))
                .all();
    }
}
