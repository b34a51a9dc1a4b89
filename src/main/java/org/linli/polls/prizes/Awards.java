package org.linli.polls.prizes;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import org.linli.platform.database.CommunityId;
import org.linli.platform.secrets.KeepsSealed;
import org.linli.platform.secrets.SealedColumn;
import org.linli.platform.secrets.Sealing;
import org.linli.polls.rounds.Round;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Prizes that were given. Who won them is sealed.
@Component
public class Awards implements KeepsSealed {

    private static final SealedColumn WINNER = new SealedColumn("polls.awards", "winner", "community_id", "id");

    private final DatabaseClient database;
    private final Sealing sealing;

    Awards(DatabaseClient database, Sealing sealing) {
        this.database = database;
        this.sealing = sealing;
    }

    @Override
    public List<SealedColumn> sealed() {
        return List.of(WINNER);
    }

    String sealed(Award it) {
        return sealing.seal(WINNER, it.winner(), it.community().value(), it.id().toString());
    }

    /// In the order in which they were given.
    public Flux<Award> of(Round round) {
        return database.sql("select * from polls.awards where community_id = $1 and round = $2 order by at, id")
                .bind("$1", round.community().value())
                .bind("$2", round.id())
                .map(this::award)
                .all();
    }

    /// Empty where there is none.
    public Mono<Award> one(CommunityId community, UUID id) {
        return database.sql("select * from polls.awards where community_id = $1 and id = $2")
                .bind("$1", community.value())
                .bind("$2", id.toString())
                .map(this::award)
                .one();
    }

    private Award award(Readable row) {
        return new Award(
                new CommunityId(text(row, "community_id")),
                UUID.fromString(text(row, "id")),
                text(row, "round"),
                integer(row, "proposal"),
                Prize.valueOf(text(row, "prize")),
                sealing.open(WINNER, text(row, "winner"), text(row, "community_id"), text(row, "id")),
                text(row, "reason"),
                text(row, "by_name"),
                instant(row, "at"));
    }
}
