package org.linli.outbox;

import java.util.List;
import java.util.Optional;
import org.linli.channels.Allowance;
import org.linli.channels.Outbound;
import org.linli.platform.database.CommunityId;
import org.springframework.stereotype.Component;

/// Which way a letter would try first, before there is one.
@Component
public class PlanWays {

    /// @param way    the id
    /// @param place  in the community's order; smaller is cheaper
    /// @param quotas on which it draws
    public record Planned(String way, int place, List<Allowance.Quota> quotas) {}

    private final Ways ways;

    PlanWays(Ways ways) {
        this.ways = ways;
    }

    /// Empty where no way carries it. Whether the way is open to this person now is found out when it is sent.
    public Optional<Planned> first(CommunityId community, Outbound message) {
        return ways.of(community, message.to().channel()).stream()
                .filter(it -> it.carries(message))
                .findFirst()
                .map(it -> new Planned(it.id(), ways.place(it), quotas(it.allowances(message))));
    }

    private static List<Allowance.Quota> quotas(List<Allowance> allowances) {
        return allowances.stream()
                .filter(Allowance.Quota.class::isInstance)
                .map(Allowance.Quota.class::cast)
                .toList();
    }
}
