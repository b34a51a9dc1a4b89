package org.linli.notices.translations;

import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Optional;
import org.linli.notices.Notice;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What notices say in other languages.
@Component
public class Translations {

    private final DatabaseClient database;

    Translations(DatabaseClient database) {
        this.database = database;
    }

    /// Never empty; the list may be.
    public Mono<List<Translation>> of(Notice notice) {
        return database.sql("""
                        select language, title, words from notices.translations
                        where community_id = $1 and notice = $2 order by language""")
                .bind("$1", notice.community().value())
                .bind("$2", notice.id())
                .map(Translations::translation)
                .all()
                .flatMap(Mono::justOrEmpty)
                .collectList();
    }

    /// Empty for a language that is not offered any more.
    private static Optional<Translation> translation(Readable row) {
        return Language.of(text(row, "language"))
                .map(it -> new Translation(it, text(row, "title"), text(row, "words")));
    }
}
