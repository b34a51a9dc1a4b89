package org.linli.polls.web;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.polls.rounds.DecideObjection.Decision;
import org.linli.polls.rounds.Verdict;

/// What staff does about one proposal or objection. Anything may be missing.
///
/// @param of   the number of the proposal or objection
/// @param item the number of the proposal that an objection takes out
record RoundAct(
        @Nullable Integer of,
        @Nullable String title,
        @Nullable Long cost,
        @Nullable String words,
        @Nullable String unit,
        @Nullable String verdict,
        @Nullable Integer item) {

    private static final int LONGEST = 500;

    int number() {
        return of == null ? 0 : of;
    }

    long price() {
        return cost == null ? 0 : cost;
    }

    String said() {
        String bare = words == null ? "" : words.strip();
        return bare.length() > LONGEST ? bare.substring(0, LONGEST) : bare;
    }

    String called() {
        return title == null ? "" : title.replaceAll("[\\p{Cntrl}▸]+", " ").strip();
    }

    String carriedOutBy() {
        return unit == null ? "" : unit;
    }

    /// Empty without a reason, without a verdict, or where nothing is named to be taken out.
    Optional<Decision> decision() {
        int taken = item == null ? 0 : item;
        return Arrays.stream(Verdict.values())
                .filter(it -> it.name().equals(verdict) && it != Verdict.WITHDRAWN)
                .filter(it -> !said().isEmpty() && (it != Verdict.CHANGED || taken > 0))
                .map(it -> new Decision(it, taken, said()))
                .findFirst();
    }

    @Override
    public String toString() {
        return "RoundAct[]";
    }
}
