package org.linli.hotline;

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
import org.linli.platform.secrets.KeepsSealed;
import org.linli.platform.secrets.KeptFile;
import org.linli.platform.secrets.SealedColumn;
import org.linli.platform.secrets.SealedFiles;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Files between their upload and their import, sealed, and how each city calls its columns.
@Component
public class Uploads implements KeepsSealed {

    public static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final int LONGEST_CITY = 40;
    static final Duration KEPT = Duration.ofDays(1);

    private static final SealedColumn FILE =
            new SealedColumn("hotline.files", "sealed", "community_id", "id").ofFiles();

    /// A file that waits to be confirmed.
    public record Upload(String id, String city, byte[] bytes) {
        @Override
        public String toString() {
            return "Upload[" + id + "]";
        }
    }

    private record Kept(String city, KeptFile file) {}

    private final DatabaseClient database;
    private final SealedFiles files;
    private final TransactionalOperator transaction;
    private final Effects effects;
    private final Clock clock;

    Uploads(
            DatabaseClient database,
            SealedFiles files,
            TransactionalOperator transaction,
            Effects effects,
            Clock clock) {
        this.database = database;
        this.files = files;
        this.transaction = transaction;
        this.effects = effects;
        this.clock = clock;
    }

    @Override
    public List<SealedColumn> sealed() {
        return List.of(FILE);
    }

    /// Under which name a city's columns are remembered: `12345` where none is said.
    public static String city(String said) {
        String bare = said.strip();
        return bare.isEmpty() ? "12345" : bare.substring(0, Math.min(LONGEST_CITY, bare.length()));
    }

    /// Its id. Never empty.
    public Mono<String> put(StaffMember by, String city, byte[] bytes) {
        return Mono.fromSupplier(() -> UUID.randomUUID().toString())
                .delayUntil(id ->
                        files.seal(FILE, bytes, by.community().value(), id).flatMap(it -> put(by, id, city, it)));
    }

    private Mono<Void> put(StaffMember by, String id, String city, String sealed) {
        return database.sql("""
                        insert into hotline.files (community_id, id, city, sealed, put_by, put_at)
                        values ($1, $2, $3, $4, $5, $6)""")
                .bind(0, by.community().value())
                .bind(1, id)
                .bind(2, city)
                .bind(3, sealed)
                .bind(4, by.id())
                .bind(5, clock.instant().atOffset(ZoneOffset.UTC))
                .then();
    }

    /// Empty where nobody of this community put it, or it was taken.
    public Mono<Upload> find(CommunityId community, String id) {
        return database.sql("select city, sealed, bytes from hotline.files where community_id = $1 and id = $2")
                .bind(0, community.value())
                .bind(1, id)
                .map(row -> new Kept(text(row, "city"), KeptFile.of(row)))
                .one()
                .flatMap(it -> files.open(FILE, it.file(), community.value(), id)
                        .map(bytes -> new Upload(id, it.city(), bytes)));
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
