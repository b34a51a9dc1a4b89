package org.linli.polls.owners;

import java.util.Arrays;
import java.util.Optional;

/// What owners decide by: two thirds or more have to take part, and of those who take part more than half have to
/// agree, for major matters three quarters or more; each by heads and by area. Stored by name, so never renamed.
///
/// Civil Code (民法典, in force since 2021-01-01), article 278, second paragraph: 应当由专有部分面积占比三分之二以上的业主且人数占比三分之二以上的业主参与表决;
/// items 6 to 8 of its first paragraph 四分之三以上, the others 过半数, both of those who take part.
public enum Majority {
    /// 一般事项: rules, the owners' committee, the property company, how the maintenance fund is spent.
    ORDINARY(Fraction.HALF),
    /// 重大事项: raising a maintenance fund (item 6), rebuilding (7), another use of what is common, or business there
    /// (8).
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
