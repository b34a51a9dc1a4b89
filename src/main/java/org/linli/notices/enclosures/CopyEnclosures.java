package org.linli.notices.enclosures;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Copies within the database, so that no bytes travel.
@Component
@Order(71)
class CopyEnclosures implements WriteEffects<EnclosuresCopied> {

    private static final List<String> COPY = List.of("""
            insert into notices.enclosures (community_id, notice, id, name, type, bytes)
            select community_id, $3, id, name, type, bytes from notices.enclosures
            where community_id = $1 and notice = $2
            """, """
            insert into notices.translations (community_id, notice, language, title, words)
            select community_id, $3, language, title, words from notices.translations
            where community_id = $1 and notice = $2
            """);

    private final DatabaseClient database;

    CopyEnclosures(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<EnclosuresCopied> kind() {
        return EnclosuresCopied.class;
    }

    @Override
    public Mono<Void> write(List<EnclosuresCopied> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(EnclosuresCopied it) {
        return Flux.fromIterable(COPY)
                .concatMap(sql -> database.sql(sql)
                        .bind("$1", it.from().community().value())
                        .bind("$2", it.from().id())
                        .bind("$3", it.to().id())
                        .then())
                .then();
    }
}
