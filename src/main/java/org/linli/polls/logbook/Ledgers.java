package org.linli.polls.logbook;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.text;

import java.time.Instant;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Published ledgers, one for each count of a vote.
@Component
public class Ledgers {

    /// @param name of the file, without its ending
    public record Published(String name, String file) {

        @Override
        public String toString() {
            return "Published[" + name + "]";
        }
    }

    private final DatabaseClient database;

    Ledgers(DatabaseClient database) {
        this.database = database;
    }

    /// A repeated one changes nothing.
    public Mono<Void> publish(CommunityId community, String poll, Instant countedAt, Published it) {
        return database.sql("""
                        insert into polls.ledgers (community_id, poll, counted_at, name, file)
                        values ($1, $2, $3, $4, $5) on conflict do nothing""")
                .bind("$1", community.value())
                .bind("$2", poll)
                .bind("$3", countedAt.atOffset(UTC))
                .bind("$4", it.name())
                .bind("$5", it.file())
                .then();
    }

    /// Of the latest count. Empty where nothing is published.
    public Mono<Published> latest(CommunityId community, String poll) {
        return database.sql("""
                        select name, file from polls.ledgers where community_id = $1 and poll = $2
                        order by counted_at desc limit 1""")
                .bind("$1", community.value())
                .bind("$2", poll)
                .map(row -> new Published(text(row, "name"), text(row, "file")))
                .one();
    }
}
