package org.linli.hotline;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Takes what the hotline sent, by whichever way: what is new, and what says something else than before.
@Service
public class TakeOrders {

    /// How many of the orders were new, said something else than before, or nothing new.
    public record Tally(int fresh, int changed, int same) {

        static Tally of(List<WorkOrder> orders, Map<String, WorkOrder> before) {
            int fresh = (int) orders.stream()
                    .filter(it -> !before.containsKey(it.number()))
                    .count();
            int same = (int) orders.stream().filter(it -> isSame(it, before)).count();
            return new Tally(fresh, orders.size() - fresh - same, same);
        }

        private String detail() {
            return "%d new %d changed".formatted(fresh, changed);
        }
    }

    private final Orders orders;
    private final Effects effects;
    private final Clock clock;

    TakeOrders(Orders orders, Effects effects, Clock clock) {
        this.orders = orders;
        this.effects = effects;
        this.clock = clock;
    }

    /// Takes all of them or none. Never empty.
    ///
    /// @param by the id of the staff member or of the sender
    public Mono<Tally> take(CommunityId community, List<WorkOrder> sent, String by) {
        return orders.known(community, sent.stream().map(WorkOrder::number).toList())
                .flatMap(before -> {
                    var changed =
                            sent.stream().filter(it -> !isSame(it, before)).toList();
                    var tally = Tally.of(sent, before);
                    return changed.isEmpty()
                            ? Mono.just(tally)
                            : commit(community, changed, by, tally).thenReturn(tally);
                });
    }

    private Mono<Void> commit(CommunityId community, List<WorkOrder> changed, String by, Tally tally) {
        var now = clock.instant();
        return effects.commit(List.of(
                new OrdersTaken(community, changed, by, now),
                new Noted(community, by, Noted.Kind.SETTING_CHANGED, "hotline-orders", tally.detail(), now)));
    }

    private static boolean isSame(WorkOrder order, Map<String, WorkOrder> before) {
        return order.equals(before.get(order.number()));
    }
}
