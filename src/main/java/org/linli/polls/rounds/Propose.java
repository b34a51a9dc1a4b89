package org.linli.polls.rounds;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;
import org.linli.platform.words.Masked;
import org.linli.polls.rounds.Proposal.State;
import org.linli.polls.rounds.RoundChanged.Change;
import org.linli.understanding.Likeness;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Takes proposals.
@Service
public class Propose {

    private static final int LONGEST_TITLE = 30;

    /// As much as staff is shown of reports that may be the same.
    private static final double ALIKE = 0.2;

    /// A proposal that is not there yet, those it resembles, and what has to be committed.
    public record Prepared(Proposal it, List<Proposal> alike, List<Effect> effects) {}

    private final FindProposals proposals;
    private final Clock clock;

    Propose(FindProposals proposals, Clock clock) {
        this.proposals = proposals;
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
                            .filter(other -> other.state().takesSupport() && isAlike(wish.words(), other.words()))
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

    /// Empty where there is none.
    public Mono<Proposal> one(CommunityId community, String round, int number) {
        return proposals.one(community, round, number);
    }

    private static Proposal proposal(Wish wish, int number) {
        return new Proposal(
                wish.community(),
                wish.round(),
                number,
                wish.title().isEmpty() ? title(Masked.words(wish.words())) : wish.title(),
                wish.words(),
                wish.place(),
                wish.toldAt(),
                State.PROPOSED,
                "",
                null,
                "",
                1,
                Tier.BUILDING,
                wish.pictures(),
                wish.guess(),
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
