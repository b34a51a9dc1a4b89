package org.linli.polls.consent;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.linli.platform.database.CommunityId;
import org.linli.polls.PollRows;
import org.linli.polls.consent.Rearrangement.Consent;
import org.linli.polls.rounds.Proposal;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What is asked of proposers, and what became of it.
@Component
public class Rearrangements {

    private static final String SELECT = """
            select r.*, c.proposers, c.addresses, c.answers from polls.rearrangements r
            cross join lateral (
                select array_agg(proposer order by proposer) proposers, array_agg(told_at order by proposer) addresses,
                       array_agg(coalesce(agrees::text, '') order by proposer) answers
                from polls.consents c
                where c.community_id = r.community_id and c.round = r.round and c.rearrangement = r.number) c
            where r.community_id = $1 and r.round = $2 order by r.number
            """;

    private final DatabaseClient database;

    Rearrangements(DatabaseClient database) {
        this.database = database;
    }

    /// The earliest first.
    public Flux<Rearrangement> of(CommunityId community, String round) {
        return database.sql(SELECT)
                .bind("$1", community.value())
                .bind("$2", round)
                .map(Rearrangements::rearrangement)
                .all();
    }

    /// Empty where there is none.
    public Mono<Rearrangement> one(CommunityId community, String round, int number) {
        return of(community, round).filter(it -> it.number() == number).next();
    }

    /// What this person is asked and has not answered, the earliest first.
    ///
    /// @param voter as a voter is called
    public Flux<Rearrangement> asked(CommunityId community, String round, String voter) {
        return of(community, round).filter(it -> it.waitsFor(voter));
    }

    private static Rearrangement rearrangement(Readable row) {
        return new Rearrangement(
                new CommunityId(text(row, "community_id")),
                text(row, "round"),
                integer(row, "number"),
                List.of(PollRows.array(row, "sources", Integer[].class)),
                Stream.of(PollRows.array(row, "states", String[].class))
                        .map(Proposal.State::valueOf)
                        .toList(),
                List.of(PollRows.array(row, "titles", String[].class)),
                List.of(PollRows.array(row, "results", Integer[].class)),
                text(row, "reason"),
                Rearrangement.State.valueOf(text(row, "state")),
                text(row, "asked_by"),
                instant(row, "asked_at"),
                consents(row),
                number(row, "version"));
    }

    private static List<Consent> consents(Readable row) {
        String[] proposers = PollRows.array(row, "proposers", String[].class);
        String[] addresses = PollRows.array(row, "addresses", String[].class);
        String[] answers = PollRows.array(row, "answers", String[].class);
        return IntStream.range(0, proposers.length)
                .mapToObj(i -> new Consent(
                        proposers[i], addresses[i], answers[i].isEmpty() ? null : answers[i].startsWith("t")))
                .toList();
    }
}
