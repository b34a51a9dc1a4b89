package org.linli.polls;

import java.util.List;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes down which links open a ballot paper. Nobody comes into a frozen register by it.
@Component
@Order(73)
class WriteTicketsGiven implements WriteEffects<TicketGiven> {

    private static final String FROZEN = """
            update polls.register set ticket = $4 where community_id = $1 and poll = $2 and voter = $3
            """;

    private static final String OPEN = """
            insert into polls.register (community_id, poll, voter, ticket, place, voted)
            values ($1, $2, $3, $4, $5, false)
            on conflict (community_id, poll, voter) do update set ticket = excluded.ticket
            """;

    private final DatabaseClient database;

    WriteTicketsGiven(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<TicketGiven> kind() {
        return TicketGiven.class;
    }

    @Override
    public Mono<Void> write(List<TicketGiven> effects) {
        return Flux.fromIterable(effects).concatMap(this::write).then();
    }

    private Mono<Void> write(TicketGiven it) {
        boolean frozen = it.poll().electorate().frozen();
        var bound = database.sql(frozen ? FROZEN : OPEN)
                .bind("$1", it.poll().community().value())
                .bind("$2", it.poll().id())
                .bind("$3", it.voter().id())
                .bind("$4", it.hash());
        return (frozen ? bound : bound.bind("$5", it.voter().place())).then();
    }
}
