package org.linli.polls.prizes;

import java.util.Optional;
import java.util.stream.Collectors;
import org.linli.platform.jobs.EachAlone;
import org.linli.polls.PollWords;
import org.linli.polls.rounds.FindProposals;
import org.linli.polls.rounds.Proposal;
import org.linli.polls.rounds.Round;
import org.linli.polls.works.Appraisals;
import org.linli.polls.works.Appraisals.Score;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Gives the prizes that nobody decides, see [Prize#isDeserved].
@Service
public class PrizesByRule {

    private final FindProposals proposals;
    private final Appraisals appraisals;
    private final Awards awards;
    private final GivePrizes prizes;
    private final PollWords words;

    PrizesByRule(FindProposals proposals, Appraisals appraisals, Awards awards, GivePrizes prizes, PollWords words) {
        this.proposals = proposals;
        this.appraisals = appraisals;
        this.awards = awards;
        this.prizes = prizes;
        this.words = words;
    }

    /// Those that are not given yet, in the order of the proposals.
    public Flux<Award> give(Round round) {
        return EachAlone.together(deserved(round), it -> given(round, it));
    }

    private Flux<Score> deserved(Round round) {
        return Mono.zip(
                        appraisals.of(round).filter(Prize::isDeserved).collectList(),
                        awards.of(round).map(Award::id).collect(Collectors.toSet()))
                .flatMapIterable(it -> it.getT1().stream()
                        .filter(score -> !it.getT2().contains(GivePrizes.id(round, number(score), Prize.GOLDEN_IDEA)))
                        .toList());
    }

    private Flux<Award> given(Round round, Score score) {
        return proposals
                .one(round.community(), round.id(), number(score))
                .filter(it -> it.state() == Proposal.State.DONE)
                .flatMapMany(it -> prizes.toProposers(Optional.empty(), round, it, Prize.GOLDEN_IDEA, why(score)));
    }

    private static int number(Score score) {
        return Integer.parseInt(score.of());
    }

    private String why(Score score) {
        return words.say("prizes.rule.reason", score.people(), score.average());
    }
}
