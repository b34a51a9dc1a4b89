package org.linli.polls.rounds;

import static org.linli.Results.completed;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.linli.cases.web.SignedInAs;
import org.linli.community.Communities;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.NeighboursVote;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.counting.Completion;
import org.linli.polls.counting.Rule;
import org.linli.polls.log.Level;
import org.springframework.beans.factory.annotation.Autowired;

/// A round of the demo that a test leads from phase to phase.
public abstract class HeldRounds extends NeighboursVote {

    @Autowired
    protected HoldRound hold;

    @Autowired
    protected AdvanceRounds advance;

    @Autowired
    protected FindRounds find;

    @Autowired
    protected FindProposals proposals;

    @Autowired
    protected TreatProposal treat;

    @Autowired
    protected Communities communities;

    protected Round opened() {
        return opened(new Conditions(Voice.PERSON, 1));
    }

    protected Round opened(Conditions conditions) {
        return opened("s1", conditions);
    }

    protected Round opened(String place, Conditions conditions) {
        var now = Instant.now();
        var dates = new Schedule(
                now,
                now.plus(Duration.ofDays(1)),
                now.plus(Duration.ofDays(2)),
                now.plus(Duration.ofDays(3)),
                now.plus(Duration.ofDays(4)));
        var rules = new Rules(
                10_000, BallotKind.SEVERAL, 3, false, Rule.EQUAL_SHARES, Completion.ADD1U, "lot", Level.BALLOTS);
        var chen = result(communities.map(SignedInAs.LM)).staffMember("chen").orElseThrow();
        return result(
                hold.open(chen, new HoldRound.Declared(UUID.randomUUID(), "冬季微实事", place, rules, conditions, dates)));
    }

    /// Two reviewed proposals, of 3,000 and 8,000 yuan.
    protected Round voting(Conditions conditions) {
        var round = opened(conditions);
        says("r01", "提个项目：门口装个长椅，老人可以歇脚");
        says("r17", "提个项目：楼道装感应灯，晚上看不清台阶");
        due("collect_until");
        now(round);
        review(round, 1, 3_000);
        review(round, 2, 8_000);
        due("vote_from");
        now(round);
        return round;
    }

    /// The clock goes on by moving the dates back: that one has just passed, those behind it have not.
    protected void due(String date) {
        var dates = List.of("opened_at", "collect_from", "collect_until", "vote_from", "vote_until", "object_until");
        int passed = dates.indexOf(date);
        String set = IntStream.range(0, dates.size())
                .mapToObj(i -> "%s = now() + interval '%d h'".formatted(dates.get(i), i <= passed ? i - passed - 1 : i))
                .collect(Collectors.joining(", "));
        completed(database.sql("update polls.rounds set " + set).then());
        if (date.equals("vote_until")) {
            completed(database.sql("update polls.polls set opens_at = now() - interval '2 h', closes_at = now()")
                    .then());
        }
    }

    protected Phase now(Round round) {
        result(advance.round());
        return result(find.one(round.community(), round.id())).phase();
    }

    protected void review(Round round, int number, long cost) {
        result(treat.review(SignedInAs.CHEN, round, number, true, "", cost, "可以做"));
    }

    protected List<Proposal> all(Round round) {
        return results(proposals.of(round.community(), round.id()));
    }

    protected long ballots() {
        return count("select count(*) n from polls.ballots");
    }
}
