package org.linli.notices.translations;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes translations; an empty one takes the language away.
@Component
@Order(71)
class WriteTranslations implements WriteEffects<Translated> {

    private static final String WRITE = """
            insert into notices.translations (community_id, notice, language, title, words)
            values ($1, $2, $3, $4, $5)
            on conflict (community_id, notice, language) do update set title = excluded.title, words = excluded.words
            """;

    private static final String TAKE_AWAY =
            "delete from notices.translations where community_id = $1 and notice = $2 and language = $3";

    private final DatabaseClient database;

    WriteTranslations(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<Translated> kind() {
        return Translated.class;
    }

    @Override
    public Mono<Void> write(List<Translated> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(Translated it) {
        var statement = database.sql(it.as().isEmpty() ? TAKE_AWAY : WRITE)
                .bind("$1", it.notice().community().value())
                .bind("$2", it.notice().id())
                .bind("$3", it.as().language().tag());
        return it.as().isEmpty()
                ? statement.then()
                : statement
                        .bind("$4", it.as().title())
                        .bind("$5", it.as().text())
                        .then();
    }
}
