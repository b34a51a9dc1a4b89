package org.linli.polls.owners;

import static org.linli.platform.database.Columns.number;
import static org.linli.platform.database.Columns.text;

import io.r2dbc.spi.Readable;
import java.util.HashSet;
import java.util.Set;
import org.linli.polls.Poll;
import org.linli.polls.Seals;
import org.linli.polls.Seals.Seal;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// How a vote of owners stands. What weighs how much is found by the vote's secret, so after it was destroyed the
/// numbers are those that were kept at the count.
@Component
public class ReadMeter {

    /// The first choice on the paper, 同意.
    private static final int YES = 1;

    private record Weighed(String voter, Share share, boolean voted) {}

    private record Vote(Majority majority, boolean counted, Share took, Share agree) {}

    private final Seals seals;
    private final DatabaseClient database;

    ReadMeter(Seals seals, DatabaseClient database) {
        this.seals = seals;
        this.database = database;
    }

    /// Empty for a vote that is not one of owners.
    public Mono<Meter> of(Poll poll) {
        return on(poll, "select * from polls.owners_votes where community_id = $1 and poll = $2")
                .map(ReadMeter::vote)
                .one()
                .flatMap(vote -> vote.counted() ? kept(poll, vote) : live(poll, vote));
    }

    private Mono<Meter> kept(Poll poll, Vote vote) {
        return on(poll, """
                        select sum(heads) heads, sum(area)::bigint area from polls.register
                        where community_id = $1 and poll = $2""")
                .map(row -> new Meter(
                        vote.majority(),
                        new Share(number(row, "heads"), number(row, "area")),
                        vote.took(),
                        vote.agree()))
                .one();
    }

    private Mono<Meter> live(Poll poll, Vote vote) {
        return Mono.zip(
                        on(poll, "select * from polls.register where community_id = $1 and poll = $2")
                                .map(row -> new Weighed(
                                        text(row, "voter"),
                                        new Share(number(row, "heads"), number(row, "area")),
                                        Boolean.TRUE.equals(row.get("voted", Boolean.class))))
                                .all()
                                .collectList(),
                        agreeing(poll),
                        seals.of(poll))
                .map(found -> meter(vote.majority(), found.getT1(), found.getT2(), found.getT3()));
    }

    private static Meter meter(Majority majority, Iterable<Weighed> all, Set<String> yes, Seal seal) {
        Share whole = Share.NONE;
        Share took = Share.NONE;
        Share agree = Share.NONE;
        for (Weighed it : all) {
            whole = whole.and(it.share());
            took = it.voted() ? took.and(it.share()) : took;
            agree = it.voted() && yes.contains(seal.token(it.voter())) ? agree.and(it.share()) : agree;
        }
        return new Meter(majority, whole, took, agree);
    }

    /// Tokens of ballots that say yes.
    private Mono<Set<String>> agreeing(Poll poll) {
        return on(poll, "select token from polls.ballots where community_id = $1 and poll = $2 and choices[1] = $3")
                .bind("$3", YES)
                .map(row -> text(row, "token"))
                .all()
                .collect(HashSet::new, Set::add);
    }

    private static Vote vote(Readable row) {
        boolean counted = row.get("counted_at") != null;
        return new Vote(
                Majority.valueOf(text(row, "majority")),
                counted,
                counted ? new Share(number(row, "took_heads"), number(row, "took_area")) : Share.NONE,
                counted ? new Share(number(row, "agree_heads"), number(row, "agree_area")) : Share.NONE);
    }

    private GenericExecuteSpec on(Poll poll, String sql) {
        return database.sql(sql).bind("$1", poll.community().value()).bind("$2", poll.id());
    }
}
