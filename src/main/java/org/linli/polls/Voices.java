package org.linli.polls;

import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Who speaks for a voter that is more than one person, frozen with the register.
@Component
public class Voices {

    private static final String SPEAK = """
            insert into polls.voices (community_id, poll, resident, voter)
            select $1, $2, v.resident, v.voter from unnest($3::text[], $4::text[]) as v(resident, voter)
            on conflict do nothing
            """;

    private final DatabaseClient database;

    Voices(DatabaseClient database) {
        this.database = database;
    }

    /// @param voters by the resident who speaks for them
    public Mono<Void> write(Poll poll, Map<String, String> voters) {
        return voters.isEmpty()
                ? Mono.empty()
                : database.sql(SPEAK)
                        .bind("$1", poll.community().value())
                        .bind("$2", poll.id())
                        .bind("$3", voters.keySet().toArray(String[]::new))
                        .bind("$4", voters.values().toArray(String[]::new))
                        .then();
    }
}
