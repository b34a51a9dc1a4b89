package org.linli.polls.counting;

import java.util.Arrays;
import java.util.Optional;

/// What becomes of the money that [EqualShares] leaves. Names as on equalshares.net.
public enum Completion {
    /// It stays.
    NONE("none", false, false),
    /// The rest goes to the most wanted of the rest, as in [Greedy].
    UTILITARIAN("utilitarian", false, true),
    /// Everybody gets a little more to spend, and more, and everything is counted anew each time, until the
    /// winners would cost more than there is; the last outcome that does not counts. Costs do not rise evenly,
    /// so no step is left out.
    ADD1("add1", true, false),
    /// The one and then the other.
    ADD1U("add1u", true, true);

    private final String word;
    private final boolean adds;
    private final boolean fills;

    Completion(String word, boolean adds, boolean fills) {
        this.word = word;
        this.adds = adds;
        this.fills = fills;
    }

    public String word() {
        return word;
    }

    public static Optional<Completion> named(String word) {
        return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
    }

    /// Whether shares are raised and everything is counted again.
    public boolean adds() {
        return adds;
    }

    boolean fills() {
        return fills;
    }
}
