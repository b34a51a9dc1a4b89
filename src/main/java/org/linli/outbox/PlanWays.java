package org.linli.outbox;

import java.util.List;
import org.linli.channels.Allowance;
import org.linli.channels.Outbound;
import org.linli.channels.Way;
import org.linli.ledger.Errand;
import org.linli.ledger.Ledger;
import org.linli.platform.database.CommunityId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Which way a letter would try first, before there is one.
@Component
public class PlanWays {

    /// @param way    the id
    /// @param place  in the community's order; smaller is cheaper
    /// @param quotas on which it draws
    /// @param isOpen whether the platform lets us write to this person by it now; otherwise they act first
    public record Planned(String way, int place, List<Allowance.Quota> quotas, boolean isOpen) {}

    private final Ways ways;
    private final Ledger ledger;

    PlanWays(Ways ways, Ledger ledger) {
        this.ways = ways;
        this.ledger = ledger;
    }

    /// The cheapest that is open to the receiver now; where none is, the cheapest that carries it. Empty where none
    /// does. Draws on nothing.
    public Mono<Planned> first(CommunityId community, Outbound message) {
        var carrying = ways.of(community, message.to().channel()).stream()
                .filter(it -> it.carries(message))
                .toList();
        return Flux.fromIterable(carrying)
                .concatMap(it -> ledger.isOpen(new Errand(community, message.to(), it.id(), it.allowances(message)))
                        .filter(open -> open)
                        .map(open -> planned(community, it, message, open)))
                .next()
                .switchIfEmpty(Mono.justOrEmpty(
                        carrying.stream().findFirst().map(it -> planned(community, it, message, false))));
    }

    private Planned planned(CommunityId community, Way way, Outbound message, boolean open) {
        return new Planned(way.id(), ways.place(community, way), quotas(way.allowances(message)), open);
    }

    private static List<Allowance.Quota> quotas(List<Allowance> allowances) {
        return allowances.stream()
                .filter(Allowance.Quota.class::isInstance)
                .map(Allowance.Quota.class::cast)
                .toList();
    }
}
