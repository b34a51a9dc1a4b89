package org.linli.channels.wechat;

import static java.time.ZoneOffset.UTC;
import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;
import static org.linli.channels.SendFailure.Reason.UNREACHABLE;

import java.time.Clock;
import java.util.Map;
import org.linli.channels.Account;
import org.linli.channels.ChannelId;
import org.linli.channels.SceneCodes;
import org.linli.channels.SendFailure;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Permanent codes with a scene (永久二维码), each made once and kept: an account has a hundred thousand of them. By the
/// platform's page "生成带参数的二维码".
@Component
class QrCodes implements SceneCodes {

    private final Accounts accounts;
    private final WechatApi api;
    private final DatabaseClient database;
    private final Clock clock;

    QrCodes(Accounts accounts, WechatApi api, DatabaseClient database, Clock clock) {
        this.accounts = accounts;
        this.api = api;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public ChannelId channel() {
        return WechatChannel.ID;
    }

    @Override
    public Flux<Account> accounts(CommunityId community) {
        return Flux.fromIterable(accounts.all())
                .filter(it -> it.communityId().equals(community))
                .map(it -> new Account(WechatChannel.ID, it.id(), community));
    }

    @Override
    public Mono<String> content(Account account, String scene) {
        return kept(account, scene).switchIfEmpty(Mono.defer(() -> made(account, scene)));
    }

    /// Two replicas that make it at once keep the first; the platform gives both the same.
    private Mono<String> made(Account account, String scene) {
        return Mono.justOrEmpty(accounts.named(account.id()))
                .switchIfEmpty(Mono.error(() -> new SendFailure(MISCONFIGURED, "no such account")))
                .flatMap(it -> api.post(it, "/cgi-bin/qrcode/create", question(scene)))
                .map(answer -> answer.textOf("url"))
                .filter(url -> !url.isEmpty())
                .switchIfEmpty(Mono.error(() -> new SendFailure(UNREACHABLE, "a code was asked for, none was given")))
                .delayUntil(url -> keep(account, scene, url));
    }

    private Mono<String> kept(Account account, String scene) {
        return database.sql("select content from wechat.codes where community_id = $1 and account = $2 and scene = $3")
                .bind("$1", account.community().value())
                .bind("$2", account.id())
                .bind("$3", scene)
                .mapValue(String.class)
                .one();
    }

    private Mono<Void> keep(Account account, String scene, String content) {
        return database.sql("""
                        insert into wechat.codes (community_id, account, scene, content, made_at)
                        values ($1, $2, $3, $4, $5) on conflict do nothing""")
                .bind("$1", account.community().value())
                .bind("$2", account.id())
                .bind("$3", scene)
                .bind("$4", content)
                .bind("$5", clock.instant().atOffset(UTC))
                .then();
    }

    private static String question(String scene) {
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "action_name",
                        "QR_LIMIT_STR_SCENE",
                        "action_info",
                        Map.of("scene", Map.of("scene_str", scene))));
    }
}
