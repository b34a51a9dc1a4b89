package org.linli.ledger;

import java.time.Instant;
import java.util.Comparator;
import org.linli.channels.Allowance;
import org.linli.channels.Allowance.Opening;
import org.linli.channels.Allowance.Quota;
import org.linli.channels.Allowance.Window;
import org.linli.platform.database.CommunityId;

/// Where one row of counting stands: one window that was opened, one day or month of a quota.
///
/// @param slot  which of them: the act and its time, or the day or month
/// @param most  that may be drawn
/// @param until afterwards it counts for nothing
record Slot(CommunityId community, String name, Allowance.Scope scope, String slot, int most, Instant until)
        implements Comparable<Slot> {

    private static final Comparator<Slot> BY_KEY = Comparator.comparing((Slot it) -> it.community.value())
            .thenComparing(Slot::name)
            .thenComparing(it -> it.scope.of())
            .thenComparing(Slot::slot);

    static Slot of(CommunityId community, Window window, Opening opening, Instant opened) {
        return new Slot(
                community,
                window.name(),
                window.scope(),
                opening.act() + "@" + opened,
                opening.messages(),
                opened.plus(opening.lasts()));
    }

    static Slot of(CommunityId community, Quota quota, Instant now) {
        var calendar = Calendar.of(quota.period(), now);
        return new Slot(community, quota.name(), quota.scope(), calendar.name(), quota.most(), calendar.ends());
    }

    /// In the order in which all transactions lock rows.
    @Override
    public int compareTo(Slot other) {
        return BY_KEY.compare(this, other);
    }

    @Override
    public String toString() {
        return "Slot[" + name + "]";
    }
}
