package org.linli.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.linli.understanding.Likeness;

/// Whether something was reported already.
///
/// Two reports are one case when they carry the same label, lie in the same building or at the same named spot,
/// the older one is not older than 72 hours and still open, and their words are alike ([Likeness]):
///
/// - what is known to be in different units of a building is not the same, but for water, power, gas and heating, and
///   what leaks in different flats is not, and what is wrong inside a flat ([InsideAFlat]) only where both are known
///   to be of that flat ([UnitsApart]);
/// - a lift, water, power, gas or heating that is out of order in a building is one problem, unless the words name
///   different matters of it or different places: no water, and a leak;
/// - a quarrel, a person in need, a complaint about a person, an objection or an emergency is never shared with a
/// neighbour;
/// - all else has to speak of the same matter: a door and a playground are both `report.facility`.
///
/// When in doubt two cases are better than one: nothing is lost, and the desk sees both.
public final class Similar {

    public static final Duration WITHIN = Duration.ofHours(72);

    /// So long after it was called done, the same from the same person at the same place comes after it.
    private static final Duration REMEMBERED = Duration.ofDays(60);

    /// Of 400 pairs judged by hand, 95 in 100 that are as alike are the same.
    private static final double SURE = 0.6;

    /// Of those pairs, seven in ten that are only as alike are the same, and few are missed.
    private static final double WORTH_A_LOOK = 0.2;

    private static final int MOST_SHOWN = 5;

    private static final Set<String> OUTAGES =
            Set.of("report.elevator", "report.water", "report.power", "report.gas_heating");
    private static final Set<String> OF_THE_BUILDING = Set.of("report.water", "report.power", "report.gas_heating");
    private static final Set<String> NEVER_SHARED =
            Set.of("emergency", "report.dispute", "report.conduct", "poll.object");

    /// What a new report is.
    public sealed interface Found {

        /// Nobody said it before.
        record Nothing() implements Found {}

        /// A neighbour did: the newcomer supports that case.
        record SameAsNeighbours(Case known) implements Found {}

        /// The same person did: it adds to that case.
        record SaidBefore(Case known) implements Found {}
    }

    private Similar() {}

    /// @param nearby cases of the same label at the same spot
    public static Found find(Problem problem, Neighbour reporter, Instant now, List<Case> nearby) {
        var same = nearby.stream()
                .filter(it -> isSame(problem, it, now))
                .sorted(Comparator.comparing(Case::openedAt))
                .toList();
        var own = same.stream().filter(it -> it.reporter().isSameAs(reporter)).findFirst();
        if (own.isPresent()) {
            return new Found.SaidBefore(own.get());
        }
        return isShared(problem.label()) && !same.isEmpty()
                ? new Found.SameAsNeighbours(same.getFirst())
                : new Found.Nothing();
    }

    /// Those of `open` that somebody at the desk should look at beside `it`, the likeliest first. Words that share
    /// nothing still count where the label is the same: people say the same thing in many ways.
    static List<Case> alike(Case it, List<Case> open) {
        return open.stream()
                .filter(other -> likely(it, other) >= WORTH_A_LOOK)
                .sorted(Comparator.comparingDouble((Case other) -> likely(it, other))
                        .reversed()
                        .thenComparing(Case::openedAt))
                .limit(MOST_SHOWN)
                .toList();
    }

    private static double likely(Case it, Case other) {
        var problem = it.problem();
        var known = other.problem();
        if (!problem.label().equals(known.label())) {
            var likeness = Likeness.of(problem.words(), known.words());
            return likeness.matters() > 0 ? likeness.probability() : 0;
        }
        return Likeness.of(problem.words(), known.words(), known.label()).probability();
    }

    private static boolean isSame(Problem problem, Case known, Instant now) {
        return known.isOpen()
                && known.problem().label().equals(problem.label())
                && known.problem().spot().equals(problem.spot())
                && known.openedAt().isAfter(now.minus(WITHIN))
                && soundsSame(problem, known.problem());
    }

    /// Whether a new report tells that what was called done is wrong again.
    static boolean isAgain(Problem problem, Case earlier, Instant now) {
        var done = earlier.resolvedAt();
        return !earlier.isOpen()
                && done != null
                && done.isAfter(now.minus(REMEMBERED))
                && !problem.spot().isEmpty()
                && earlier.problem().spot().equals(problem.spot())
                && earlier.problem().label().equals(problem.label())
                && soundsSame(problem, earlier.problem());
    }

    private static boolean soundsSame(Problem problem, Problem known) {
        var likeness = Likeness.of(problem.words(), known.words(), problem.label());
        boolean outage = OUTAGES.contains(problem.label()) && !likeness.apart() && !likeness.elsewhere();
        return outage || likeness.probability() >= SURE;
    }

    /// Whether it is one problem in all of a building, and not in a stairwell, a cellar or the lift of one unit.
    static boolean isOfTheBuilding(String label) {
        return OF_THE_BUILDING.contains(label);
    }

    /// Whether neighbours may have it in common at all.
    public static boolean isShared(String label) {
        return !NEVER_SHARED.contains(label) && !label.startsWith("help.");
    }
}
