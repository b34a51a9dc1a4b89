package org.linli.hotline;

import static java.util.Objects.requireNonNull;
import static org.linli.platform.database.Columns.text;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.community.StaffMember;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Files between their upload and their import, and how each city calls its columns.
@Component
public class Uploads {

    public static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final int LONGEST_CITY = 40;
    private static final Duration KEPT = Duration.ofDays(1);

    /// A file that waits to be confirmed.
    public record Upload(String id, String city, byte[] bytes) {
        @Override
        public String toString() {
            return "Upload[" + id + "]";
        }
    }

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Effects effects;
    private final Clock clock;

    Uploads(DatabaseClient database, TransactionalOperator transaction, Effects effects, Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.effects = effects;
        this.clock = clock;
    }

    /// Under which name a city's columns are remembered: `12345` where none is said.
    public static String city(String said) {
        String bare = said.strip();
        return bare.isEmpty() ? "12345" : bare.substring(0, Math.min(LONGEST_CITY, bare.length()));
    }

    /// Its id. What others left behind is forgotten. Never empty.
    public Mono<String> put(StaffMember by, String city, byte[] bytes) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        String id = UUID.randomUUID().toString();
        return database.sql("delete from hotline.files where put_at < $1")
                .bind(0, now.minus(KEPT))
                .then()
                .then(database.sql("""
                                insert into hotline.files (community_id, id, city, bytes, put_by, put_at)
                                values ($1, $2, $3, $4, $5, $6)""")
                        .bind(0, by.community().value())
                        .bind(1, id)
                        .bind(2, city)
                        .bind(3, bytes)
                        .bind(4, by.id())
                        .bind(5, now)
                        .then())
                .thenReturn(id);
    }

    /// Empty where nobody of this community put it, or it was taken.
    public Mono<Upload> find(CommunityId community, String id) {
        return database.sql("select id, city, bytes from hotline.files where community_id = $1 and id = $2")
                .bind(0, community.value())
                .bind(1, id)
                .map(row ->
                        new Upload(text(row, "id"), text(row, "city"), requireNonNull(row.get("bytes", byte[].class))))
                .one();
    }

    public Mono<Void> forget(CommunityId community, String id) {
        return database.sql("delete from hotline.files where community_id = $1 and id = $2")
                .bind(0, community.value())
                .bind(1, id)
                .then();
    }

    /// How this city calls its columns: as this community has said, otherwise as another one of the city has. Never
    /// empty; without columns where nobody has said.
    public Mono<Columns> columns(CommunityId community, String city) {
        return database.sql("""
                        select field, header from hotline.columns where city = $2 and community_id = (
                          select community_id from hotline.columns where city = $2
                          order by community_id = $1 desc, community_id limit 1)""")
                .bind(0, community.value())
                .bind(1, city)
                .map(row -> Map.entry(text(row, "field"), text(row, "header")))
                .all()
                .flatMap(it -> Mono.justOrEmpty(Field.named(it.getKey()).map(field -> Map.entry(field, it.getValue()))))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(Columns::new);
    }

    /// All columns or none.
    public Mono<Void> map(StaffMember by, String city, Columns columns) {
        return database.sql("delete from hotline.columns where community_id = $1 and city = $2")
                .bind(0, by.community().value())
                .bind(1, city)
                .then()
                .thenMany(Flux.fromIterable(new EnumMap<>(columns.heads()).entrySet()))
                .concatMap(it -> database.sql("insert into hotline.columns values ($1, $2, $3, $4)")
                        .bind(0, by.community().value())
                        .bind(1, city)
                        .bind(2, it.getKey().name())
                        .bind(3, it.getValue())
                        .then())
                .then(Mono.defer(() -> effects.commit(List.of(new Noted(
                        by.community(),
                        by.id(),
                        Noted.Kind.SETTING_CHANGED,
                        "hotline-columns",
                        columns.heads().size() + " columns",
                        clock.instant())))))
                .as(transaction::transactional);
    }
}
