package org.linli.notices.sending;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.linli.channels.Address;
import org.linli.channels.Allowance.Quota;
import org.linli.channels.Allowance.Scope;
import org.linli.outbox.PlanWays.Planned;

/// How a notice would reach people if it left now.
public final class ReachPlan {

    /// @param until when it begins anew
    /// @param needed how many letters draw on it
    public record QuotaUse(Quota quota, long needed, long left, Instant until) {

        /// Some letters wait until it begins anew.
        public boolean isTooSmall() {
            return needed > left;
        }
    }

    /// Somebody whom no letter would reach now.
    ///
    /// @param home as people call it; may be empty, as the name
    public record Unreached(String name, String home, Fate why) {

        @Override
        public String toString() {
            return "Unreached[" + why + "]";
        }
    }

    private static final int NAMED = 50;

    private final List<Unreached> unreached = new ArrayList<>();
    private final Map<String, Long> ways = new TreeMap<>();
    private final Map<String, Long> shut = new TreeMap<>();
    private final Map<Quota, Long> quotas = new LinkedHashMap<>();
    private final Map<Fate, Long> others = new EnumMap<>(Fate.class);
    private final List<String> groups;
    private long people;
    private List<QuotaUse> uses = List.of();

    ReachPlan(List<String> groups) {
        this.groups = List.copyOf(groups);
    }

    /// One more person. Not for several threads at once.
    ///
    /// @param home as people call it
    void add(Recipient it, Map<Address, Planned> by, String name, String home) {
        var fate = add(it, by);
        if (fate.isMissed() && unreached.size() < NAMED) {
            unreached.add(new Unreached(name, home, fate));
        }
    }

    /// What will be true of them.
    Fate add(Recipient it, Map<Address, Planned> by) {
        people++;
        var address = it.address();
        if (it.fate() != Fate.WAITING || address == null) {
            others.merge(it.fate(), 1L, Long::sum);
            return it.fate();
        }
        var planned = by.get(address);
        if (planned == null || !planned.isOpen()) {
            others.merge(Fate.HELD, 1L, Long::sum);
            Stream.ofNullable(planned).forEach(way -> shut.merge(way.way(), 1L, Long::sum));
            return Fate.HELD;
        }
        if (!it.reason().isEmpty()) {
            others.merge(Fate.WAITING, 1L, Long::sum);
        }
        draw(planned);
        return Fate.WAITING;
    }

    private void draw(Planned planned) {
        ways.merge(planned.way(), 1L, Long::sum);
        planned.quotas().stream()
                .filter(it -> it.scope().kind() != Scope.Kind.PERSON)
                .forEach(it -> quotas.merge(it, 1L, Long::sum));
    }

    Map<Quota, Long> drawn() {
        return quotas;
    }

    ReachPlan with(List<QuotaUse> found) {
        uses = List.copyOf(found);
        return this;
    }

    public long people() {
        return people;
    }

    /// How many letters by which way, by its id.
    public Map<String, Long> ways() {
        return ways;
    }

    /// Whether nobody learns of it before writing to us first, though there are ways to some: no group, nobody in one.
    public boolean isShut() {
        return !shut.isEmpty() && !isTold();
    }

    boolean isTold() {
        return !groups.isEmpty() || !ways.isEmpty() || others.containsKey(Fate.IN_GROUP);
    }

    /// How many could be reached by which way, by its id, once they have written to us.
    public Map<String, Long> shut() {
        return shut;
    }

    /// Those who get no letter now, by what is true of them. [Fate#WAITING] get theirs later, and are among [#ways];
    /// [Fate#HELD] when they write to us or otherwise open a way.
    public Map<Fate, Long> others() {
        return others;
    }

    /// The first fifty whom no letter would reach now, and why.
    public List<Unreached> unreached() {
        return List.copyOf(unreached);
    }

    /// Names of the groups in which it is said once.
    public List<String> groups() {
        return groups;
    }

    public List<QuotaUse> quotas() {
        return uses;
    }
}
