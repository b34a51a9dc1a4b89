package org.linli.polls.callback;

import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.text;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.Poll;
import org.linli.polls.Seals.Seal;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/// Works out on whose ballots the lot fell, from the secret that joins voters and ballots. Stored nowhere.
@Component
class WhoWasDrawn {

    /// Tokens under which ballots lie that the lot fell on, with the places of their entries.
    private static final String TOKENS = """
            select b.token, c.place from polls.callbacks c
            join polls.entries e on e.community_id = c.community_id and e.poll = c.poll and e.place = c.place
            join polls.ballots b on b.community_id = c.community_id and b.poll = c.poll and b.entry = e.what
            where c.community_id = $1 and c.poll = $2 and c.state = 'DRAWN'
            """;

    private static final String VOTERS = """
            select voter, place from polls.register where community_id = $1 and poll = $2 and voted
            """;

    /// @param place of the entry in the log, from 0
    record Asked(Voter voter, int place) {

        @Override
        public String toString() {
            return "Asked[]";
        }
    }

    private final DatabaseClient database;

    WhoWasDrawn(DatabaseClient database) {
        this.database = database;
    }

    /// Those who were not written to yet.
    Flux<Asked> of(Poll poll, Seal seal) {
        return on(poll, TOKENS)
                .map(row -> Map.entry(text(row, "token"), integer(row, "place")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .flatMapMany(places -> on(poll, VOTERS)
                        .map(row -> new Voter(text(row, "voter"), text(row, "place"), ""))
                        .all()
                        .collectList()
                        .publishOn(Schedulers.boundedElastic())
                        .flatMapIterable(all -> drawn(all, places, seal)));
    }

    private static List<Asked> drawn(List<Voter> all, Map<String, Integer> places, Seal seal) {
        return all.stream()
                .flatMap(voter ->
                        Stream.ofNullable(places.get(seal.token(voter.id()))).map(place -> new Asked(voter, place)))
                .toList();
    }

    private GenericExecuteSpec on(Poll poll, String sql) {
        return database.sql(sql).bind("$1", poll.community().value()).bind("$2", poll.id());
    }
}
