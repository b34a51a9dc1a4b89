package org.linli.polls;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.linli.polls.ballots.Mark;
import org.linli.polls.ballots.Marks;
import org.linli.polls.log.Hash;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What is in the register and among the ballots.
@Component
public class BallotBox {

    /// How many take part.
    ///
    /// @param voters in a frozen register: who may vote; otherwise who has
    public record Turnout(long voters, long voted) {}

    private final DatabaseClient database;

    BallotBox(DatabaseClient database) {
        this.database = database;
    }

    /// Empty where there is none.
    Mono<Marks> ballot(Poll poll, String token) {
        return on(
                        poll,
                        "select choices, points from polls.ballots where community_id = $1 and poll = $2 and token = $3")
                .bind("$3", token)
                .map(BallotBox::marks)
                .one();
    }

    /// What stands for it in the log. Empty where there is none.
    Mono<Hash> entry(Poll poll, String token) {
        return on(poll, """
                        select entry from polls.ballots
                        where community_id = $1 and poll = $2 and token = $3 and entry is not null""")
                .bind("$3", token)
                .map(row -> Hash.fromHex(text(row, "entry")))
                .one();
    }

    /// Never empty.
    Mono<Boolean> admits(Poll poll, String voter) {
        return poll.electorate().frozen()
                ? on(poll, "select 1 n from polls.register where community_id = $1 and poll = $2 and voter = $3")
                        .bind("$3", voter)
                        .fetch()
                        .first()
                        .hasElement()
                : Mono.just(true);
    }

    /// Whether this voter has voted. Never empty.
    public Mono<Boolean> hasVoted(Poll poll, String voter) {
        return on(poll, "select 1 n from polls.register where community_id = $1 and poll = $2 and voter = $3 and voted")
                .bind("$3", voter)
                .fetch()
                .first()
                .hasElement();
    }

    /// In which hour this voice was given first. Empty where it was not, or nobody can tell any more.
    public Mono<Instant> votedAt(Poll poll, String voter) {
        return on(poll, """
                        select voted_at from polls.register
                        where community_id = $1 and poll = $2 and voter = $3 and voted and voted_at is not null""")
                .bind("$3", voter)
                .map(row -> instant(row, "voted_at"))
                .one();
    }

    /// Equal ballots together, with how often each was cast.
    public Mono<Map<Marks, Integer>> ballots(Poll poll) {
        return on(poll, """
                        select choices, points, count(*)::int n from polls.ballots
                        where community_id = $1 and poll = $2 group by choices, points order by choices, points""")
                .map(row -> Map.entry(marks(row), integer(row, "n")))
                .all()
                .collect(LinkedHashMap::new, (all, it) -> all.put(it.getKey(), it.getValue()));
    }

    public Mono<Turnout> turnout(Poll poll) {
        return on(poll, """
                        select count(*) voters, count(*) filter (where voted) voted from polls.register
                        where community_id = $1 and poll = $2 and ($3 or voted)""")
                .bind("$3", poll.electorate().frozen())
                .map(row -> new Turnout(number(row, "voters"), number(row, "voted")))
                .one();
    }

    /// By where voters live, as the register has it.
    public Mono<Map<String, Turnout>> votedByPlace(Poll poll) {
        return on(poll, """
                        select place, count(*) voters, count(*) filter (where voted) voted from polls.register
                        where community_id = $1 and poll = $2 group by place order by place""")
                .map(row -> Map.entry(text(row, "place"), new Turnout(number(row, "voters"), number(row, "voted"))))
                .all()
                .collect(LinkedHashMap::new, (all, it) -> all.put(it.getKey(), it.getValue()));
    }

    private DatabaseClient.GenericExecuteSpec on(Poll poll, String sql) {
        return database.sql(sql).bind("$1", poll.community().value()).bind("$2", poll.id());
    }

    /// What a row with `choices` and `points` says.
    public static Marks marks(Readable row) {
        Integer[] choices = PollRows.array(row, "choices", Integer[].class);
        Integer[] points = PollRows.array(row, "points", Integer[].class);
        return new Marks(List.copyOf(IntStream.range(0, choices.length)
                .mapToObj(i -> new Mark(choices[i], points[i]))
                .toList()));
    }
}
