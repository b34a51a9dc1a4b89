package org.linli.polls.rounds;

import static java.time.ZoneOffset.UTC;

import org.linli.platform.database.Conflict;
import org.linli.polls.rounds.RoundChanged.Change;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Writes proposals, who supports them, and what became of them.
@Component
class WriteProposals {

    private static final String ADD = """
            insert into polls.proposals (community_id, round, number, title, words, place, proposer, told_at, send,
              proposed_at, state, reason, unit, version, pictures, guess, tier, proposers)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, '', 1, $13, $14, $15, array[$7])
            on conflict (community_id, send) do nothing
            """;

    private final DatabaseClient database;

    WriteProposals(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(Change.Proposed proposed) {
        var it = proposed.it();
        var bound = on(it, ADD)
                .bind("$4", it.title())
                .bind("$5", it.words())
                .bind("$6", it.place())
                .bind("$7", proposed.proposer())
                .bind("$8", it.toldAt())
                .bind("$9", proposed.send())
                .bind("$10", proposed.at().atOffset(UTC))
                .bind("$11", it.state().name())
                .bind("$12", it.reason())
                .bind("$13", it.pictures().toArray(String[]::new))
                .bind("$15", it.tier().name());
        var guess = it.guess();
        return (guess == null ? bound.bindNull("$14", Long.class) : bound.bind("$14", guess)).then();
    }

    Mono<Void> move(Change.ProposalMoved moved) {
        var it = moved.it();
        var bound = on(it, """
                        update polls.proposals set title = $4, state = $5, reason = $6, cost = $7, unit = $8, version = $9,
                          tier = $11, pictures = $12
                        where community_id = $1 and round = $2 and number = $3 and version = $10""")
                .bind("$4", it.title())
                .bind("$5", it.state().name())
                .bind("$6", it.reason())
                .bind("$8", it.unit())
                .bind("$9", it.version())
                .bind("$10", moved.before())
                .bind("$11", it.tier().name())
                .bind("$12", it.pictures().toArray(String[]::new));
        var cost = it.cost();
        return WriteRounds.one(cost == null ? bound.bindNull("$7", Long.class) : bound.bind("$7", cost));
    }

    /// Signals [org.linli.platform.database.Conflict] where one of them was changed since it was seen.
    Mono<Void> put(Change.PutToVote it) {
        var seen = it.seen();
        return database.sql("""
                        update polls.proposals p set version = p.version + 1
                        from unnest($3::int[], $4::bigint[]) as seen (number, version)
                        where p.community_id = $1 and p.round = $2 and p.number = seen.number
                          and p.version = seen.version""")
                .bind("$1", it.round().community().value())
                .bind("$2", it.round().id())
                .bind("$3", seen.stream().map(Proposal::number).toArray(Integer[]::new))
                .bind("$4", seen.stream().map(Proposal::version).toArray(Long[]::new))
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == seen.size())
                .switchIfEmpty(Mono.error(() -> new Conflict("what is put to the vote")))
                .then();
    }

    /// Nothing where it does not stand there: one that came twice has no second number, and the next that gets it has
    /// no supporters but its own.
    Mono<Void> support(Change.Supported supported) {
        return on(supported.it(), """
                        insert into polls.supports (community_id, round, proposal, supporter)
                        select p.community_id, p.round, p.number, $4 from polls.proposals p
                        where p.community_id = $1 and p.round = $2 and p.number = $3 for key share
                        on conflict do nothing""").bind("$4", supported.supporter()).then();
    }

    Mono<Void> support(Change.SupportTaken taken) {
        return on(taken.it(), """
                        delete from polls.supports
                        where community_id = $1 and round = $2 and proposal = $3 and supporter = $4""").bind("$4", taken.supporter()).then();
    }

    Mono<Void> tell(Change.Told told) {
        return on(told.it(), """
                        insert into polls.progress (community_id, round, proposal, words, by_name, at)
                        values ($1, $2, $3, $4, $5, $6)""")
                .bind("$4", told.words())
                .bind("$5", told.by())
                .bind("$6", told.at().atOffset(UTC))
                .then();
    }

    /// Those from elsewhere go on waiting, with their numbers.
    Mono<Void> takeWaiting(Change.WaitingTaken taken) {
        var round = taken.round();
        return database.sql("""
                        with waiting as (
                            select number, row_number() over (order by number) n from polls.proposals
                            where community_id = $1 and round = 'next' and number = any($3)
                        ), taken as (
                            update polls.supports s set round = $2, proposal = w.n from waiting w
                            where s.community_id = $1 and s.round = 'next' and s.proposal = w.number
                        )
                        update polls.proposals p set round = $2, number = w.n from waiting w
                        where p.community_id = $1 and p.round = 'next' and p.number = w.number""")
                .bind("$1", round.community().value())
                .bind("$2", round.id())
                .bind("$3", taken.numbers().toArray(Integer[]::new))
                .then();
    }

    private GenericExecuteSpec on(Proposal it, String sql) {
        return database.sql(sql)
                .bind("$1", it.community().value())
                .bind("$2", it.round())
                .bind("$3", it.number());
    }
}
