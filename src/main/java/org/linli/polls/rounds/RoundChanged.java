package org.linli.polls.rounds;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// Something of a round changes.
public record RoundChanged(Change what) implements Effect {

    /// One of these.
    public sealed interface Change {

        /// @param before its version then; 0 where it is new
        record Moved(long before, Round round) implements Change {}

        /// @param proposer as a voter is called
        /// @param send     the message or form it came by
        record Proposed(Proposal it, String proposer, String send, Instant at) implements Change {}

        /// @param before its version then
        record ProposalMoved(long before, Proposal it) implements Change {}

        /// Those that are feasible go on the paper as they were seen; nobody reviews any of these who looked before.
        ///
        /// @param seen all that could be reviewed
        record PutToVote(Round round, List<Proposal> seen) implements Change {}

        record Supported(Proposal it, String supporter) implements Change {}

        record SupportTaken(Proposal it, String supporter) implements Change {}

        /// Those that waited for a round of its area stand in it now, numbered from 1.
        ///
        /// @param numbers that they waited under
        record WaitingTaken(Round round, List<Integer> numbers) implements Change {}

        record Counted(Round round, Result result) implements Change {}

        record Objected(Round round, Objection it, String objector, String send) implements Change {}

        record Decided(Round round, int number, Verdict verdict, String answer, Instant at) implements Change {}

        /// @param voids    so many ballots had been taken out when those were read that are left; 0: as before
        /// @param takenOut numbers of proposals that are not counted any more
        record Recounted(Round round, int objection, int voids, List<Integer> takenOut, Result before, Result after)
                implements Change {}

        record Told(Proposal it, String words, String by, Instant at) implements Change {}
    }

    /// What the rule found.
    ///
    /// @param winners numbers in the order in which they were chosen
    /// @param drawn   what the rule alone could not decide, for people to read
    public record Result(
            String rule,
            String completion,
            String ties,
            List<Integer> winners,
            String drawn,
            long cost,
            int ballots,
            Instant at) {}

    @Override
    public @Nullable Object contested() {
        return switch (what) {
            case Change.Moved moved -> "round " + moved.round().id();
            case Change.ProposalMoved moved ->
                "proposal " + moved.it().round() + moved.it().number();
            case Change.Proposed proposed -> "number in " + proposed.it().round();
            case Change.Objected objected -> "objection in " + objected.round().id();
            case Change.Decided decided -> "objection in " + decided.round().id();
            case Change.Recounted again -> "count of " + again.round().id();
            case Change.Supported(Proposal it, String who) -> "support " + it.round() + it.number() + who;
            case Change.SupportTaken(Proposal it, String who) -> "support " + it.round() + it.number() + who;
            default -> null;
        };
    }

    @Override
    public String toString() {
        return "RoundChanged[" + what.getClass().getSimpleName() + "]";
    }

    @Override
    public CommunityId community() {
        return switch (what) {
            case Change.Moved it -> it.round().community();
            case Change.Proposed it -> it.it().community();
            case Change.ProposalMoved it -> it.it().community();
            case Change.PutToVote it -> it.round().community();
            case Change.Supported it -> it.it().community();
            case Change.SupportTaken it -> it.it().community();
            case Change.WaitingTaken it -> it.round().community();
            case Change.Counted it -> it.round().community();
            case Change.Objected it -> it.round().community();
            case Change.Decided it -> it.round().community();
            case Change.Recounted it -> it.round().community();
            case Change.Told it -> it.it().community();
        };
    }
}
