package org.linli.polls.rounds;

import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import java.util.List;
import org.linli.community.CommunityMap;
import org.linli.community.Residents;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Which of the proposals that wait for a round lie within its area: by their place, otherwise by the home of whoever
/// proposed them. Of which nobody knows either, those too, as whoever has no known home may propose in any round.
@Component
class FindWaiting {

    /// @param proposer as a voter is called
    private record Waiting(int number, String place, String proposer) {}

    private final DatabaseClient database;
    private final Residents residents;

    FindWaiting(DatabaseClient database, Residents residents) {
        this.database = database;
        this.residents = residents;
    }

    /// Their numbers among those that wait. Never empty; the list may be.
    Mono<List<Integer>> of(Round round, CommunityMap map) {
        return database.sql("""
                        select number, place, proposer from polls.proposals
                        where community_id = $1 and round = 'next' order by number""")
                .bind("$1", round.community().value())
                .map(row -> new Waiting(integer(row, "number"), text(row, "place"), text(row, "proposer")))
                .all()
                .collectList()
                .flatMapIterable(all -> all)
                .filterWhen(it -> where(round, it).map(place -> isWithin(round, place, map)))
                .map(Waiting::number)
                .collectList();
    }

    private static boolean isWithin(Round round, String place, CommunityMap map) {
        return map.place(place).map(it -> map.isWithin(it, round.place())).orElse(true);
    }

    /// Never empty; the id of the place may be.
    private Mono<String> where(Round round, Waiting it) {
        return it.place().isEmpty() && it.proposer().startsWith(ReachVoters.PERSON)
                ? residents
                        .byId(round.community(), it.proposer().substring(ReachVoters.PERSON.length()))
                        .mapNotNull(resident -> resident.home())
                        .defaultIfEmpty("")
                : Mono.just(it.place());
    }
}
