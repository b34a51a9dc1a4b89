package org.linli.polls.consent;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.linli.channels.Address;
import org.linli.community.StaffMember;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.polls.consent.Rearranged.Change;
import org.linli.polls.consent.Rearrangement.State;
import org.linli.polls.rounds.FindProposals;
import org.linli.polls.rounds.Proposal;
import org.linli.polls.rounds.ReachVoters;
import org.linli.polls.rounds.Round;
import org.linli.polls.rounds.RoundChanged;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Puts back what was merged or split, with the supporters that each had before, and takes back what is still asked.
@Service
public class UndoRearranging {

    private final FindProposals proposals;
    private final Rearrangements rearrangements;
    private final ReachVoters reach;
    private final ConsentLetters letters;
    private final Effects effects;
    private final Clock clock;

    UndoRearranging(
            FindProposals proposals,
            Rearrangements rearrangements,
            ReachVoters reach,
            ConsentLetters letters,
            Effects effects,
            Clock clock) {
        this.proposals = proposals;
        this.rearrangements = rearrangements;
        this.reach = reach;
        this.letters = letters;
        this.effects = effects;
        this.clock = clock;
    }

    /// Empty where there is nothing to undo, or what came of it is decided.
    public Mono<Rearrangement> undo(StaffMember by, Round round, int number) {
        return rearrangements
                .one(round.community(), round.id(), number)
                .filter(it -> it.state() == State.DONE || it.state() == State.ASKED)
                .flatMap(it -> Mono.zip(all(round, it.sources()), all(round, it.results()))
                        .filter(found -> found.getT2().stream()
                                .allMatch(result -> result.state().takesSupport()))
                        .flatMap(found -> undone(by, round, it, found.getT1(), found.getT2())));
    }

    private Mono<List<Proposal>> all(Round round, List<Integer> numbers) {
        return Flux.fromIterable(numbers)
                .concatMap(it -> proposals.one(round.community(), round.id(), it))
                .collectList();
    }

    private Mono<Rearrangement> undone(
            StaffMember by, Round round, Rearrangement it, List<Proposal> sources, List<Proposal> results) {
        var after = it.in(State.UNDONE, it.states(), it.results());
        return told(round, sources, results).flatMap(addresses -> {
            List<Effect> changes = new ArrayList<>();
            changes.add(new Rearranged(new Change.Moved(it.version(), after, clock.instant())));
            changes.add(round.noted(by, "rearrangement %d, undone".formatted(it.number()), clock.instant()));
            results.forEach(result -> changes.add(moved(result, Proposal.State.WITHDRAWN)));
            for (int i = 0; i < it.states().size(); i++) {
                changes.add(moved(sources.get(i), it.states().get(i)));
            }
            if (it.state() == State.DONE) {
                addresses.forEach(to -> changes.add(letters.undone(round, after, sources, to)));
            }
            return effects.commit(changes).thenReturn(after);
        });
    }

    /// Whose it is, and whoever supports any of it, also those who came afterwards.
    private Mono<List<Address>> told(Round round, List<Proposal> sources, List<Proposal> results) {
        return Flux.fromStream(Stream.concat(sources.stream(), results.stream()))
                .concatMap(it -> proposals
                        .proposers(it)
                        .concatWith(proposals.supporters(it).flatMapIterable(all -> all)))
                .distinct()
                .collectList()
                .flatMap(all -> reach.all(round.community(), all));
    }

    private static RoundChanged moved(Proposal it, Proposal.State next) {
        return new RoundChanged(new RoundChanged.Change.ProposalMoved(it.version(), it.in(next, it.unit())));
    }
}
