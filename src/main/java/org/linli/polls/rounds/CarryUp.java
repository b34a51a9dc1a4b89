package org.linli.polls.rounds;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.linli.channels.Address;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.outbox.Letter;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.EachAlone;
import org.linli.platform.jobs.Job;
import org.linli.polls.rounds.RoundChanged.Change;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Carries proposals up to the tier that their supporters have reached, and tells all who support them: once each,
/// whichever replica is first. A proposal never comes down again.
@Component
class CarryUp implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(CarryUp.class);

    private final FindRounds rounds;
    private final FindProposals proposals;
    private final ReachVoters reach;
    private final Communities communities;
    private final RoundLetters letters;
    private final Effects effects;

    CarryUp(
            FindRounds rounds,
            FindProposals proposals,
            ReachVoters reach,
            Communities communities,
            RoundLetters letters,
            Effects effects) {
        this.rounds = rounds;
        this.proposals = proposals;
        this.reach = reach;
        this.communities = communities;
        this.letters = letters;
        this.effects = effects;
    }

    @Override
    public String name() {
        return "carry-proposals-up";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(15);
    }

    /// How many this replica carried up.
    @Override
    public Mono<Integer> round() {
        return EachAlone.of(
                rounds.underWay().filter(it -> it.phase() == Phase.COLLECTING || it.phase() == Phase.REVIEW),
                LOG,
                round -> EachAlone.together(risen(round), it -> carry(round, it)));
    }

    private Flux<Proposal> risen(Round round) {
        return proposals
                .of(round.community(), round.id())
                .filter(it -> it.state().takesSupport() && reached(round, it).isAbove(it.tier()));
    }

    private static Tier reached(Round round, Proposal it) {
        return round.conditions().reached(it.supporters());
    }

    private Mono<Proposal> carry(Round round, Proposal it) {
        var after = it.at(reached(round, it));
        return Mono.zip(
                        proposals.supporters(it).flatMap(all -> reach.all(round.community(), all)),
                        communities.map(round.community()))
                .flatMap(found -> effects.commit(changes(round, it, after, found.getT1(), found.getT2())))
                .thenReturn(after)
                .onErrorResume(Conflict.class, _ -> Mono.empty());
    }

    private List<Effect> changes(Round round, Proposal before, Proposal after, List<Address> all, CommunityMap map) {
        Stream<Effect> moved = Stream.of(new RoundChanged(new Change.ProposalMoved(before.version(), after)));
        Stream<Letter> told = all.stream().map(to -> letters.carriedUp(round, after, to));
        return Stream.of(moved, told, street(round, after, letters, map))
                .flatMap(it -> it)
                .map(Effect.class::cast)
                .toList();
    }

    /// Only the desk knows the way to the street. Empty below it.
    private static Stream<Letter> street(Round round, Proposal it, RoundLetters letters, CommunityMap map) {
        return it.tier() == Tier.STREET
                ? Stream.ofNullable(map.desk().chat()).map(to -> letters.toTheStreet(round, it, to))
                : Stream.empty();
    }
}
