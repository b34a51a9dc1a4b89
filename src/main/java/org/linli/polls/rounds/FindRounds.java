package org.linli.polls.rounds;

import static java.util.Objects.requireNonNullElse;
import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.instantOrNull;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Known;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.counting.Completion;
import org.linli.polls.counting.Rule;
import org.linli.polls.log.Level;
import org.linli.polls.rounds.RoundChanged.Result;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Rounds as they stand.
@Component
public class FindRounds {

    private static final int MOST = 100;
    private static final int MOST_UNDER_WAY = 10_000;
    private static final Function<Readable, Optional<Round>> KNOWN = Known.row("round", FindRounds::round);

    private final DatabaseClient database;

    FindRounds(DatabaseClient database) {
        this.database = database;
    }

    /// Empty where there is none.
    public Mono<Round> one(CommunityId community, String id) {
        return of(community, "select * from polls.rounds where community_id = $1 and id = $2")
                .bind("$2", id)
                .map(KNOWN)
                .one()
                .flatMap(Mono::justOrEmpty);
    }

    /// Empty where there is none.
    public Mono<Round> numbered(CommunityId community, int number) {
        return of(community, "select * from polls.rounds where community_id = $1 and number = $2")
                .bind("$2", number)
                .map(KNOWN)
                .one()
                .flatMap(Mono::justOrEmpty);
    }

    /// The latest first, at most 100.
    public Flux<Round> latest(CommunityId community) {
        return before(community, Long.MAX_VALUE, MOST);
    }

    /// The same, of those with a lower number.
    ///
    /// @param most how many
    public Flux<Round> before(CommunityId community, long number, int most) {
        var before = of(community, """
                        select * from polls.rounds where community_id = $1 and number < $2
                        order by number desc limit $3 offset $4""").bind("$2", number);
        return Known.upTo(
                most,
                (rows, from) ->
                        before.bind("$3", rows).bind("$4", from).map(KNOWN).all());
    }

    /// Those that may have to move on, of all communities.
    Flux<Round> underWay() {
        return database.sql("""
                        select * from polls.rounds where phase not in ('VOTING', 'OVER')
                        order by since desc limit $1""").bind("$1", MOST_UNDER_WAY).map(KNOWN).all().flatMap(Mono::justOrEmpty);
    }

    /// Those that are at their prizes, of all communities.
    public Flux<Round> givingPrizes() {
        return database.sql("select * from polls.rounds where phase = 'PRIZES' order by since limit $1")
                .bind("$1", MOST_UNDER_WAY)
                .map(KNOWN)
                .all()
                .flatMap(Mono::justOrEmpty);
    }

    /// One more than the highest. Never empty.
    Mono<Integer> nextNumber(CommunityId community) {
        return of(community, "select coalesce(max(number), 0) + 1 n from polls.rounds where community_id = $1")
                .map(row -> integer(row, "n"))
                .one();
    }

    /// Empty until it was counted.
    public Mono<Result> result(Round round) {
        return of(round.community(), "select * from polls.results where community_id = $1 and poll = $2")
                .bind("$2", round.id())
                .map(FindRounds::kept)
                .one();
    }

    private GenericExecuteSpec of(CommunityId community, String sql) {
        return database.sql(sql).bind("$1", community.value());
    }

    private static Round round(Readable row) {
        return new Round(
                new CommunityId(text(row, "community_id")),
                text(row, "id"),
                integer(row, "number"),
                text(row, "title"),
                text(row, "place"),
                rules(row),
                new Conditions(
                        Voice.valueOf(text(row, "voice")),
                        integer(row, "age"),
                        integer(row, "supporters"),
                        integer(row, "street_supporters")),
                text(row, "asked_by"),
                new Schedule(
                        instant(row, "opened_at"),
                        requireNonNullElse(instantOrNull(row, "collect_from"), instant(row, "opened_at")),
                        instant(row, "collect_until"),
                        instant(row, "vote_from"),
                        instant(row, "vote_until"),
                        instant(row, "object_until")),
                Phase.valueOf(text(row, "phase")),
                instant(row, "since"),
                number(row, "version"));
    }

    private static Rules rules(Readable row) {
        var kind = BallotKind.valueOf(text(row, "kind"));
        return new Rules(
                number(row, "budget"),
                kind,
                integer(row, "most"),
                Boolean.TRUE.equals(row.get("knapsack", Boolean.class)),
                Rule.named(text(row, "rule")).orElseThrow(IllegalArgumentException::new),
                Completion.named(text(row, "completion")).orElseThrow(IllegalArgumentException::new),
                text(row, "seed"),
                Level.named(text(row, "level")).orElseThrow(IllegalArgumentException::new),
                FinePrintRow.read(row, kind));
    }

    private static Result kept(Readable row) {
        Integer[] winners = row.get("winners", Integer[].class);
        return new Result(
                text(row, "rule"),
                text(row, "completion"),
                text(row, "ties"),
                winners == null ? List.of() : List.of(winners),
                text(row, "drawn"),
                number(row, "cost"),
                integer(row, "ballots"),
                instant(row, "counted_at"));
    }
}
