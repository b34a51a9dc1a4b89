package org.linli.ledgers;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Map;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.keys.KnownKeys;
import org.linli.platform.jobs.Job;
import org.linli.platform.traces.Failed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Makes ledgers, one at a time, row by row, and tells how far it is. Memory holds the packed file, not its rows.
@Component
class MakeLedgers implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(MakeLedgers.class);
    private static final int AT_ONCE = 500;

    /// A file in the making.
    private record Making(FillTemplate fill, ByteArrayOutputStream bytes) {}

    private final OrdersInHand orders;
    private final Forms forms;
    private final LedgerRows rows;
    private final Communities communities;
    private final KnownKeys keys;

    MakeLedgers(OrdersInHand orders, Forms forms, LedgerRows rows, Communities communities, KnownKeys keys) {
        this.orders = orders;
        this.forms = forms;
        this.rows = rows;
        this.communities = communities;
        this.keys = keys;
    }

    @Override
    public String name() {
        return "make-ledgers";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Duration limit() {
        return OrdersInHand.LEASE;
    }

    @Override
    public boolean canWait() {
        return true;
    }

    @Override
    public Mono<Integer> round() {
        return orders.forget()
                .then(orders.giveUp())
                .doOnNext(MakeLedgers::warn)
                .then(orders.claim())
                .flatMap(this::make)
                .defaultIfEmpty(0);
    }

    private static void warn(long givenUp) {
        if (givenUp > 0) {
            LOG.warn(
                    "{} ledgers were begun again and again and never finished, given up until somebody asks again",
                    givenUp);
        }
    }

    private Mono<Integer> make(Order order) {
        return Mono.zip(communities.map(order.community()), forms.file(order.community(), order.kind()))
                .flatMap(it -> make(order, it.getT1(), it.getT2()))
                .thenReturn(1)
                .onErrorResume(failure -> {
                    LOG.warn("ledger {} could not be made: {}, tried again later", order.id(), Failed.briefly(failure));
                    return orders.failed(order).thenReturn(1);
                });
    }

    private Mono<Void> make(Order order, CommunityMap map, byte[] form) {
        var head = rows.head(order, map);
        return Mono.usingWhen(
                Mono.fromCallable(() -> begin(form, head)).subscribeOn(Schedulers.boundedElastic()),
                making -> all(order, map)
                        .buffer(AT_ONCE)
                        .concatMap(some -> Mono.fromCallable(() -> write(making, some))
                                .subscribeOn(Schedulers.boundedElastic())
                                .flatMap(written -> orders.tell(order, written)))
                        .then(Mono.fromCallable(() -> end(making, head)).subscribeOn(Schedulers.boundedElastic()))
                        .flatMap(written ->
                                orders.done(order, written, making.bytes().toByteArray())),
                making -> Mono.fromCallable(() -> {
                            making.fill().close();
                            return making;
                        })
                        .subscribeOn(Schedulers.boundedElastic())
                        .onErrorComplete());
    }

    /// Whoever asked and works here no more gets nothing, nor does a key that is not valid any more.
    private Flux<Map<String, String>> all(Order order, CommunityMap map) {
        return Mono.justOrEmpty(map.staffMember(order.askedBy()))
                .switchIfEmpty(Mono.defer(
                        () -> keys.valid(order.community(), order.askedBy()).map(key -> key.asColleague(map))))
                .flatMapMany(member -> rows.of(order, member, map));
    }

    private static Making begin(byte[] form, Map<String, String> head) throws Exception {
        var bytes = new ByteArrayOutputStream();
        return new Making(new FillTemplate(Template.of(form), head, bytes), bytes);
    }

    private static int write(Making making, Iterable<Map<String, String>> rows) throws Exception {
        for (Map<String, String> row : rows) {
            making.fill().row(row);
        }
        return making.fill().rows();
    }

    private static int end(Making making, Map<String, String> head) throws Exception {
        int written = making.fill().rows();
        head.put("count", Integer.toString(written));
        making.fill().end(head);
        making.fill().close();
        return written;
    }
}
