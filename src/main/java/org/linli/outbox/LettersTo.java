package org.linli.outbox;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Map;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What somebody was told, in the words of today.
@Component
public class LettersTo {

    /// @param words empty choices left out
    public record Told(Instant at, String words) {

        @Override
        public String toString() {
            return "Told[" + at + "]";
        }
    }

    private static final int MOST = 20;
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final DatabaseClient database;
    private final RenderLetters render;

    LettersTo(DatabaseClient database, RenderLetters render) {
        this.database = database;
        this.render = render;
    }

    /// The newest first, twenty at most; empty where nothing was written. Letters whose words are no more are left out.
    public Flux<Told> person(CommunityId community, Address address) {
        return database.sql("""
                        select key, template, facts::text as facts, pictures::text as pictures, created_at from outbox.letters
                        where community_id = $1 and address = $2 order by id desc limit $3""")
                .bind("$1", community.value())
                .bind("$2", address.text())
                .bind("$3", MOST)
                .map(row -> Map.entry(instant(row, "created_at"), letter(row, community, address)))
                .all()
                .concatMap(it -> told(it.getKey(), it.getValue()));
    }

    private Mono<Told> told(Instant at, Letter letter) {
        return Mono.fromSupplier(() -> new Told(at, render.render(letter).text()))
                .onErrorComplete(LetterNotRendered.class);
    }

    private static Letter letter(Readable row, CommunityId community, Address address) {
        return new Letter(
                community,
                text(row, "key"),
                address,
                text(row, "template"),
                JsonMapper.shared().readValue(text(row, "facts"), FACTS),
                LetterQueue.pictures(row));
    }
}
