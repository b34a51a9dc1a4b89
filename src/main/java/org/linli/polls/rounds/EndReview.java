package org.linli.polls.rounds;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.outbox.Letter;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.polls.FindPolls;
import org.linli.polls.PollWords;
import org.linli.polls.rounds.Proposal.State;
import org.linli.polls.rounds.RoundChanged.Change;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What comes of a review once its time is over: a vote; or, as long as one could still be held, the desk is told every
/// day what is in its way; or the round is called off, and everybody is told why. Nobody waits without a word.
@Component
class EndReview {

    private final FindProposals proposals;
    private final FindPolls polls;
    private final OpenVote vote;
    private final Communities communities;
    private final RoundLetters letters;
    private final GroupsTold groups;
    private final PollWords words;
    private final Effects effects;
    private final Clock clock;

    EndReview(
            FindProposals proposals,
            FindPolls polls,
            OpenVote vote,
            Communities communities,
            RoundLetters letters,
            GroupsTold groups,
            PollWords words,
            Effects effects,
            Clock clock) {
        this.proposals = proposals;
        this.polls = polls;
        this.vote = vote;
        this.communities = communities;
        this.letters = letters;
        this.groups = groups;
        this.words = words;
        this.effects = effects;
        this.clock = clock;
    }

    /// Empty where it stays under review.
    Mono<Round> end(Round round) {
        return Mono.zip(
                        proposals.of(round.community(), round.id()).collectList(),
                        polls.exists(round.community(), round.id()))
                .flatMap(it -> it.getT2() ? voting(round, it.getT1()) : unlessHindered(round, it.getT1()));
    }

    private Mono<Round> unlessHindered(Round round, List<Proposal> all) {
        var why = Hindrance.of(round, all);
        if (!clock.instant().isBefore(round.schedule().voteUntil())) {
            return calledOff(round, all, why);
        }
        return why.isNone() ? opened(round, all) : waits(round, why);
    }

    private Mono<Round> opened(Round round, List<Proposal> all) {
        return vote.of(round, all)
                .then(proposals.of(round.community(), round.id()).collectList())
                .flatMap(put -> voting(round, put));
    }

    /// What too few support comes to its end here.
    private Mono<Round> voting(Round round, List<Proposal> all) {
        var after = round.in(Phase.VOTING, clock.instant());
        var changes = new ArrayList<Effect>();
        changes.add(new RoundChanged(new Change.Moved(round.version(), after)));
        all.stream()
                .filter(it -> it.state() == State.PROPOSED && it.supporters() < round.supporters())
                .flatMap(it -> lapsed(
                        round,
                        it,
                        words.say(
                                "rounds.lapsed.few",
                                String.valueOf(it.supporters()),
                                String.valueOf(round.supporters()))))
                .forEach(changes::add);
        return effects.commit(changes).thenReturn(after);
    }

    private Mono<Round> calledOff(Round round, List<Proposal> all, Hindrance why) {
        var after = round.in(Phase.OVER, clock.instant());
        return communities
                .map(round.community())
                .flatMap(map -> {
                    var changes = new ArrayList<Effect>(groups.calledOff(round, why, map));
                    changes.add(new RoundChanged(new Change.Moved(round.version(), after)));
                    all.stream()
                            .filter(it -> it.state().takesSupport())
                            .flatMap(it -> lapsed(round, it, words.say("rounds.lapsed.off")))
                            .forEach(changes::add);
                    return effects.commit(changes);
                })
                .thenReturn(after);
    }

    private Stream<Effect> lapsed(Round round, Proposal it, String reason) {
        var after = it.reviewed(State.LAPSED, reason, it.cost(), it.title());
        return Stream.concat(
                Stream.of(new RoundChanged(new Change.ProposalMoved(it.version(), after))), letters.news(round, after));
    }

    private Mono<Round> waits(Round round, Hindrance why) {
        return communities
                .map(round.community())
                .flatMap(map -> effects.commit(desk(round, why, map)))
                .then(Mono.empty());
    }

    /// Once every 24 hours from the hour on at which people should vote.
    private List<Letter> desk(Round round, Hindrance why, CommunityMap map) {
        var facts = letters.facts(round);
        facts.putAll(why.facts());
        long days =
                Duration.between(round.schedule().voteFrom(), clock.instant()).toDays();
        return Stream.ofNullable(map.desk().chat())
                .map(to -> new Letter(
                        round.community(), "round-waits/%s/%d".formatted(round.id(), days), to, "round-waits", facts))
                .toList();
    }
}
