package org.linli.web;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.linli.platform.traces.Refusals;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Counts sign-ins over all replicas, so that nobody can try passwords quickly: few a minute for one name from one
/// address, some for one address, and for one name no more than a hundred an hour (OWASP ASVS 5.0.0, 6.3.1) from
/// addresses where it has not signed in before – from those where it has, strangers cannot lock it out.
@Component
class Attempts {

    static final int MOST_A_MINUTE = 5;
    static final int MOST_OF_AN_ADDRESS = 60;
    static final int MOST_AN_HOUR = 100;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration KNOWN = Duration.ofDays(30);
    private static final Duration TOLD = MINUTE.multipliedBy(2);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ReactiveStringRedisTemplate redis;
    private final Clock clock;

    Attempts(ReactiveStringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /// Where an attempt comes from; kept as a hash.
    record Whence(String address) {

        static final Whence UNKNOWN = new Whence("");

        static Whence of(ServerWebExchange exchange) {
            return new Whence(Refusals.print(exchange.getRequest().getRemoteAddress()));
        }
    }

    private record Limit(String key, Duration window, int most) {}

    /// Lets [SignIn] know who asks.
    static Mono<Void> rememberWhence(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(exchange).contextWrite(it -> it.put(Whence.class, Whence.of(exchange)));
    }

    static Mono<Whence> whence() {
        return Mono.deferContextual(it -> Mono.just(it.hasKey(Whence.class) ? it.get(Whence.class) : Whence.UNKNOWN));
    }

    /// Never empty: whether another attempt is allowed now. What one limit refuses does not count for the next. Signals
    /// whatever Redis fails with.
    ///
    /// The first call after a start connects, which waits: beside the event loops.
    Mono<Boolean> another(String name, Whence whence) {
        return Mono.defer(() -> redis.hasKey(known(name, whence)))
                .flatMap(isKnown -> within(closely(name, whence))
                        .flatMap(allowed -> allowed ? within(byAddress(whence)) : Mono.just(false))
                        .flatMap(allowed -> allowed ? within(byTheHour(name, whence, isKnown)) : Mono.just(false)))
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(PATIENCE);
    }

    /// The same for one who has no name here yet.
    Mono<Boolean> another(Whence whence) {
        return Mono.defer(() -> within(byAddress(whence)))
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(PATIENCE);
    }

    /// Never empty: whether this is the first refusal for that name since none was for two minutes, so that who
    /// goes on trying is told of once.
    Mono<Boolean> isFirstRefusal(String name) {
        String key = "linli:sign-in:told:" + plain(name);
        return Mono.defer(() -> redis.opsForValue().setIfAbsent(key, "", TOLD))
                .delayUntil(first -> first ? Mono.empty() : redis.expire(key, TOLD))
                .timeout(PATIENCE);
    }

    /// After an attempt that went well: it was nobody's guess.
    Mono<Void> forget(String name, Whence whence) {
        return Mono.defer(() -> redis.delete(closely(name, whence).key()))
                .then(redis.delete(byTheHour(name, whence, true).key()))
                .then(forget(whence))
                .then(redis.opsForValue().set(known(name, whence), "", KNOWN))
                .timeout(PATIENCE)
                .then();
    }

    /// The same for one who had no name here.
    Mono<Void> forget(Whence whence) {
        var address = byAddress(whence);
        return Mono.defer(() -> redis.opsForValue().decrement(address.key()))
                .then(redis.expire(address.key(), MINUTE.multipliedBy(2)))
                .timeout(PATIENCE)
                .then();
    }

    private Mono<Boolean> within(Limit limit) {
        return count(limit).map(count -> count <= limit.most());
    }

    /// The time is part of the key: where Redis fails between the two commands, the count stays behind, and nobody
    /// is locked out by it.
    private Mono<Long> count(Limit limit) {
        return redis.opsForValue()
                .increment(limit.key())
                .delayUntil(count ->
                        count == 1 ? redis.expire(limit.key(), limit.window().multipliedBy(2)) : Mono.empty());
    }

    private Limit closely(String name, Whence whence) {
        return limit("name:%s:%s".formatted(plain(name), whence.address()), MINUTE, MOST_A_MINUTE);
    }

    private Limit byAddress(Whence whence) {
        return limit("from:%s".formatted(whence.address()), MINUTE, MOST_OF_AN_ADDRESS);
    }

    private Limit byTheHour(String name, Whence whence, boolean isKnown) {
        return limit("hour:%s:%s".formatted(plain(name), isKnown ? whence.address() : "strangers"), HOUR, MOST_AN_HOUR);
    }

    private Limit limit(String what, Duration window, int most) {
        long now = clock.instant().getEpochSecond() / window.toSeconds();
        return new Limit("linli:sign-in:%s:%d".formatted(what, now), window, most);
    }

    private static String known(String name, Whence whence) {
        return "linli:sign-in:known:%s:%s".formatted(plain(name), whence.address());
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
