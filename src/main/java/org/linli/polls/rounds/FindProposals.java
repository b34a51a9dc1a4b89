package org.linli.polls.rounds;

import static org.linli.platform.database.Columns.instant;
import static org.linli.platform.database.Columns.integer;
import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Known;
import org.linli.polls.PollRows;
import org.linli.polls.rounds.Proposal.State;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Proposals as they stand.
@Component
public class FindProposals {

    /// Where proposals wait for the next round.
    public static final String NEXT = "next";

    private static final Function<Readable, Optional<Proposal>> KNOWN = Known.row("proposal", FindProposals::proposal);

    private static final String EVERY = """
            select p.*, (select count(*)::int from polls.supports s
                         where s.community_id = p.community_id and s.round = p.round and s.proposal = p.number) supporters
            from polls.proposals p
            """;
    private static final String SELECT = EVERY + "where p.community_id = $1 and p.round = $2 ";

    /// What became of a proposal, a line of it.
    public record Line(int proposal, String words, String by, Instant at) {}

    private final DatabaseClient database;

    FindProposals(DatabaseClient database) {
        this.database = database;
    }

    /// In the order of their numbers: all of them or an error, because votes are opened and money is given by it.
    public Flux<Proposal> of(CommunityId community, String round) {
        return on(community, round, SELECT + "order by p.number")
                .map(FindProposals::proposal)
                .all();
    }

    /// Empty where there is none.
    public Mono<Proposal> one(CommunityId community, String round, int number) {
        return on(community, round, SELECT + "and p.number = $3")
                .bind("$3", number)
                .map(KNOWN)
                .one()
                .flatMap(Mono::justOrEmpty);
    }

    /// Numbers of those that may have stood on the paper and cannot win any more. Never empty; the set may be.
    Mono<Set<Integer>> takenOut(Round round) {
        return of(round.community(), round.id())
                .filter(it -> it.state() == State.INFEASIBLE || it.state().isGone())
                .map(Proposal::number)
                .collect(Collectors.toSet());
    }

    /// The earliest first.
    public Flux<Line> progress(CommunityId community, String round) {
        return on(community, round, "select * from polls.progress where community_id = $1 and round = $2 order by id")
                .map(row -> new Line(
                        integer(row, "proposal"), text(row, "words"), text(row, "by_name"), instant(row, "at")))
                .all();
    }

    /// What somebody supports or proposed, in the order of numbers.
    ///
    /// @param voter as a voter is called
    public Flux<Proposal> concerning(CommunityId community, String round, String voter) {
        return on(community, round, SELECT + """
                        and ($3 = any(p.proposers) or exists (select from polls.supports s
                            where s.community_id = $1 and s.round = $2 and s.proposal = p.number and s.supporter = $3))
                        order by p.number""")
                .bind("$3", voter)
                .map(KNOWN)
                .all()
                .flatMap(Mono::justOrEmpty);
    }

    /// What somebody proposed last, in whatever round. Empty where they proposed nothing.
    public Mono<Proposal> latestOf(CommunityId community, String voter) {
        return database.sql(EVERY
                        + "where p.community_id = $1 and $2 = any(p.proposers) order by p.proposed_at desc limit 1")
                .bind("$1", community.value())
                .bind("$2", voter)
                .map(KNOWN)
                .one()
                .flatMap(Mono::justOrEmpty);
    }

    /// What somebody proposed, alone or with others, in whatever round: the latest first.
    ///
    /// @param voter as a voter is called
    public Flux<Proposal> proposedBy(CommunityId community, String voter) {
        return database.sql(EVERY + "where p.community_id = $1 and $2 = any(p.proposers) order by p.proposed_at desc")
                .bind("$1", community.value())
                .bind("$2", voter)
                .map(KNOWN)
                .all()
                .flatMap(Mono::justOrEmpty);
    }

    /// As voters are called, each once. Never empty; the list may be.
    public Mono<List<String>> supporters(Proposal it) {
        return on(it.community(), it.round(), """
                        select supporter from polls.supports
                        where community_id = $1 and round = $2 and proposal = $3 order by supporter""")
                .bind("$3", it.number())
                .map(row -> text(row, "supporter"))
                .all()
                .collectList();
    }

    /// All who proposed it, as voters are called: several of a merged one, the first of them first.
    public Flux<String> proposers(Proposal it) {
        return on(it.community(), it.round(), """
                        select who from polls.proposals p, unnest(p.proposers) who
                        where community_id = $1 and round = $2 and number = $3 order by who <> p.proposer, who""")
                .bind("$3", it.number())
                .map(row -> text(row, "who"))
                .all();
    }

    /// How somebody stands to a proposal.
    public record Standing(boolean supports, boolean proposed) {}

    /// Never empty.
    public Mono<Standing> standing(Proposal it, String voter) {
        return on(it.community(), it.round(), """
                        select $4 = any(p.proposers) proposed, exists (select from polls.supports s
                            where s.community_id = $1 and s.round = $2 and s.proposal = $3 and s.supporter = $4) supports
                        from polls.proposals p where p.community_id = $1 and p.round = $2 and p.number = $3""")
                .bind("$3", it.number())
                .bind("$4", voter)
                .map(row -> new Standing(yes(row, "supports"), yes(row, "proposed")))
                .one();
    }

    private static boolean yes(Readable row, String column) {
        return Boolean.TRUE.equals(row.get(column, Boolean.class));
    }

    /// One more than the highest. Never empty.
    public Mono<Integer> nextNumber(CommunityId community, String round) {
        return on(community, round, """
                        select coalesce(max(number), 0) + 1 n from polls.proposals
                        where community_id = $1 and round = $2""").map(row -> integer(row, "n")).one();
    }

    private DatabaseClient.GenericExecuteSpec on(CommunityId community, String round, String sql) {
        return database.sql(sql).bind("$1", community.value()).bind("$2", round);
    }

    private static Proposal proposal(Readable row) {
        return new Proposal(
                new CommunityId(text(row, "community_id")),
                text(row, "round"),
                integer(row, "number"),
                text(row, "title"),
                text(row, "words"),
                text(row, "place"),
                text(row, "told_at"),
                Proposal.State.valueOf(text(row, "state")),
                text(row, "reason"),
                row.get("cost", Long.class),
                text(row, "unit"),
                integer(row, "supporters"),
                Tier.valueOf(text(row, "tier")),
                List.of(PollRows.array(row, "pictures", String[].class)),
                row.get("guess", Long.class),
                number(row, "version"));
    }
}
