package org.linli.outbox;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.instant;

import java.time.Instant;
import java.util.Collection;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// What was written lately, for staff to read; forgotten after ninety days.
@Component
public class WrittenLetters {

    /// @param at when it was decided; it may not have arrived yet
    public record WrittenLetter(Letter letter, Instant at) {}

    private static final int MOST = 1_000;
    private static final String WRITTEN = """
            select community_id, key, address, template, facts::text as facts, pictures::text as pictures, created_at from outbox.letters
            where community_id = $1 and address = any($2) and created_at >= $3
            order by id limit $4
            """;

    private final DatabaseClient database;

    WrittenLetters(DatabaseClient database) {
        this.database = database;
    }

    /// The first thousand since then, the earliest first; empty where none is kept. Looks through what the community
    /// was written since then: for a page, not for each message.
    public Flux<WrittenLetter> to(CommunityId community, Collection<Address> addresses, Instant since) {
        return database.sql(WRITTEN)
                .bind("$1", community.value())
                .bind("$2", addresses.stream().map(Address::text).toArray(String[]::new))
                .bind("$3", since.atOffset(UTC))
                .bind("$4", MOST)
                .map(row -> new WrittenLetter(LetterQueue.letter(row), instant(row, "created_at")))
                .all();
    }
}
