package org.linli.polls.rounds;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;
import org.linli.polls.rounds.Proposal.State;
import org.linli.polls.rounds.RoundChanged.Change;
import org.linli.understanding.Likeness;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Takes proposals and who supports them.
@Service
public class Propose {

    private static final int LONGEST_TITLE = 30;

    /// As much as staff is shown of reports that may be the same.
    private static final double ALIKE = 0.2;

    /// What somebody wants.
    ///
    /// @param round    the round's id, or [FindProposals#NEXT]
    /// @param send     names the message or form for ever
    /// @param toldAt   the address at which they are told what becomes of it
    /// @param voter    as a voter is called
    /// @param title    empty: the first clause of the words
    /// @param pictures ids of what they sent with it
    /// @param guess    what they think it costs, in yuan; `null`: nothing said
    public record Wish(
            CommunityId community,
            String round,
            String title,
            String words,
            String place,
            String toldAt,
            String voter,
            String send,
            List<String> pictures,
            @Nullable Long guess) {

        public Wish {
            pictures = List.copyOf(pictures);
        }

        /// The same, in another round.
        public Wish in(String other) {
            return new Wish(community, other, title, words, place, toldAt, voter, send, pictures, guess);
        }

        public Wish showing(List<String> all) {
            return new Wish(community, round, title, words, place, toldAt, voter, send, all, guess);
        }

        /// In words alone.
        public Wish(
                CommunityId community,
                String round,
                String words,
                String place,
                String toldAt,
                String voter,
                String send) {
            this(community, round, "", words, place, toldAt, voter, send, List.of(), null);
        }

        @Override
        public String toString() {
            return "Wish[]";
        }
    }

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

    /// Somebody supports a proposal.
    ///
    /// @param count  how many support it then
    /// @param again  whether they did before
    /// @param own    whether it is their own
    /// @param effect has to be committed
    public record Supported(Proposal it, int count, boolean again, boolean own, Effect effect) {}

    /// Supports it; empty where there is none that can be supported.
    ///
    /// @param round the round's id, or [FindProposals#NEXT]
    public Mono<Supported> support(CommunityId community, String round, int number, String voter) {
        return proposals
                .one(community, round, number)
                .filter(it -> it.state().takesSupport())
                .flatMap(it -> proposals.standing(it, voter).map(standing -> supported(it, voter, standing)));
    }

    private static Supported supported(Proposal it, String voter, FindProposals.Standing standing) {
        return new Supported(
                it,
                it.supporters() + (standing.supports() ? 0 : 1),
                standing.supports(),
                standing.proposed(),
                new RoundChanged(new Change.Supported(it, voter)));
    }

    /// Takes somebody's support back, also one that was carried over for them. Empty where they do not support it, or
    /// proposed it themselves.
    public Mono<Supported> unsupport(CommunityId community, String round, int number, String voter) {
        return proposals
                .one(community, round, number)
                .filter(it -> it.state().takesSupport())
                .flatMap(it -> proposals
                        .standing(it, voter)
                        .filter(standing -> standing.supports() && !standing.proposed())
                        .map(standing -> new Supported(
                                it,
                                it.supporters() - 1,
                                false,
                                false,
                                new RoundChanged(new Change.SupportTaken(it, voter)))));
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
                wish.title().isEmpty() ? title(wish.words()) : wish.title(),
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
