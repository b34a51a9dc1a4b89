package org.linli.polls.web;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.polls.counting.Completion;
import org.linli.polls.counting.Rule;
import org.linli.polls.log.Level;

/// What staff declares for a round, as it was typed: anything may be missing or wrong, and is shown again as it is.
///
/// @param street  so many supporters carry a proposal to the street
/// @param unit    of the four lengths: `DAYS`, `HOURS` or `MINUTES`
/// @param announce how long before it collects it is made public; may be empty
/// @param collect how long it collects; then how long is reviewed, voted and objected
record RoundForm(
        @Nullable String id,
        @Nullable String title,
        @Nullable String place,
        @Nullable String budget,
        @Nullable String kind,
        @Nullable String most,
        @Nullable String knapsack,
        @Nullable String voice,
        @Nullable String age,
        @Nullable String rule,
        @Nullable String completion,
        @Nullable String seed,
        @Nullable String supporters,
        @Nullable String street,
        @Nullable String unit,
        @Nullable String announce,
        @Nullable String collect,
        @Nullable String review,
        @Nullable String vote,
        @Nullable String object,
        @Nullable String level) {

    static RoundForm empty(UUID id) {
        return new RoundForm(
                id.toString(),
                "",
                "",
                "50000",
                "SEVERAL",
                "5",
                null,
                "PERSON",
                "",
                Rule.EQUAL_SHARES.word(),
                Completion.ADD1U.word(),
                id.toString().substring(0, 8),
                "3",
                "",
                "DAYS",
                "3",
                "14",
                "7",
                "7",
                "7",
                Level.BALLOTS.word());
    }

    static String said(@Nullable String field) {
        return field == null ? "" : field.replaceAll("[\\p{Cntrl}▸]+", " ").strip();
    }

    /// -1 for what is no whole number, or has more digits.
    static long number(@Nullable String typed, int digits) {
        String bare = said(typed).replaceAll("[,，\\s]", "");
        return bare.matches("\\d{1," + digits + "}") ? Long.parseLong(bare) : -1;
    }

    static <E extends Enum<E>> Optional<E> named(E[] all, @Nullable String name) {
        return Arrays.stream(all).filter(it -> it.name().equals(name)).findFirst();
    }

    @Override
    public String toString() {
        return "RoundForm[]";
    }
}
