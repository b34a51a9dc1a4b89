package org.linli.polls.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.cases.web.SignedInAs;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effects;
import org.linli.polls.rounds.RoundChanged.Change;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.test.StepVerifier;

/// What stands on the paper is what the committee decided, also in the moment in which the vote opens.
class OpenVoteTest extends HeldRounds {

    @Autowired
    OpenVote vote;

    @Autowired
    Effects effects;

    @Test
    void aPriceThatChangesWhileThePaperIsWrittenOpensNoVote() {
        var round = reviewed();
        var seen = all(round);
        review(round, 2, 9_000);

        vote.of(round, seen).as(StepVerifier::create).verifyError(Conflict.class);
        assertThat(count("select count(*) n from polls.polls")).isZero();
        completed(vote.of(round, all(round)));
        assertThat(count("select count(*) n from polls.polls")).isEqualTo(1);
    }

    @Test
    void nothingIsDecidedOnceItIsPutToTheVoteByWhoeverLookedBefore() {
        var round = reviewed();
        var seen = all(round).getFirst();
        completed(vote.of(round, all(round)));
        var late = seen.reviewed(Proposal.State.INFEASIBLE, "管线挡住了", null, seen.title());

        effects.commit(List.of(new RoundChanged(new Change.ProposalMoved(seen.version(), late))))
                .as(StepVerifier::create)
                .verifyError(Conflict.class);
        assertThat(result(treat.review(SignedInAs.CHEN, round, 1, false, "", 0, "管线挡住了")
                        .hasElement()))
                .isFalse();
        assertThat(all(round)).extracting(Proposal::state).containsOnly(Proposal.State.FEASIBLE);
    }

    /// Two proposals, both feasible.
    private Round reviewed() {
        var round = opened();
        says("r01", "提个项目：门口装个长椅，老人可以歇脚");
        says("r17", "提个项目：楼道装感应灯，晚上看不清台阶");
        due("collect_until");
        now(round);
        review(round, 1, 3_000);
        review(round, 2, 8_000);
        return result(find.one(round.community(), round.id()));
    }
}
