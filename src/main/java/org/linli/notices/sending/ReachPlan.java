package org.linli.notices.sending;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
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

    private final Map<String, Long> ways = new TreeMap<>();
    private final Map<Quota, Long> quotas = new LinkedHashMap<>();
    private final Map<Fate, Long> others = new EnumMap<>(Fate.class);
    private final List<String> groups;
    private long people;
    private List<QuotaUse> uses = List.of();

    ReachPlan(List<String> groups) {
        this.groups = List.copyOf(groups);
    }

    /// One more person. Not for several threads at once.
    void add(Recipient it, Function<Address, Optional<Planned>> way) {
        people++;
        var address = it.address();
        if (it.fate() != Fate.WAITING || address == null) {
            others.merge(it.fate(), 1L, Long::sum);
            return;
        }
        if (!it.reason().isEmpty()) {
            others.merge(Fate.WAITING, 1L, Long::sum);
        }
        way.apply(address).ifPresent(this::draw);
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

    /// Those who get no letter now, by what is true of them. [Fate#WAITING] get theirs later, and are among [#ways].
    public Map<Fate, Long> others() {
        return others;
    }

    /// Names of the groups in which it is said once.
    public List<String> groups() {
        return groups;
    }

    public List<QuotaUse> quotas() {
        return uses;
    }
}
