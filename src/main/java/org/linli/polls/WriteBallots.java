package org.linli.polls;

import static java.time.ZoneOffset.UTC;
import static org.linli.platform.database.Columns.integer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.WriteEffects;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes ballots, many in a statement. A poll is held open meanwhile, so that none comes in after the count began.
/// Signals [Conflict] where the poll has closed, or a frozen register does not know the voter; [SendWasVoided].
@Component
@Order(70)
class WriteBallots implements WriteEffects<BallotCast> {

    private static final String HOLD_OPEN = """
            select voids from polls.polls where community_id = $1 and id = $2 and is_open and closes_at > $3 for share
            """;

    private static final String REGISTER_FROZEN = """
            update polls.register r set voted = true, voted_at = coalesce(r.voted_at, date_trunc('hour', $4::timestamptz))
            from unnest($3::text[]) as v(voter)
            where r.community_id = $1 and r.poll = $2 and r.voter = v.voter
            """;

    private static final String REGISTER = """
            insert into polls.register as r (community_id, poll, voter, place, voted, voted_at)
            select $1, $2, v.voter, v.place, true, date_trunc('hour', $5::timestamptz) from unnest($3::text[], $4::text[]) as v(voter, place)
            order by v.voter
            on conflict (community_id, poll, voter) do update
            set voted = true, voted_at = coalesce(r.voted_at, excluded.voted_at)
            """;

    private static final String FORGET_FORMER = """
            with former as (delete from polls.ballots where community_id = $1 and poll = $2 and token = any($3))
            delete from polls.register where community_id = $1 and poll = $2 and voter = any($4)
            """;

    private final DatabaseClient database;
    private final VoidedSends voided;
    private final Traces traces;
    private final PutIn putIn;

    WriteBallots(DatabaseClient database, VoidedSends voided, Traces traces, PutIn putIn) {
        this.database = database;
        this.voided = voided;
        this.traces = traces;
        this.putIn = putIn;
    }

    @Override
    public Class<BallotCast> kind() {
        return BallotCast.class;
    }

    @Override
    public Mono<Void> write(List<BallotCast> effects) {
        Map<Poll, List<BallotCast>> polls =
                effects.stream().collect(Collectors.groupingBy(BallotCast::poll, Collectors.toList()));
        return Flux.fromStream(polls.entrySet().stream()
                        .sorted((one, other) ->
                                one.getKey().id().compareTo(other.getKey().id())))
                .concatMap(it -> write(it.getKey(), it.getValue()))
                .then();
    }

    private Mono<Void> write(Poll poll, List<BallotCast> cast) {
        return heldOpen(poll, cast)
                .flatMap(voids -> voids == 0 ? Mono.empty() : voided.refuse(poll, cast))
                .then(registered(poll, cast))
                .then(formerForgotten(poll, cast))
                .then(traces.keep(poll, cast))
                .then(putIn.all(poll, cast));
    }

    /// How many ballots were taken out until now: nobody takes one out until the transaction ends. Never empty.
    private Mono<Integer> heldOpen(Poll poll, List<BallotCast> cast) {
        return database.sql(HOLD_OPEN)
                .bind("$1", poll.community().value())
                .bind("$2", poll.id())
                .bind("$3", latest(cast).atOffset(UTC))
                .map(row -> integer(row, "voids"))
                .one()
                .switchIfEmpty(Mono.error(() -> new Conflict("a vote that has closed")));
    }

    private static Instant latest(List<BallotCast> cast) {
        return cast.stream().map(BallotCast::at).max(Comparable::compareTo).orElseThrow();
    }

    private Mono<Void> registered(Poll poll, List<BallotCast> cast) {
        var of = on(poll, poll.electorate().frozen() ? REGISTER_FROZEN : REGISTER)
                .bind("$3", texts(cast, it -> it.voter().id()))
                .bind(poll.electorate().frozen() ? "$4" : "$5", latest(cast).atOffset(UTC));
        var statement = poll.electorate().frozen()
                ? of
                : of.bind("$4", texts(cast, it -> it.voter().place()));
        return statement
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == cast.size())
                .switchIfEmpty(Mono.error(() -> new Conflict("a register without this voter")))
                .then();
    }

    private Mono<Void> formerForgotten(Poll poll, List<BallotCast> cast) {
        var known = cast.stream().filter(it -> !it.former().isEmpty()).toList();
        return known.isEmpty() || poll.electorate().frozen()
                ? Mono.empty()
                : on(poll, FORGET_FORMER)
                        .bind("$3", texts(known, BallotCast::former))
                        .bind("$4", texts(known, it -> it.voter().former()))
                        .then();
    }

    private DatabaseClient.GenericExecuteSpec on(Poll poll, String sql) {
        return database.sql(sql).bind("$1", poll.community().value()).bind("$2", poll.id());
    }

    private static String[] texts(List<BallotCast> cast, Function<BallotCast, String> what) {
        return cast.stream().map(what).toArray(String[]::new);
    }
}
