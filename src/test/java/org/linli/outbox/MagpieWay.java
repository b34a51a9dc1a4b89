package org.linli.outbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.linli.channels.Address;
import org.linli.channels.Allowance;
import org.linli.channels.ChannelId;
import org.linli.channels.Limits;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.Way;
import reactor.core.publisher.Mono;

/// A way that remembers what it sent and fails as it is told.
final class MagpieWay implements Way {

    static final ChannelId MAGPIE = new ChannelId("magpie");

    final ConcurrentLinkedQueue<Outbound> sent = new ConcurrentLinkedQueue<>();
    private final String id;
    private final Function<Outbound, List<Allowance>> allowances;
    private volatile Function<Outbound, Mono<Receipt>> platform = MagpieWay::takes;

    MagpieWay(String id, Function<Outbound, List<Allowance>> allowances) {
        this.id = id;
        this.allowances = allowances;
    }

    static Address person(String name) {
        return Address.person(MAGPIE, "nest", name);
    }

    void sendsLike(Function<Outbound, Mono<Receipt>> platform) {
        this.platform = platform;
    }

    void begin() {
        sent.clear();
        platform = MagpieWay::takes;
    }

    List<String> keys() {
        return sent.stream().map(Outbound::key).toList();
    }

    private static Mono<Receipt> takes(Outbound message) {
        return Mono.just(new Receipt("r-" + message.key()));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public ChannelId channel() {
        return MAGPIE;
    }

    @Override
    public Limits limits() {
        return new Limits(30, Duration.ZERO, id.endsWith(".service"));
    }

    @Override
    public boolean carries(Outbound letter) {
        return !id.endsWith(".robot") || letter.to().id().startsWith("slow");
    }

    @Override
    public List<Allowance> allowances(Outbound letter) {
        return allowances.apply(letter);
    }

    @Override
    public Mono<Receipt> send(Outbound message) {
        return Mono.defer(() -> {
            sent.add(message);
            return platform.apply(message);
        });
    }
}
