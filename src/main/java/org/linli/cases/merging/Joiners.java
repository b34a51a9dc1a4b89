package org.linli.cases.merging;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.text;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.linli.cases.Neighbour;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// Neighbours who joined a case themselves, with what they said then. Those who came over with another case are taken
/// apart with it.
@Component
public class Joiners {

    private static final String JOINED = """
            select s.*, coalesce((select t.words from cases.steps t
                where t.community_id = s.community_id and t.number = s.number and t.kind = 'JOINED' and t.by_id = s.address
                order by t.id desc limit 1), '') as words
            from cases.supporters s
            where s.community_id = $1 and s.number = $2 and s.came_from is null order by s.joined_at, s.address""";

    /// @param words as they were said; may be empty
    public record Joined(Neighbour who, Instant at, String words) {

        /// Names them on a page without telling who they are.
        public String mark() {
            return UUID.nameUUIDFromBytes(who.address().text().getBytes(StandardCharsets.UTF_8))
                    .toString();
        }

        @Override
        public String toString() {
            return "Joined[" + at + "]";
        }
    }

    private final DatabaseClient database;

    Joiners(DatabaseClient database) {
        this.database = database;
    }

    /// The earliest first.
    public Flux<Joined> of(CommunityId community, String number) {
        return database.sql(JOINED)
                .bind(0, community.value())
                .bind(1, number)
                .map(row -> new Joined(FindMerges.supporter(row), instant(row, "joined_at"), text(row, "words")))
                .all();
    }
}
