package org.linli.polls.consent;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.linli.channels.Address;
import org.linli.platform.database.Effect;
import org.linli.polls.consent.Rearranged.Change;
import org.linli.polls.consent.Rearrangement.Consent;
import org.linli.polls.consent.Rearrangement.State;
import org.linli.polls.rounds.FindProposals;
import org.linli.polls.rounds.Phase;
import org.linli.polls.rounds.Proposal;
import org.linli.polls.rounds.ReachVoters;
import org.linli.polls.rounds.Round;
import org.linli.polls.rounds.RoundChanged;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Takes what a proposer says: one no ends it, the last yes does it. Decides, and writes nothing.
@Service
public class AnswerConsent {

    /// What becomes of it.
    ///
    /// @param outcome [Outcome#LATE] changes nothing
    /// @param effects have to be committed
    public record Answered(Outcome outcome, Rearrangement it, List<Effect> effects) {}

    /// Its name is a key of what people are told.
    public enum Outcome {
        /// Others have not answered.
        WAITS,
        DONE,
        REFUSED,
        /// Proposals are decided by now.
        LATE
    }

    private final FindProposals proposals;
    private final ReachVoters reach;
    private final ConsentLetters letters;
    private final Clock clock;

    AnswerConsent(FindProposals proposals, ReachVoters reach, ConsentLetters letters, Clock clock) {
        this.proposals = proposals;
        this.reach = reach;
        this.letters = letters;
        this.clock = clock;
    }

    /// Never empty.
    ///
    /// @param it    waits for this person
    /// @param voter as a voter is called
    public Mono<Answered> answer(Round round, Rearrangement it, String voter, boolean agrees) {
        return sources(round, it).flatMap(sources -> {
            if (isLate(round, sources)) {
                return Mono.just(new Answered(Outcome.LATE, it, List.of()));
            }
            List<Effect> said = new ArrayList<>();
            said.add(new Rearranged(new Change.Answered(it, voter, agrees, clock.instant())));
            if (!agrees) {
                return Mono.just(refused(round, it, sources, said));
            }
            return it.waitsOnlyFor(voter)
                    ? done(round, it, sources, said)
                    : Mono.just(new Answered(Outcome.WAITS, it, said));
        });
    }

    private Mono<List<Proposal>> sources(Round round, Rearrangement it) {
        return Flux.fromIterable(it.sources())
                .concatMap(number -> proposals.one(round.community(), round.id(), number))
                .collectList();
    }

    private static boolean isLate(Round round, List<Proposal> sources) {
        return round.phase() != Phase.COLLECTING && round.phase() != Phase.REVIEW
                || sources.stream().anyMatch(it -> !it.state().takesSupport());
    }

    private Answered refused(Round round, Rearrangement it, List<Proposal> sources, List<Effect> changes) {
        changes.add(moved(it, it.in(State.REFUSED, List.of(), List.of())));
        it.consents().stream()
                .map(Consent::toldAt)
                .filter(to -> !to.isEmpty())
                .map(to -> letters.refused(round, it, sources, Address.parse(to)))
                .forEach(changes::add);
        return new Answered(Outcome.REFUSED, it, changes);
    }

    private Mono<Answered> done(Round round, Rearrangement it, List<Proposal> sources, List<Effect> changes) {
        return Mono.zip(proposals.nextNumber(round.community(), round.id()), concerned(round, it, sources))
                .map(found -> {
                    var results = IntStream.range(0, it.titles().size())
                            .mapToObj(i -> found.getT1() + i)
                            .toList();
                    var after = it.in(
                            State.DONE, sources.stream().map(Proposal::state).toList(), results);
                    changes.add(moved(it, after));
                    sources.forEach(source -> changes.add(new RoundChanged(new RoundChanged.Change.ProposalMoved(
                            source.version(), source.in(Proposal.State.REPLACED, source.unit())))));
                    found.getT2().forEach(to -> changes.add(letters.carried(round, after, sources, to)));
                    return new Answered(Outcome.DONE, after, changes);
                });
    }

    /// Whose it was, whether they support it or not, and whoever supports it.
    private Mono<List<Address>> concerned(Round round, Rearrangement it, List<Proposal> sources) {
        return Flux.fromStream(it.consents().stream().map(Consent::proposer))
                .concatWith(Flux.fromIterable(sources)
                        .concatMap(proposals::supporters)
                        .concatMapIterable(all -> all))
                .distinct()
                .collectList()
                .flatMap(all -> reach.all(round.community(), all));
    }

    private Rearranged moved(Rearrangement before, Rearrangement after) {
        return new Rearranged(new Change.Moved(before.version(), after, clock.instant()));
    }
}
