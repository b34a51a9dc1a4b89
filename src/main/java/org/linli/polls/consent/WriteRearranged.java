package org.linli.polls.consent;

import static java.time.ZoneOffset.UTC;

import java.util.List;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.WriteEffects;
import org.linli.polls.consent.Rearranged.Change;
import org.linli.polls.consent.Rearrangement.Consent;
import org.springframework.core.annotation.Order;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes what is asked of proposers, what they answer, and what becomes of it. Signals [Conflict] where somebody else
/// was first.
@Component
@Order(73)
class WriteRearranged implements WriteEffects<Rearranged> {

    private static final String ASK = """
            with asked as (
                insert into polls.rearrangements (community_id, round, number, sources, titles, reason, state, asked_by,
                  asked_at)
                select $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, 'ASKED', $6, $7
                from polls.rearrangements where community_id = $1 and round = $2
                returning number)
            insert into polls.consents (community_id, round, rearrangement, proposer, told_at, agrees)
            select $1, $2, asked.number, c.proposer, c.told_at, case when c.told_at = '' then true end
            from asked, unnest($8::text[], $9::text[]) as c(proposer, told_at)
            """;

    private static final String ANSWER = """
            update polls.consents set agrees = $5, answered_at = $6
            where community_id = $1 and round = $2 and rearrangement = $3 and proposer = $4 and agrees is null
            """;

    private static final String MOVE = """
            update polls.rearrangements set state = $4, states = $5, results = $6, version = $7
            where community_id = $1 and round = $2 and number = $3 and version = $8
            """;

    /// They are proposed by all that proposed what they are made of; the first stands for them.
    private static final String PROPOSE = """
            with parts as (
                select * from polls.proposals where community_id = $1 and round = $2 and number = any($3)
            ), joined as (
                select string_agg(words, E'\\n' order by number) words, (array_agg(place order by number))[1] place,
                       (array_agg(proposer order by number))[1] proposer,
                       coalesce(string_agg(distinct nullif(told_at, ''), E'\\n'), '') told_at, max(guess) guess,
                       array(select distinct w from parts x, unnest(x.proposers) w order by w) proposers
                from parts
            )
            insert into polls.proposals (community_id, round, number, title, words, place, proposer, told_at, send,
              proposed_at, state, reason, unit, version, pictures, guess,
              proposers)
            select $1, $2, n.number, n.title, j.words, j.place, j.proposer, j.told_at, $6 || n.number, $7, 'PROPOSED', '',
                   '', 1, array(select distinct p from parts, unnest(parts.pictures) p order by p), j.guess, j.proposers
            from joined j, unnest($4::int[], $5::text[]) as n(number, title)
            """;

    private static final String CARRY = """
            insert into polls.supports (community_id, round, proposal, supporter)
            select distinct $1, $2, n.number, s.supporter from polls.supports s, unnest($4::int[]) as n(number)
            where s.community_id = $1 and s.round = $2 and s.proposal = any($3)
            on conflict do nothing
            """;

    private final DatabaseClient database;

    WriteRearranged(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Class<Rearranged> kind() {
        return Rearranged.class;
    }

    @Override
    public Mono<Void> write(List<Rearranged> effects) {
        return Flux.fromIterable(effects).concatMap(it -> write(it.what())).then();
    }

    private Mono<Void> write(Change change) {
        return switch (change) {
            case Change.Asked asked -> ask(asked);
            case Change.Answered answered -> answer(answered);
            case Change.Moved moved -> move(moved);
        };
    }

    private Mono<Void> ask(Change.Asked asked) {
        var it = asked.it();
        return on(it, ASK)
                .bind("$3", numbers(it.sources()))
                .bind("$4", it.titles().toArray(String[]::new))
                .bind("$5", it.reason())
                .bind("$6", it.askedBy())
                .bind("$7", it.askedAt().atOffset(UTC))
                .bind("$8", it.consents().stream().map(Consent::proposer).toArray(String[]::new))
                .bind("$9", it.consents().stream().map(Consent::toldAt).toArray(String[]::new))
                .then();
    }

    private Mono<Void> answer(Change.Answered answered) {
        return one(on(answered.it(), ANSWER)
                .bind("$3", answered.it().number())
                .bind("$4", answered.proposer())
                .bind("$5", answered.agrees())
                .bind("$6", answered.at().atOffset(UTC)));
    }

    private Mono<Void> move(Change.Moved moved) {
        var it = moved.it();
        var done = one(on(it, MOVE)
                .bind("$3", it.number())
                .bind("$4", it.state().name())
                .bind("$5", it.states().stream().map(Enum::name).toArray(String[]::new))
                .bind("$6", numbers(it.results()))
                .bind("$7", it.version())
                .bind("$8", moved.before()));
        return it.state() == Rearrangement.State.DONE
                ? done.then(propose(moved)).then(carry(it))
                : done;
    }

    private Mono<Void> propose(Change.Moved moved) {
        var it = moved.it();
        return on(it, PROPOSE)
                .bind("$3", numbers(it.sources()))
                .bind("$4", numbers(it.results()))
                .bind("$5", it.titles().toArray(String[]::new))
                .bind("$6", "rearranged/%s/%d/".formatted(it.round(), it.number()))
                .bind("$7", moved.at().atOffset(UTC))
                .then();
    }

    private Mono<Void> carry(Rearrangement it) {
        return on(it, CARRY)
                .bind("$3", numbers(it.sources()))
                .bind("$4", numbers(it.results()))
                .then();
    }

    private static Mono<Void> one(GenericExecuteSpec sql) {
        return sql.fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(() -> new Conflict("a rearrangement")))
                .then();
    }

    private static Integer[] numbers(List<Integer> all) {
        return all.toArray(Integer[]::new);
    }

    private GenericExecuteSpec on(Rearrangement it, String sql) {
        return database.sql(sql).bind("$1", it.community().value()).bind("$2", it.round());
    }
}
