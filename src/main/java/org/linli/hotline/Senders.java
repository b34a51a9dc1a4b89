package org.linli.hotline;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.linli.community.StaffMember;
import org.linli.platform.audit.Noted;
import org.linli.platform.calling.Signature;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.linli.platform.secrets.KeepsSealed;
import org.linli.platform.secrets.SealedColumn;
import org.linli.platform.secrets.Sealing;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Who may push work orders. The key names a sender, its secret signs each call and is shown once.
@Component
public class Senders implements KeepsSealed {

    private static final SealedColumn SECRET = new SealedColumn("hotline.senders", "secret", "community_id", "id");

    /// @param id the key
    public record Sender(CommunityId community, String id, String city, Instant madeAt) {}

    /// With the secret, for the only time.
    public record Made(String id, String secret) {
        @Override
        public String toString() {
            return "Made[" + id + "]";
        }
    }

    /// A sender with what signs its calls.
    record Signing(Sender it, String secret) {
        @Override
        public String toString() {
            return "Signing[" + it.id() + "]";
        }
    }

    private final DatabaseClient database;
    private final Effects effects;
    private final Clock clock;
    private final Sealing sealing;

    Senders(DatabaseClient database, Effects effects, Clock clock, Sealing sealing) {
        this.database = database;
        this.effects = effects;
        this.clock = clock;
        this.sealing = sealing;
    }

    @Override
    public List<SealedColumn> sealed() {
        return List.of(SECRET);
    }

    /// Never empty.
    public Mono<Made> make(StaffMember by, String city) {
        return Mono.fromCallable(() -> new Made("hk_" + UUID.randomUUID(), Signature.newSecret()))
                .subscribeOn(Schedulers.boundedElastic())
                .delayUntil(made -> note(by, made.id(), "made").then(write(by, city, made)));
    }

    private Mono<Void> write(StaffMember by, String city, Made made) {
        return Mono.defer(() -> database.sql("""
                                insert into hotline.senders (community_id, id, city, secret, made_by, made_at)
                                values ($1, $2, $3, $4, $5, $6)""")
                .bind(0, by.community().value())
                .bind(1, made.id())
                .bind(2, city)
                .bind(3, sealing.seal(SECRET, made.secret(), by.community().value(), made.id()))
                .bind(4, by.id())
                .bind(5, clock.instant().atOffset(ZoneOffset.UTC))
                .then());
    }

    /// Those that are valid, the latest first.
    public Flux<Sender> all(CommunityId community) {
        return database.sql("""
                        select * from hotline.senders where community_id = $1 and revoked_at is null
                        order by made_at desc, id""").bind(0, community.value()).map(Senders::read).all();
    }

    public Mono<Void> revoke(StaffMember by, String id) {
        return note(by, id, "revoked")
                .then(database.sql("""
                                update hotline.senders set revoked_at = $3
                                where community_id = $1 and id = $2 and revoked_at is null""")
                        .bind(0, by.community().value())
                        .bind(1, id)
                        .bind(2, clock.instant().atOffset(ZoneOffset.UTC))
                        .then());
    }

    /// Empty for a key that was never made, or is revoked.
    Mono<Signing> signing(String id) {
        return database.sql("select * from hotline.senders where id = $1 and revoked_at is null")
                .bind(0, id)
                .map(this::signing)
                .one();
    }

    private Signing signing(Readable row) {
        var it = read(row);
        return new Signing(
                it, sealing.open(SECRET, text(row, "secret"), it.community().value(), it.id()));
    }

    private Mono<Void> note(StaffMember by, String id, String detail) {
        return Mono.defer(() -> effects.commit(List.of(new Noted(
                by.community(), by.id(), Noted.Kind.SETTING_CHANGED, "hotline-key/" + id, detail, clock.instant()))));
    }

    private static Sender read(Readable row) {
        return new Sender(
                new CommunityId(text(row, "community_id")),
                text(row, "id"),
                text(row, "city"),
                instant(row, "made_at"));
    }
}
