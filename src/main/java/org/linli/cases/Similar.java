package org.linli.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Whether something was reported already.
///
/// Two reports are one case when they carry the same label, lie in the same building or at the same named spot,
/// the older one is not older than 72 hours and still open, and their words do not speak of clearly different things:
///
/// - a lift, water, power, gas or heating that is out of order in a building is one problem, whatever the words;
/// - a quarrel, a person in need, a complaint about a person or an emergency is never shared with a neighbour;
/// - all else has to share a word ([Gist]): a door and a playground are both `report.facility`.
///
/// When in doubt two cases are better than one: nothing is lost, and the desk sees both.
public final class Similar {

    public static final Duration WITHIN = Duration.ofHours(72);

    private static final Set<String> SAME_WHATEVER_THE_WORDS =
            Set.of("report.elevator", "report.water", "report.power", "report.gas_heating");
    private static final Set<String> NEVER_SHARED = Set.of("emergency", "report.dispute", "report.conduct");

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

    private static boolean isSame(Problem problem, Case known, Instant now) {
        return known.isOpen()
                && known.problem().label().equals(problem.label())
                && known.problem().spot().equals(problem.spot())
                && known.openedAt().isAfter(now.minus(WITHIN))
                && (SAME_WHATEVER_THE_WORDS.contains(problem.label())
                        || Gist.of(known.problem().words()).shares(Gist.of(problem.words())));
    }

    /// Whether neighbours may have it in common at all.
    static boolean isShared(String label) {
        return !NEVER_SHARED.contains(label) && !label.startsWith("help.");
    }
}
