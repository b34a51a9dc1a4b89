package org.linli.inbox;

import org.linli.channels.Inbound;
import org.linli.platform.database.Columns;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What the message says that another one points at.
@Component
public class QuotedWords {

    private static final String SAID = """
            select coalesce(message -> 'content' ->> 'text', '') as words from inbox.arrivals
            where community_id = $1 and channel = $2 and account = $3 and platform_id = $4
            """;

    private final DatabaseClient database;

    QuotedWords(DatabaseClient database) {
        this.database = database;
    }

    /// As the platform tells them, otherwise as they were kept. Never empty; without a character where it points at
    /// none, at one that we did not hear, or at one without words.
    public Mono<String> of(Inbound message) {
        var quote = message.quote();
        if (quote == null || !quote.words().isBlank() || quote.platformId().isEmpty()) {
            return Mono.just(quote == null ? "" : quote.words());
        }
        return database.sql(SAID)
                .bind("$1", message.community().value())
                .bind("$2", message.from().channel().value())
                .bind("$3", message.from().account())
                .bind("$4", MessageJson.withoutNul(quote.platformId()))
                .map(row -> Columns.text(row, "words"))
                .one()
                .defaultIfEmpty("");
    }
}
