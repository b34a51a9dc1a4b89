package org.linli.channels.wecom.kf;

import java.time.Instant;
import java.util.List;
import org.linli.channels.Account;
import org.linli.channels.ChannelId;
import org.linli.channels.Checkup;
import org.linli.channels.tencent.PlatformAnswer;
import org.linli.channels.wecom.Steps;
import org.linli.channels.wecom.WecomApi;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How our service desks are, by the platform's page "获取客服账号列表".
@Component
class CheckDesks implements Checkup {

    private static final String FIRST_HUNDRED = "{\"offset\":0,\"limit\":100}";

    private final KfDesks desks;
    private final WecomApi api;

    CheckDesks(KfDesks desks, WecomApi api) {
        this.desks = desks;
        this.api = api;
    }

    @Override
    public ChannelId channel() {
        return KfChannel.ID;
    }

    @Override
    public List<Account> accounts() {
        return desks.all().stream().map(it -> it.caller().account()).toList();
    }

    @Override
    public Mono<Instant> tokenUntil(Account account) {
        return Mono.justOrEmpty(desks.named(account.id())).flatMap(it -> api.tokenUntil(it.caller()));
    }

    @Override
    public Flux<Step> check(Account account) {
        return Mono.justOrEmpty(desks.named(account.id()))
                .flatMapMany(desk -> Flux.just(Steps.url())
                        .concatWith(Steps.of(
                                api.post(desk.caller(), "/cgi-bin/kf/account/list", FIRST_HUNDRED),
                                What.DESK,
                                answer -> List.of(Steps.step(What.DESK, isOurs(desk, answer))))));
    }

    // older answers name no right to manage
    private static boolean isOurs(KfDesks.KfDesk desk, PlatformAnswer answer) {
        return answer.json()
                .path("account_list")
                .valueStream()
                .anyMatch(it ->
                        it.path("open_kfid").asString("").equals(desk.settings().openKfId())
                                && it.path("manage_privilege").asBoolean(true));
    }
}
