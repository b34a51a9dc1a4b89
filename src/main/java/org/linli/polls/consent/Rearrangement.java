package org.linli.polls.consent;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.database.CommunityId;
import org.linli.polls.rounds.Proposal;

/// Several proposals become one, or one becomes several. What was there before keeps its row and its supporters.
///
/// @param number  within the round
/// @param sources numbers of what it is made of
/// @param states  in which each of them was before; empty until it is done
/// @param titles  of what shall become of them
/// @param results numbers of what became of them; empty until it is done
/// @param reason  for everybody to read
/// @param version rises with every change
public record Rearrangement(
        CommunityId community,
        String round,
        int number,
        List<Integer> sources,
        List<Proposal.State> states,
        List<String> titles,
        List<Integer> results,
        String reason,
        State state,
        String askedBy,
        Instant askedAt,
        List<Consent> consents,
        long version) {

    /// Stored by name, so never renamed.
    public enum State {
        /// 征求同意: somebody has not answered.
        ASKED,
        /// 已完成
        DONE,
        /// 有人不同意
        REFUSED,
        /// 已撤销
        UNDONE
    }

    /// @param proposer as a voter is called
    /// @param toldAt   where they are asked; empty: staff took the proposal over, and nobody is asked
    /// @param agrees   `null` until they answered
    public record Consent(
            String proposer, String toldAt, @Nullable Boolean agrees) {

        @Override
        public String toString() {
            return "Consent[]";
        }
    }

    public Rearrangement {
        sources = List.copyOf(sources);
        states = List.copyOf(states);
        titles = List.copyOf(titles);
        results = List.copyOf(results);
        consents = List.copyOf(consents);
    }

    public boolean isMerge() {
        return titles.size() == 1;
    }

    /// Whether this person is asked and has not answered.
    public boolean waitsFor(String voter) {
        return state == State.ASKED
                && consents.stream().anyMatch(it -> it.proposer().equals(voter) && it.agrees() == null);
    }

    /// Whether everybody but this person has agreed.
    boolean waitsOnlyFor(String voter) {
        return consents.stream().allMatch(it -> it.proposer().equals(voter) || Boolean.TRUE.equals(it.agrees()));
    }

    Rearrangement in(State next, List<Proposal.State> before, List<Integer> became) {
        return new Rearrangement(
                community,
                round,
                number,
                sources,
                before,
                titles,
                became,
                reason,
                next,
                askedBy,
                askedAt,
                consents,
                version + 1);
    }

    @Override
    public String toString() {
        return "Rearrangement[" + number + ", " + state + "]";
    }
}
