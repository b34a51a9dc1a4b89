package org.linli.postroom;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
public class LookAtWays {

    /// One way of sending.
    ///
    /// @param way         a `Way`'s id
    /// @param closedUntil `null` where it is open
    /// @param paces       so many in so much time
    public record Standing(
            String way, @Nullable Instant closedUntil, List<Uses.Left> quotas, List<Allowance.Rate> paces) {}

    private final ObjectProvider<Way> ways;
    private final Uses uses;

    LookAtWays(ObjectProvider<Way> ways, Uses uses) {
        this.ways = ways;
        this.uses = uses;
    }

    /// By name; an empty list where the account's channel has but one way, which nothing limits. Never empty.
    public Mono<List<Standing>> of(Account account) {
        return uses.closed(account)
                .collectMap(Uses.Closed::way, Uses.Closed::until)
                .flatMapMany(closed -> Flux.fromStream(
                                ways.stream().filter(it -> it.isOf(account)).sorted(Comparator.comparing(Way::id)))
                        .concatMap(way -> standing(account, way, closed)))
                .collectList();
    }

    private Mono<Standing> standing(Account account, Way way, Map<String, Instant> closed) {
        var shared = way.shared(account);
        var paces = shared.stream()
                .filter(Allowance.Rate.class::isInstance)
                .map(Allowance.Rate.class::cast)
                .toList();
        return Flux.fromIterable(shared)
                .ofType(Allowance.Quota.class)
                .concatMap(quota -> uses.left(account, quota))
                .collectList()
                .map(quotas -> new Standing(way.id(), closed.get(way.id()), quotas, paces));
    }
}
