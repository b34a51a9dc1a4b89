package org.linli.polls.owners;

import java.util.Arrays;
import java.util.Optional;

/// What owners decide by (民法典第二百七十八条): two thirds or more have to take part, and of those who take part more
/// than half have to agree, for major matters three quarters or more; each by heads and by area. Stored by name, so
/// never renamed.
public enum Majority {
    /// 一般事项: rules, the owners' committee, the property company, how the maintenance fund is spent.
    ORDINARY(Fraction.HALF),
    /// 重大事项: raising a maintenance fund, rebuilding, another use of what is common (items 6 to 8).
    MAJOR(Fraction.THREE_QUARTERS);

    private final Fraction agreeing;

    Majority(Fraction agreeing) {
        this.agreeing = agreeing;
    }

    /// Empty for a word that is none of them.
    public static Optional<Majority> named(String word) {
        return Arrays.stream(values()).filter(it -> it.name().equals(word)).findFirst();
    }

    Fraction agreeing() {
        return agreeing;
    }
}
