package org.linli.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.SettableClock;
import org.linli.channels.Account;
import org.linli.channels.Allowance;
import org.linli.channels.Allowance.Period;
import org.linli.channels.Allowance.Quota;
import org.linli.channels.Allowance.Scope;
import org.linli.channels.ChannelId;
import org.linli.channels.Checkup;
import org.linli.channels.Limits;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.Way;
import org.linli.platform.database.CommunityId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@LinliTest
class MeasureQuotasTest {

    private static final ChannelId CROW = new ChannelId("crow");
    private static final Account NEST = new Account(CROW, "nest", new CommunityId("willow"));
    private static final Account TREE = new Account(CROW, "tree", new CommunityId("poplar"));

    @Autowired
    DatabaseClient database;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T01:00:00Z"));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void whatEachAccountMayStillSendIsToldAndBeginsAnewWithTheDay() {
        var measure = measure();
        draw(NEST, 3);

        result(measure.round());
        assertThat(left(NEST)).isEqualTo(7);
        assertThat(left(TREE)).isEqualTo(10);
        assertThat(told("linli.quota.most", NEST)).isEqualTo(10);

        draw(NEST, 9);
        result(measure.round());
        assertThat(left(NEST)).isZero();

        clock.pass(Duration.ofDays(1));
        result(measure.round());
        assertThat(left(NEST)).isEqualTo(10);
    }

    private void draw(Account account, int times) {
        var counters = new Counters(database);
        for (int i = 0; i < times; i++) {
            completed(counters.take(Slot.of(account.community(), daily(account), clock.instant()))
                    .then());
        }
    }

    private double left(Account account) {
        return told("linli.quota.left", account);
    }

    private double told(String name, Account account) {
        Gauge gauge = meters.get(name)
                .tag("account", "crow:" + account.id())
                .tag("quota", "crow.daily")
                .gauge();
        return gauge.value();
    }

    private MeasureQuotas measure() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("checkup", new CrowCheckup());
        beans.addBean("way", new CrowWay());
        return new MeasureQuotas(
                beans.getBeanProvider(Checkup.class),
                beans.getBeanProvider(Way.class),
                new Uses(database, clock),
                meters);
    }

    private static Quota daily(Account account) {
        return new Quota("crow.daily", Scope.account(account), 10, Period.DAY);
    }

    private static final class CrowWay implements Way {

        @Override
        public String id() {
            return "crow.daily";
        }

        @Override
        public ChannelId channel() {
            return CROW;
        }

        @Override
        public Limits limits() {
            return new Limits(100, Duration.ZERO);
        }

        @Override
        public boolean carries(Outbound letter) {
            return true;
        }

        @Override
        public List<Allowance> allowances(Outbound letter) {
            return List.of();
        }

        @Override
        public List<Allowance> shared(Account account) {
            return List.of(daily(account));
        }

        @Override
        public Mono<Receipt> send(Outbound message) {
            return Mono.empty();
        }
    }

    private static final class CrowCheckup implements Checkup {

        @Override
        public ChannelId channel() {
            return CROW;
        }

        @Override
        public List<Account> accounts() {
            return List.of(NEST, TREE);
        }

        @Override
        public Mono<Instant> tokenUntil(Account account) {
            return Mono.empty();
        }

        @Override
        public Flux<Step> check(Account account) {
            return Flux.empty();
        }
    }
}
