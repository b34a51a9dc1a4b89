package org.linli.polls.rounds;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.polls.rounds.Proposal.State;
import org.linli.polls.rounds.RoundChanged.Change;
import org.linli.polls.rounds.RoundChanged.Objection;
import org.linli.understanding.Likeness;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// Takes proposals and what is said and done about them.
@Service
public class Propose {

    private static final int LONGEST_TITLE = 30;

    /// As much as staff is shown of reports that may be the same.
    private static final double ALIKE = 0.2;

    private static final Retry AGAIN = Retry.max(5)
            .filter(it -> it instanceof Conflict || it instanceof DuplicateKeyException)
            .onRetryExhaustedThrow((_, last) -> last.failure());

    /// What somebody wants.
    ///
    /// @param round  the round's id, or [FindProposals#NEXT]
    /// @param send   names the message or form for ever
    /// @param toldAt the address at which they are told what becomes of it
    /// @param voter  as a voter is called
    public record Wish(
            CommunityId community, String round, String words, String place, String toldAt, String voter, String send) {

        @Override
        public String toString() {
            return "Wish[]";
        }
    }

    /// A proposal that is not there yet, those it resembles, and what has to be committed.
    public record Prepared(Proposal it, List<Proposal> alike, List<Effect> effects) {}

    private final FindProposals proposals;
    private final RoundLetters letters;
    private final Effects effects;
    private final Clock clock;

    Propose(FindProposals proposals, RoundLetters letters, Effects effects, Clock clock) {
        this.proposals = proposals;
        this.letters = letters;
        this.effects = effects;
        this.clock = clock;
    }

    /// Decides, and writes nothing. Whoever proposes also supports. Never empty.
    public Mono<Prepared> prepare(Wish wish) {
        return Mono.zip(
                        proposals.of(wish.community(), wish.round()).collectList(),
                        proposals.nextNumber(wish.community(), wish.round()))
                .map(found -> {
                    var it = proposal(wish, found.getT2());
                    var alike = found.getT1().stream()
                            .filter(other -> other.state() != State.WITHDRAWN && isAlike(wish.words(), other.words()))
                            .limit(3)
                            .toList();
                    return new Prepared(
                            it,
                            alike,
                            List.of(
                                    new RoundChanged(
                                            new Change.Proposed(it, wish.voter(), wish.send(), clock.instant())),
                                    new RoundChanged(new Change.Supported(it, wish.voter()))));
                });
    }

    /// What resembles these words in a round, so that people can support it instead.
    public Mono<List<Proposal>> alike(Round round, String words) {
        return proposals
                .of(round.community(), round.id())
                .filter(it -> it.state() != State.WITHDRAWN && isAlike(words, it.words()))
                .take(3)
                .collectList();
    }

    /// Supports it; empty where there is none that can be supported.
    public Mono<Effect> support(Round round, int number, String voter) {
        return proposals
                .one(round.community(), round.id(), number)
                .filter(it -> it.state() == State.PROPOSED || it.state() == State.FEASIBLE)
                .map(it -> new RoundChanged(new Change.Supported(it, voter)));
    }

    /// What the committee decides, told to whoever proposed it. Empty where it is not to be reviewed any more.
    ///
    /// @param cost   in yuan; of a feasible one at least 1
    /// @param reason for everybody to read
    public Mono<Proposal> review(Round round, int number, boolean feasible, String title, long cost, String reason) {
        return change(
                round,
                number,
                List.of(State.PROPOSED, State.FEASIBLE, State.INFEASIBLE),
                it -> it.reviewed(
                        feasible ? State.FEASIBLE : State.INFEASIBLE,
                        reason,
                        feasible ? cost : null,
                        title.isBlank() ? it.title() : title));
    }

    /// To whoever carries it out. Empty where it did not win.
    public Mono<Proposal> handOver(Round round, int number, String unit) {
        return change(round, number, List.of(State.WON, State.HANDED_OVER), it -> it.in(State.HANDED_OVER, unit));
    }

    /// Residents are asked how it is. Empty where nobody carries it out.
    public Mono<Proposal> finish(Round round, int number) {
        return change(round, number, List.of(State.HANDED_OVER), it -> it.in(State.DONE, it.unit()));
    }

    /// Empty where there is none.
    public Mono<Proposal> one(Round round, int number) {
        return proposals.one(round.community(), round.id(), number);
    }

    /// A line for everybody to read.
    public Mono<Void> tell(Proposal it, String words, String by) {
        return effects.commit(List.of(new RoundChanged(new Change.Told(it, words, by, clock.instant()))));
    }

    /// Answers an objection, told to whoever made it. Signals [Conflict] where it is answered already.
    public Mono<Void> answer(Round round, Objection it, String answer) {
        return effects.commit(List.of(
                new RoundChanged(new Change.Answered(round, it.number(), answer, clock.instant())),
                letters.answered(round, it, answer)));
    }

    private Mono<Proposal> change(Round round, int number, List<State> from, UnaryOperator<Proposal> how) {
        return Mono.defer(() -> proposals.one(round.community(), round.id(), number))
                .filter(it -> from.contains(it.state()))
                .flatMap(it -> {
                    var after = how.apply(it);
                    List<Effect> all = new ArrayList<>();
                    all.add(new RoundChanged(new Change.ProposalMoved(it.version(), after)));
                    letters.news(round, after).forEach(all::add);
                    return effects.commit(all).thenReturn(after);
                })
                .retryWhen(AGAIN);
    }

    private static Proposal proposal(Wish wish, int number) {
        return new Proposal(
                wish.community(),
                wish.round(),
                number,
                title(wish.words()),
                wish.words(),
                wish.place(),
                wish.toldAt(),
                State.PROPOSED,
                "",
                null,
                "",
                1,
                1);
    }

    /// The first clause that says something.
    static String title(String words) {
        String first = Stream.of(words.split("[。！？!?；;，,\\n]+"))
                .map(String::strip)
                .filter(it -> it.codePointCount(0, it.length()) >= 4)
                .findFirst()
                .orElse(words.strip());
        return first.codePointCount(0, first.length()) <= LONGEST_TITLE
                ? first
                : first.substring(0, first.offsetByCodePoints(0, LONGEST_TITLE));
    }

    private static boolean isAlike(String one, String other) {
        var likeness = Likeness.of(one, other);
        return !likeness.apart() && !likeness.elsewhere() && Math.max(likeness.matters(), likeness.sounds()) >= ALIKE;
    }
}
