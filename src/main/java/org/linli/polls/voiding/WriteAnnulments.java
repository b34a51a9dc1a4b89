package org.linli.polls.voiding;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes which ballots are to be taken out and are. Before ballots, and alone with the poll: whoever writes ballots
/// waits, and then knows which sends may not come again. Signals [Conflict] where somebody else was first.
@Component
@Order(68)
class WriteAnnulments implements WriteEffects<AnnulmentChanged> {

    private static final String HOLD = """
            select 1 n from polls.polls where community_id = $1 and id = $2 for update
            """;

    private static final String ASK = """
            insert into polls.voids (community_id, poll, number, why, reason, voter, token, send, asked_by, asked_at, state)
            select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9, 'ASKED' from polls.voids
            where community_id = $1 and poll = $2
            on conflict (community_id, poll, token) where state = 'ASKED' do nothing
            """;

    private static final String LEAVE = """
            update polls.voids set state = 'LEFT', decided_by = $4, decided_at = $5
            where community_id = $1 and poll = $2 and number = $3 and state = 'ASKED'
            """;

    private final DatabaseClient database;
    private final TakeOut takeOut;

    WriteAnnulments(DatabaseClient database, TakeOut takeOut) {
        this.database = database;
        this.takeOut = takeOut;
    }

    @Override
    public Class<AnnulmentChanged> kind() {
        return AnnulmentChanged.class;
    }

    /// In the order in which ballots are written, so that nobody waits for each other.
    @Override
    public Mono<Void> write(List<AnnulmentChanged> effects) {
        return Flux.fromStream(effects.stream()
                        .sorted(Comparator.comparing(it -> it.poll().id())))
                .concatMap(this::write)
                .then();
    }

    private Mono<Void> write(AnnulmentChanged changed) {
        return switch (changed.it().state()) {
            case ASKED -> held(changed).then(asked(changed));
            case VOIDED -> takeOut.write(changed);
            case LEFT -> left(changed);
        };
    }

    private Mono<Void> held(AnnulmentChanged changed) {
        return on(changed, HOLD).fetch().first().then();
    }

    private Mono<Void> asked(AnnulmentChanged changed) {
        var it = changed.it();
        return one(on(changed, ASK)
                .bind("$3", it.why().name())
                .bind("$4", it.reason())
                .bind("$5", it.voter())
                .bind("$6", it.token())
                .bind("$7", it.send())
                .bind("$8", it.askedBy())
                .bind("$9", it.askedAt().atOffset(UTC)));
    }

    private Mono<Void> left(AnnulmentChanged changed) {
        return one(decided(on(changed, LEAVE), changed.it()));
    }

    static GenericExecuteSpec decided(GenericExecuteSpec sql, Annulment it) {
        return sql.bind("$3", it.number())
                .bind("$4", it.decidedBy())
                .bind("$5", requireNonNull(it.decidedAt()).atOffset(UTC));
    }

    static Mono<Void> one(GenericExecuteSpec sql) {
        return sql.fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new Conflict("a ballot that is taken out")))
                .then();
    }

    private GenericExecuteSpec on(AnnulmentChanged changed, String sql) {
        return database.sql(sql)
                .bind("$1", changed.poll().community().value())
                .bind("$2", changed.poll().id());
    }
}
