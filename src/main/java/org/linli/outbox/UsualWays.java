package org.linli.outbox;

import java.util.List;
import java.util.Set;
import org.linli.platform.database.CommunityId;
import org.springframework.stereotype.Component;

/// The ways that a community may put into an order of its own, as the operator has ordered them.
@Component
public class UsualWays {

    private final OutboxSettings settings;

    UsualWays(OutboxSettings settings) {
        this.settings = settings;
    }

    /// The order while the community has set none. Ids of [org.linli.channels.Way]s.
    public List<String> of(CommunityId community) {
        return settings.usual(community);
    }

    /// What the community has set, as it works now: a way that came later is tried last, one that is gone is left out.
    ///
    /// @param chosen empty: nothing
    public List<String> after(CommunityId community, List<String> chosen) {
        return settings.after(community, chosen);
    }

    /// Whether each of its ways is in it once, and nothing else.
    public boolean isComplete(CommunityId community, List<String> order) {
        var usual = of(community);
        return order.size() == usual.size() && Set.copyOf(order).equals(Set.copyOf(usual));
    }
}
