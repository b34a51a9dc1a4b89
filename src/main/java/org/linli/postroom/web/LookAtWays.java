package org.linli.postroom.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.channels.Account;
import org.linli.channels.Allowance;
import org.linli.channels.Way;
import org.linli.ledger.Uses;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Puts together how each way of an account stands.
@Component
class LookAtWays {

    private final ObjectProvider<Way> ways;
    private final Uses uses;

    LookAtWays(ObjectProvider<Way> ways, Uses uses) {
        this.ways = ways;
        this.uses = uses;
    }

    /// By name; an empty list where the account's channel has but one way, which nothing limits. Never empty.
    Mono<List<WayView>> of(Account account) {
        return uses.closed(account)
                .collect(Collectors.toMap(Uses.Closed::way, it -> SpokenInstant.of(it.until())))
                .flatMapMany(closed -> Flux.fromStream(
                                ways.stream().filter(it -> it.isOf(account)).sorted(Comparator.comparing(Way::id)))
                        .concatMap(way -> view(account, way, closed)))
                .collectList();
    }

    private Mono<WayView> view(Account account, Way way, Map<String, String> closed) {
        var shared = way.shared(account);
        var paces = shared.stream()
                .filter(Allowance.Rate.class::isInstance)
                .map(Allowance.Rate.class::cast)
                .map(WayView.Pace::of)
                .distinct()
                .toList();
        return Flux.fromIterable(shared)
                .ofType(Allowance.Quota.class)
                .concatMap(quota -> uses.left(account, quota))
                .map(WayView.Quota::of)
                .collectList()
                .map(quotas -> new WayView(way.id(), closed.getOrDefault(way.id(), ""), quotas, paces));
    }
}
