package org.linli.channels.tencent;

import static java.util.stream.Collectors.groupingBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The access tokens that this replica asked for since it started, as numbers for operators: until when the one is good
/// that all replicas share (`linli.token.expires`, in seconds since 1970; no line where none is held, as of an account
/// that nobody uses), and whether an account wanted one in vain and still has none (`linli.token.missing`).
@Component
class MeasureTokens implements Job {

    private record Held(String account, Instant until, boolean missing) {}

    private final SharedTokens tokens;
    private final Clock clock;
    private final MultiGauge expires;
    private final MultiGauge missing;

    MeasureTokens(SharedTokens tokens, MeterRegistry meters, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
        this.expires = MultiGauge.builder("linli.token.expires")
                .description("Until when the access token is used that all replicas share, since 1970")
                .baseUnit("seconds")
                .register(meters);
        this.missing = MultiGauge.builder("linli.token.missing")
                .description("1 where an access token was asked for in vain and no replica has one")
                .register(meters);
    }

    @Override
    public String name() {
        return "measure-tokens";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Mono<Integer> round() {
        return Flux.fromIterable(tokens.asked())
                .concatMap(this::held)
                .collectList()
                .doOnNext(this::tell)
                .thenReturn(0);
    }

    /// What Redis says, since another replica may have asked since; while it is away, what this replica knows.
    private Mono<Held> held(SharedTokens.Asked asked) {
        return tokens.find(asked.token())
                .map(AccessToken::until)
                .defaultIfEmpty(Instant.EPOCH)
                .onErrorReturn(SharedTokens.Away.class, asked.until())
                .map(until -> new Held(asked.shown(), until, asked.missing()));
    }

    /// An account whose secret was changed has had two.
    private void tell(List<Held> all) {
        var byAccount = all.stream().collect(groupingBy(Held::account)).values();
        var good = byAccount.stream().filter(it -> it.stream().anyMatch(this::isGood));
        expires.register(good.<Row<?>>map(MeasureTokens::longest).toList(), true);
        missing.register(byAccount.stream().<Row<?>>map(this::wanted).toList(), true);
    }

    private static Row<?> longest(List<Held> ofOne) {
        return row(
                ofOne,
                ofOne.stream()
                        .mapToLong(it -> it.until().getEpochSecond())
                        .max()
                        .orElseThrow());
    }

    private Row<?> wanted(List<Held> ofOne) {
        boolean none = ofOne.stream().noneMatch(this::isGood) && ofOne.stream().anyMatch(Held::missing);
        return row(ofOne, none ? 1 : 0);
    }

    private static Row<?> row(List<Held> ofOne, Number number) {
        return Row.of(Tags.of("account", ofOne.getFirst().account()), number);
    }

    private boolean isGood(Held it) {
        return it.until().isAfter(clock.instant());
    }
}
