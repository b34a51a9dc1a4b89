package org.linli.web.factor;

import static org.linli.platform.database.Columns.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.linli.community.StaffMember;
import org.linli.platform.database.Columns;
import org.linli.platform.secrets.Sealing;
import org.linli.platform.signing.Sha256;
import org.linli.web.passwords.ReadablePassword;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Codes for whoever lost the app: eight, each good once, kept as hashes with a salt of its own. At 118 bits each they
/// cannot be found by trying, so a quick hash will do (OWASP ASVS 5.0.0, 6.5.2, from 112 bits on).
@Component
class RecoveryCodes {

    static final int HOW_MANY = 8;
    private static final int GROUPS = 6;

    private static final String REPLACE = """
            insert into factors.recovery (community_id, staff, salt, hash)
            select $1, $2, salt, hash from unnest($3::text[], $4::text[]) as fresh (salt, hash)
            """;

    private record Kept(String salt, String hash) {}

    private final DatabaseClient database;

    RecoveryCodes(DatabaseClient database) {
        this.database = database;
    }

    /// Never empty. Not stored before [#keep].
    static Mono<List<String>> draw() {
        return Mono.fromCallable(() -> IntStream.range(0, HOW_MANY)
                        .mapToObj(_ -> ReadablePassword.ofGroups(GROUPS))
                        .toList())
                .subscribeOn(Schedulers.boundedElastic());
    }

    /// In the place of those before.
    Mono<Void> keep(StaffMember member, List<String> codes) {
        var salts = codes.stream().map(_ -> Sealing.newSecret()).toArray(String[]::new);
        var hashes = IntStream.range(0, salts.length)
                .mapToObj(i -> hash(salts[i], codes.get(i)))
                .toArray(String[]::new);
        return remove(member.community().value(), member.id())
                .then(database.sql(REPLACE)
                        .bind(0, member.community().value())
                        .bind(1, member.id())
                        .bind(2, salts)
                        .bind(3, hashes)
                        .then());
    }

    /// Never empty: whether it was one that was not used yet; it is now.
    Mono<Boolean> use(StaffMember member, String typed) {
        String code = typed.strip().toLowerCase(Locale.ROOT);
        return kept(member)
                .filter(it -> hash(it.salt(), code).equals(it.hash()))
                .next()
                .flatMap(it -> database.sql(
                                "delete from factors.recovery where community_id = $1 and staff = $2 and hash = $3")
                        .bind(0, member.community().value())
                        .bind(1, member.id())
                        .bind(2, it.hash())
                        .fetch()
                        .rowsUpdated())
                .map(rows -> rows > 0)
                .defaultIfEmpty(false);
    }

    /// Never empty.
    Mono<Long> left(StaffMember member) {
        return database.sql("select count(*) as many from factors.recovery where community_id = $1 and staff = $2")
                .bind(0, member.community().value())
                .bind(1, member.id())
                .map(row -> Columns.number(row, "many"))
                .one();
    }

    Mono<Void> remove(String community, String staff) {
        return database.sql("delete from factors.recovery where community_id = $1 and staff = $2")
                .bind(0, community)
                .bind(1, staff)
                .then();
    }

    private Flux<Kept> kept(StaffMember member) {
        return database.sql("select salt, hash from factors.recovery where community_id = $1 and staff = $2")
                .bind(0, member.community().value())
                .bind(1, member.id())
                .map(row -> new Kept(text(row, "salt"), text(row, "hash")))
                .all()
                .collectList()
                .flatMapIterable(it -> it);
    }

    private static String hash(String salt, String code) {
        return Sha256.hex(salt + ":" + code);
    }
}
