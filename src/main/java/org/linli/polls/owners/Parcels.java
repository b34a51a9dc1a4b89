package org.linli.polls.owners;

import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.List;
import org.linli.platform.database.CommunityId;
import org.linli.platform.secrets.KeepsSealed;
import org.linli.platform.secrets.SealedColumn;
import org.linli.platform.secrets.Sealing;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Who owns what, as the community has entered it, their names sealed. A vote that is open does not change with it.
@Component
public class Parcels implements KeepsSealed {

    /// A line each.
    private static final SealedColumn NAMES = new SealedColumn("polls.parcels", "names", "community_id", "room");

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final Sealing sealing;

    Parcels(DatabaseClient database, TransactionalOperator transaction, Sealing sealing) {
        this.database = database;
        this.transaction = transaction;
        this.sealing = sealing;
    }

    @Override
    public List<SealedColumn> sealed() {
        return List.of(NAMES);
    }

    /// In the order of their rooms.
    public Flux<Parcel> of(CommunityId community) {
        return database.sql("select * from polls.parcels where community_id = $1 order by room")
                .bind("$1", community.value())
                .map(row -> parcel(community, row))
                .all();
    }

    /// The same, of the rooms that come after one.
    ///
    /// @param room empty: from the first on
    /// @param most how many
    public Flux<Parcel> after(CommunityId community, String room, int most) {
        return database.sql("""
                        select * from polls.parcels where community_id = $1 and room > $2 order by room limit $3""")
                .bind("$1", community.value())
                .bind("$2", room)
                .bind("$3", most)
                .map(row -> parcel(community, row))
                .all();
    }

    private Parcel parcel(CommunityId community, Readable row) {
        String names = sealing.open(NAMES, text(row, "names"), community.value(), text(row, "room"));
        return new Parcel(
                text(row, "room"),
                number(row, "area"),
                text(row, "owner"),
                names.lines().toList());
    }

    /// In place of what was known of the same rooms: all or nothing.
    public Mono<Void> put(CommunityId community, List<Parcel> parcels) {
        return Flux.fromIterable(parcels)
                .concatMap(it -> put(community, it))
                .then()
                .as(transaction::transactional);
    }

    private Mono<Void> put(CommunityId community, Parcel it) {
        return database.sql("""
                        insert into polls.parcels (community_id, room, area, owner, names) values ($1, $2, $3, $4, $5)
                        on conflict (community_id, room)
                        do update set area = excluded.area, owner = excluded.owner, names = excluded.names""")
                .bind("$1", community.value())
                .bind("$2", it.room())
                .bind("$3", it.area())
                .bind("$4", it.owner())
                .bind("$5", sealing.seal(NAMES, String.join("\n", it.names()), community.value(), it.room()))
                .then();
    }
}
