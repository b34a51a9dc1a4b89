package org.linli.notices.knowing;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.linli.notices.sending.Fate;

/// How far a notice is: everybody whom it is for is counted exactly once. Groups are counted apart.
///
/// @param people how many people by what is true of them
/// @param groups likewise of groups
/// @param where  the same for each building, by its id; under an empty one those of whom no home is known
/// @param reasons of those who were missed, how many for which reason
/// @param thought whether everybody whom it is for has been thought of
public record Progress(
        Map<Fate, Long> people,
        Map<Fate, Long> groups,
        Map<String, Map<Fate, Long>> where,
        Map<String, Long> reasons,
        boolean thought) {

    /// One line of the count in the database.
    record Counted(boolean group, String building, Fate fate, String reason, long number) {}

    static Progress of(List<Counted> lines, boolean thought) {
        var people = new EnumMap<Fate, Long>(Fate.class);
        var groups = new EnumMap<Fate, Long>(Fate.class);
        var where = new LinkedHashMap<String, Map<Fate, Long>>();
        var reasons = new LinkedHashMap<String, Long>();
        for (Counted it : lines) {
            (it.group() ? groups : people).merge(it.fate(), it.number(), Long::sum);
            if (!it.group()) {
                where.computeIfAbsent(it.building(), _ -> new EnumMap<>(Fate.class))
                        .merge(it.fate(), it.number(), Long::sum);
                if (it.fate().isMissed() && !it.reason().isEmpty()) {
                    reasons.merge(it.reason(), it.number(), Long::sum);
                }
            }
        }
        return new Progress(people, groups, where, reasons, thought);
    }

    public long total() {
        return sum(people);
    }

    /// Of whom we hope that they know.
    public long told() {
        return told(people);
    }

    public long missed() {
        return missed(people);
    }

    /// Who got a letter of their own and has not shown that they read it.
    public long unread() {
        return sum(people, Fate::isUnread);
    }

    /// To whom a letter is on its way, or will be.
    public long pending() {
        return pending(people);
    }

    /// Likewise of groups.
    public long pendingGroups() {
        return pending(groups);
    }

    private static long pending(Map<Fate, Long> counts) {
        return counts.getOrDefault(Fate.WAITING, 0L) + counts.getOrDefault(Fate.POSTED, 0L);
    }

    public static long sum(Map<Fate, Long> counts) {
        return counts.values().stream().mapToLong(it -> it).sum();
    }

    public static long told(Map<Fate, Long> counts) {
        return sum(counts, Fate::isTold);
    }

    public static long missed(Map<Fate, Long> counts) {
        return sum(counts, Fate::isMissed);
    }

    private static long sum(Map<Fate, Long> counts, Predicate<Fate> those) {
        return counts.entrySet().stream()
                .filter(it -> those.test(it.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
