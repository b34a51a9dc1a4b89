package org.linli.polls.rounds;

import java.util.Optional;
import org.linli.polls.Electorate.Voice;

/// Who takes part in a round, and what carries a proposal up: declared before it opens and never changed.
///
/// @param voice            whose voice counts
/// @param age              so many years old on the day the vote opens; 0: of any age
/// @param supporters       so many carry a proposal from the building to the community, which reviews it
/// @param streetSupporters so many carry it on to the street; 0: none does
public record Conditions(Voice voice, int age, int supporters, int streetSupporters) {

    private static final int MOST_SUPPORTERS = 10_000;
    private static final int OLDEST = 120;

    /// What is wrong with them. Its name is a key of what people are told.
    public enum Fault {
        /// Of persons and households only: whoever owns something has a voice at any age.
        AGE,
        SUPPORTERS,
        /// No more than what carries it to the community.
        STREET_SUPPORTERS
    }

    /// Every person, from the community on no higher.
    public Conditions(Voice voice, int supporters) {
        this(voice, 0, supporters, 0);
    }

    /// Empty where a round can be held by them.
    public Optional<Fault> fault() {
        if (age < 0 || age > OLDEST || age > 0 && voice == Voice.OWNER) {
            return Optional.of(Fault.AGE);
        }
        if (supporters < 1 || supporters > MOST_SUPPORTERS) {
            return Optional.of(Fault.SUPPORTERS);
        }
        boolean wrong = streetSupporters != 0 && (streetSupporters <= supporters || streetSupporters > MOST_SUPPORTERS);
        return wrong ? Optional.of(Fault.STREET_SUPPORTERS) : Optional.empty();
    }

    /// How far so many supporters carry a proposal.
    public Tier reached(int by) {
        if (streetSupporters > 0 && by >= streetSupporters) {
            return Tier.STREET;
        }
        return by >= supporters ? Tier.COMMUNITY : Tier.BUILDING;
    }
}
