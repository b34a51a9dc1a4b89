package org.linli.polls.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.polls.laboratory.Culture;
import org.linli.polls.rounds.TryRules.Setup;

/// What staff wants to try. Anything may be missing or wrong.
///
/// @param culture the word of a [Culture]
/// @param seed    another one makes up other voters
/// @param ballots `ranked` where they put what they like into an order
record LaboratoryForm(
        @Nullable String culture,
        @Nullable String projects,
        @Nullable String voters,
        @Nullable String budget,
        @Nullable String seed,
        @Nullable String ballots) {

    private static final String APPROVAL = "approval";
    private static final String RANKED = "ranked";
    private static final int MOST_PROJECTS = 40;
    private static final int MOST_VOTERS = 2_000;
    private static final long MOST_BUDGET = 100_000_000;

    static LaboratoryForm of(long budget, boolean ranked) {
        return new LaboratoryForm(
                Culture.BUILDINGS.word(), "12", "300", String.valueOf(budget), "1", ranked ? RANKED : APPROVAL);
    }

    static List<String> kinds() {
        return List.of(APPROVAL, RANKED);
    }

    boolean isEmpty() {
        return culture == null && projects == null && voters == null && budget == null && seed == null;
    }

    /// The fields that are wrong.
    List<String> wrong() {
        return Stream.of(
                        kind().isPresent() ? "" : "culture",
                        number(projects, MOST_PROJECTS).isPresent() ? "" : "projects",
                        number(voters, MOST_VOTERS).isPresent() ? "" : "voters",
                        number(budget, MOST_BUDGET).isPresent() ? "" : "budget",
                        number(seed, Integer.MAX_VALUE).isPresent() ? "" : "seed")
                .filter(it -> !it.isEmpty())
                .toList();
    }

    /// Of a form in which nothing is wrong.
    Setup setup() {
        return new Setup(
                kind().orElseThrow(),
                (int) (long) number(projects, MOST_PROJECTS).orElseThrow(),
                (int) (long) number(voters, MOST_VOTERS).orElseThrow(),
                number(budget, MOST_BUDGET).orElseThrow(),
                number(seed, Integer.MAX_VALUE).orElseThrow(),
                RANKED.equals(ballots));
    }

    private Optional<Culture> kind() {
        return Culture.named(culture == null ? "" : culture);
    }

    private static Optional<Long> number(@Nullable String typed, long most) {
        return Optional.ofNullable(typed)
                .map(String::strip)
                .filter(it -> it.matches("\\d{1,10}"))
                .map(Long::valueOf)
                .filter(it -> it >= 1 && it <= most);
    }
}
