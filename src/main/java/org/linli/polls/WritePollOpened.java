package org.linli.polls;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import java.util.function.Function;
import org.linli.platform.database.WriteEffects;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.ballots.Choice;
import org.linli.polls.logbook.Logbook;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes polls with their choices, their register and a secret of their own. Signals `DuplicateKeyException` where
/// the number is taken.
@Component
@Order(69)
class WritePollOpened implements WriteEffects<PollOpened> {

    private static final String OPEN = """
            insert into polls.polls (community_id, id, number, question, kind, most, budget, voice, place, in_group,
              frozen, live, asked_by, opens_at, closes_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            """;

    private static final String OFFER = """
            insert into polls.choices (community_id, poll, number, name, cost)
            select $1, $2, c.number, c.name, c.cost from unnest($3::int[], $4::text[], $5::bigint[]) as c(number, name, cost)
            """;

    private static final String REGISTER = """
            insert into polls.register (community_id, poll, voter, place, voted)
            select $1, $2, v.voter, v.place, false from unnest($3::text[], $4::text[]) as v(voter, place)
            on conflict do nothing
            """;

    private final DatabaseClient database;
    private final Seals seals;
    private final Logbook logs;

    WritePollOpened(DatabaseClient database, Seals seals, Logbook logs) {
        this.database = database;
        this.seals = seals;
        this.logs = logs;
    }

    @Override
    public Class<PollOpened> kind() {
        return PollOpened.class;
    }

    @Override
    public Mono<Void> write(List<PollOpened> effects) {
        return Flux.fromIterable(effects)
                .concatMap(it -> open(it.poll())
                        .then(offer(it.poll()))
                        .then(seals.make(it.poll()))
                        .then(register(it))
                        .then(log(it)))
                .then();
    }

    private Mono<Void> open(Poll it) {
        var paper = it.paper();
        var who = it.electorate();
        var bound = on(it, OPEN)
                .bind("$3", it.number())
                .bind("$4", it.question())
                .bind("$5", paper.kind().name())
                .bind("$6", paper.most())
                .bind("$8", who.voice().name())
                .bind("$9", who.place())
                .bind("$10", who.group())
                .bind("$11", who.frozen())
                .bind("$12", it.live())
                .bind("$13", it.askedBy())
                .bind("$14", it.opensAt().atOffset(UTC))
                .bind("$15", it.closesAt().atOffset(UTC));
        var budget = paper.budget();
        return (budget == null ? bound.bindNull("$7", Long.class) : bound.bind("$7", budget)).then();
    }

    private Mono<Void> offer(Poll it) {
        var choices = it.paper().choices();
        return on(it, OFFER)
                .bind("$3", choices.stream().map(Choice::number).toArray(Integer[]::new))
                .bind("$4", choices.stream().map(Choice::name).toArray(String[]::new))
                .bind("$5", choices.stream().map(Choice::cost).toArray(Long[]::new))
                .then();
    }

    private Mono<Void> log(PollOpened it) {
        return it.log()
                .map(log -> logs.open(it.poll().community(), it.poll().id(), log))
                .orElseGet(Mono::empty);
    }

    private Mono<Void> register(PollOpened it) {
        return it.register().isEmpty()
                ? Mono.empty()
                : on(it.poll(), REGISTER)
                        .bind("$3", texts(it.register(), Voter::id))
                        .bind("$4", texts(it.register(), Voter::place))
                        .then();
    }

    private DatabaseClient.GenericExecuteSpec on(Poll poll, String sql) {
        return database.sql(sql).bind("$1", poll.community().value()).bind("$2", poll.id());
    }

    private static String[] texts(List<Voter> voters, Function<Voter, String> what) {
        return voters.stream().map(what).toArray(String[]::new);
    }
}
