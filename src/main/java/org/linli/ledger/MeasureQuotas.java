package org.linli.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import org.linli.channels.Account;
import org.linli.channels.Allowance.Quota;
import org.linli.channels.Checkup;
import org.linli.channels.Way;
import org.linli.platform.jobs.Job;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How many letters each of our accounts may still send today or this month, as numbers for operators:
/// `linli.quota.left` of `linli.quota.most`. Quotas of single people and groups are not told: they would be as many
/// as people.
@Component
class MeasureQuotas implements Job {

    private record Counted(Account account, Uses.Left of) {

        Row<?> left() {
            return Row.of(tags(), of.left());
        }

        Row<?> most() {
            return Row.of(tags(), of.quota().most());
        }

        private Tags tags() {
            return Tags.of(
                    "account",
                    account.channel() + ":" + account.id(),
                    "quota",
                    of.quota().name());
        }
    }

    private final ObjectProvider<Checkup> checkups;
    private final ObjectProvider<Way> ways;
    private final Uses uses;
    private final MultiGauge left;
    private final MultiGauge most;

    MeasureQuotas(ObjectProvider<Checkup> checkups, ObjectProvider<Way> ways, Uses uses, MeterRegistry meters) {
        this.checkups = checkups;
        this.ways = ways;
        this.uses = uses;
        this.left = MultiGauge.builder("linli.quota.left")
                .description("Letters that an account may still send until its quota begins anew")
                .register(meters);
        this.most = MultiGauge.builder("linli.quota.most")
                .description("Letters that the quota of an account allows")
                .register(meters);
    }

    @Override
    public String name() {
        return "measure-quotas";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Mono<Integer> round() {
        return Flux.fromStream(checkups.orderedStream())
                .flatMapIterable(Checkup::accounts)
                .concatMap(this::counted)
                .collectList()
                .doOnNext(this::tell)
                .thenReturn(0);
    }

    private Flux<Counted> counted(Account account) {
        return Flux.fromStream(ways.orderedStream())
                .filter(way -> way.isOf(account))
                .flatMapIterable(way -> way.shared(account))
                .ofType(Quota.class)
                .distinct()
                .concatMap(quota -> uses.left(account, quota))
                .map(it -> new Counted(account, it));
    }

    private void tell(List<Counted> counted) {
        left.register(counted.stream().<Row<?>>map(Counted::left).toList(), true);
        most.register(counted.stream().<Row<?>>map(Counted::most).toList(), true);
    }
}
