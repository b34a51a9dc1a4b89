package org.linli.ledger;

import java.util.List;
import org.linli.channels.Content;
import org.linli.channels.Permitted;
import org.linli.ledger.Leave.Granted;
import org.linli.platform.database.WriteEffects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The permissions that people gave for one kind of letter each.
@Component
class Grants implements WriteEffects<Permitted> {

    private static final String ADD = """
            insert into ledger.grants (community_id, address, scene, remaining) values ($1, $2, $3, least($4, $5))
            on conflict (community_id, address, scene)
            do update set remaining = least(grants.remaining + $4, $5)
            """;

    private static final String CHANGE = """
            update ledger.grants set remaining = %s
            where community_id = $1 and address = $2 and scene = $3 and %s
            """;
    private static final String TAKE = CHANGE.formatted("remaining - 1", "remaining > 0");
    private static final String GIVE_BACK = CHANGE.formatted("remaining + 1", "true");
    private static final String FORGET = CHANGE.formatted("0", "true");

    private final DatabaseClient database;

    Grants(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<Permitted> kind() {
        return Permitted.class;
    }

    @Override
    public Mono<Void> write(List<Permitted> permitted) {
        return Flux.fromStream(permitted.stream().sorted(Grants::byKey))
                .concatMap(this::add)
                .then();
    }

    /// Whether one was left and is now used. Never empty.
    Mono<Boolean> take(Granted grant) {
        return change(TAKE, grant).map(changed -> changed > 0);
    }

    /// Whether one is left. Never empty.
    Mono<Boolean> isLeft(Granted grant) {
        return database.sql("""
                        select remaining > 0 as is_left from ledger.grants
                        where community_id = $1 and address = $2 and scene = $3""")
                .bind("$1", grant.community().value())
                .bind("$2", grant.grant().scope().of())
                .bind("$3", grant.grant().scene())
                .mapValue(Boolean.class)
                .one()
                .defaultIfEmpty(false);
    }

    Mono<Void> giveBack(Granted grant) {
        return change(GIVE_BACK, grant).then();
    }

    /// The platform says that there are none, whatever we counted.
    Mono<Void> forget(Granted grant) {
        return change(FORGET, grant).then();
    }

    private Mono<Void> add(Permitted permitted) {
        Content.Permits permits = permitted.permits();
        return database.sql(ADD)
                .bind("$1", permitted.community().value())
                .bind("$2", permitted.person().text())
                .bind("$3", permits.scene())
                .bind("$4", permits.more())
                .bind("$5", permits.most())
                .then();
    }

    private Mono<Long> change(String sql, Granted grant) {
        return database.sql(sql)
                .bind("$1", grant.community().value())
                .bind("$2", grant.grant().scope().of())
                .bind("$3", grant.grant().scene())
                .fetch()
                .rowsUpdated();
    }

    private static int byKey(Permitted one, Permitted other) {
        return key(one).compareTo(key(other));
    }

    private static String key(Permitted it) {
        return it.community() + "|" + it.person().text() + "|" + it.permits().scene();
    }
}
