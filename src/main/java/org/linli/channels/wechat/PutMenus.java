package org.linli.channels.wechat;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.channels.SendFailure;
import org.linli.platform.jobs.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Lets each account show the menu of `templates/wechat/menu.yml`: looks at each start, each change and each day what
/// the platform shows, and puts ours there where it is another. One replica does so at a time.
@Component
class PutMenus implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(PutMenus.class);
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofDays(1);

    private static final String CLAIM = """
            insert into wechat.menus as known (community_id, account, lease_until) values ($1, $2, $4)
            on conflict (community_id, account) do update set lease_until = excluded.lease_until
            where (known.lease_until is null or known.lease_until < $5)
              and (known.hash is distinct from $3 or known.checked_at is null or known.checked_at < $6)
            """;

    private final Menus menus;
    private final Accounts accounts;
    private final WechatApi api;
    private final DatabaseClient database;
    private final Clock clock;
    private final Set<String> seenSinceStart = ConcurrentHashMap.newKeySet();

    PutMenus(Menus menus, Accounts accounts, WechatApi api, DatabaseClient database, Clock clock) {
        this.menus = menus;
        this.accounts = accounts;
        this.api = api;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "put-wechat-menus";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Mono<Integer> round() {
        return Flux.fromIterable(accounts.all()).concatMap(this::putWhereNeeded).then(Mono.just(0));
    }

    private Mono<Void> putWhereNeeded(WechatAccount account) {
        return menuOf(account)
                .flatMap(menu ->
                        claimed(account, menu).filter(Boolean::booleanValue).flatMap(_ -> compareAndPut(account, menu)))
                .onErrorResume(
                        SendFailure.class,
                        failure -> Mono.fromRunnable(() -> LOG.warn(
                                "the menu of WeChat account '{}' could not be put ({}), next try in a minute",
                                account.id(),
                                failure.getMessage())));
    }

    private Mono<Menu> menuOf(WechatAccount account) {
        return Mono.fromCallable(() -> menus.of(account))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(Mono::justOrEmpty);
    }

    private Mono<Boolean> claimed(WechatAccount account, Menu menu) {
        OffsetDateTime now = clock.instant().atOffset(UTC);
        OffsetDateTime old = seenSinceStart.contains(account.id()) ? now.minus(LOOK_AGAIN_AFTER) : now.plusSeconds(1);
        return database.sql(CLAIM)
                .bind("$1", account.community())
                .bind("$2", account.id())
                .bind("$3", menu.hash())
                .bind("$4", now.plus(LEASE))
                .bind("$5", now)
                .bind("$6", old)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private Mono<Void> compareAndPut(WechatAccount account, Menu menu) {
        return api.get(account, "/cgi-bin/menu/get", Map.of())
                .filter(answer -> !menu.isShownAs(answer.json().path("menu")))
                .flatMap(_ -> put(account, menu))
                .then(Mono.defer(() -> done(account, menu)));
    }

    private Mono<Void> put(WechatAccount account, Menu menu) {
        return api.post(account, "/cgi-bin/menu/create", menu.json())
                .doOnNext(_ -> LOG.info("WeChat account '{}' shows the menu of {} now", account.id(), Menus.FILE))
                .then();
    }

    private Mono<Void> done(WechatAccount account, Menu menu) {
        seenSinceStart.add(account.id());
        return database.sql("""
                        update wechat.menus set hash = $3, checked_at = $4, lease_until = null
                        where community_id = $1 and account = $2""")
                .bind("$1", account.community())
                .bind("$2", account.id())
                .bind("$3", menu.hash())
                .bind("$4", clock.instant().atOffset(UTC))
                .then();
    }
}
