package org.linli.channels.wecom.app;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.linli.channels.Account;
import org.linli.channels.ChannelId;
import org.linli.channels.Checkup;
import org.linli.channels.tencent.PlatformAnswer;
import org.linli.channels.wecom.Steps;
import org.linli.channels.wecom.WecomApi;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How our apps are, by the platform's page "获取应用".
@Component
class CheckApps implements Checkup {

    private static final ChannelId GROUPS = new ChannelId("wecom-group");

    private final Apps apps;
    private final WecomApi api;

    CheckApps(Apps apps, WecomApi api) {
        this.apps = apps;
        this.api = api;
    }

    @Override
    public ChannelId channel() {
        return WecomChannel.ID;
    }

    /// The internal groups that an app has made.
    @Override
    public ChannelId channelOfGroups() {
        return GROUPS;
    }

    @Override
    public List<Account> accounts() {
        return apps.all().stream().map(it -> it.caller().account()).toList();
    }

    @Override
    public Mono<Instant> tokenUntil(Account account) {
        return app(account).flatMap(it -> api.tokenUntil(it.caller()));
    }

    @Override
    public Flux<Step> check(Account account) {
        return app(account)
                .flatMapMany(it -> Flux.just(Steps.url())
                        .concatWith(Steps.of(
                                api.get(it.caller(), "/cgi-bin/agent/get", number(it)), What.APP, CheckApps::told)));
    }

    private Mono<WecomApp> app(Account account) {
        return Mono.justOrEmpty(apps.get(account.id()));
    }

    private static Map<String, String> number(WecomApp app) {
        return Map.of("agentid", Long.toString(app.settings().agentId()));
    }

    private static List<Step> told(PlatformAnswer answer) {
        boolean anybody = Stream.of("/allow_userinfos/user", "/allow_partys/partyid", "/allow_tags/tagid")
                .anyMatch(it -> !answer.json().at(it).isEmpty());
        return List.of(
                Steps.step(What.APP, answer.json().path("close").asInt(0) == 0), Steps.step(What.MEMBERS, anybody));
    }
}
