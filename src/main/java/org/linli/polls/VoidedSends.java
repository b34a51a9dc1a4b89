package org.linli.polls;

import static org.linli.platform.database.Columns.integer;

import java.util.List;
import java.util.function.Function;
import org.linli.platform.database.Conflict;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// A ballot that was taken out does not come back because it is sent again: its voter votes anew, or nobody does.
@Component
class VoidedSends {

    private static final String VOIDED = """
            select v.n::int n from unnest($3::text[], $4::text[]) with ordinality as v(token, send, n)
            where exists (
                select from polls.voids w where w.community_id = $1 and w.poll = $2 and w.token = v.token
                  and w.state = 'VOIDED' and w.sends @> array[v.send])
            order by v.n limit 1
            """;

    private final DatabaseClient database;

    VoidedSends(DatabaseClient database) {
        this.database = database;
    }

    /// Signals [SendWasVoided] where one is among them: whoever shares its transaction is written without it.
    /// [Conflict] where it is a paper: it was read before it was taken out, and is another one now.
    Mono<Void> refuse(Poll poll, List<BallotCast> cast) {
        return database.sql(VOIDED)
                .bind("$1", poll.community().value())
                .bind("$2", poll.id())
                .bind("$3", texts(cast, BallotCast::token))
                .bind("$4", texts(cast, BallotCast::send))
                .map(row -> cast.get(integer(row, "n") - 1))
                .one()
                .flatMap(it -> Mono.error(
                        it.onlyFirst() ? new Conflict("a paper that was taken out meanwhile") : new SendWasVoided()));
    }

    private static String[] texts(List<BallotCast> cast, Function<BallotCast, String> what) {
        return cast.stream().map(what).toArray(String[]::new);
    }
}
