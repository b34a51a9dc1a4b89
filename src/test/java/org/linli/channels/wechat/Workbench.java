package org.linli.channels.wechat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.linli.channels.Address;
import org.linli.channels.Delivery;
import org.linli.channels.Media;
import org.linli.channels.MediaSettings;
import org.linli.channels.Outbound;
import org.linli.channels.Reply;
import org.linli.channels.TakeMedia;
import org.linli.channels.Way;
import org.linli.channels.tencent.AccessTokens;
import org.linli.channels.tencent.DownloadMedia;
import org.linli.channels.tencent.OwnRedis;
import org.linli.channels.tencent.SharedTokens;
import org.linli.channels.tencent.ShowPicture;
import org.linli.channels.tencent.TencentApi;
import org.linli.channels.tencent.UploadedMedia;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;

/// Puts the channel together without Spring, on a real Redis of its own.
final class Workbench implements AutoCloseable {

    static final WechatCalls CALLS = WechatCalls.DEMO;
    static final String SECRET = "top-secret-app-secret";
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-06-10T07:00:00Z"), ZoneOffset.UTC);
    static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration HASTE = Duration.ofMillis(1500);
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3};

    private final OwnRedis redis = new OwnRedis();

    static WechatAccount account(URI base) {
        return new WechatAccount(
                CALLS.account(), CALLS.appId(), SECRET, CALLS.token(), CALLS.aesKey(), null, base, "lianmeng");
    }

    static WechatSettings settings(URI base) {
        return settings(base, PATIENCE);
    }

    private static WechatSettings settings(URI base, Duration patience) {
        return new WechatSettings(List.of(account(base)), patience, URI.create("https://linli.example"), base, WINDOW);
    }

    /// A channel that only receives.
    static WechatChannel receiving(WechatAccount... accounts) {
        var settings = new WechatSettings(List.of(accounts), PATIENCE, null, URI.create("http://127.0.0.1:1"), WINDOW);
        return channel(
                settings, OwnRedis.nobody(), new Freshness(settings, (_, _, _) -> Mono.just(true), Clock.systemUTC()));
    }

    /// What one replica has.
    AccessTokens<WechatAccount> replicaTokens() {
        return tokens(PATIENCE);
    }

    /// For a platform that takes its time.
    AccessTokens<WechatAccount> hastyTokens() {
        return tokens(HASTE);
    }

    private AccessTokens<WechatAccount> tokens(Duration patience) {
        return WechatApi.tokens(new TencentApi("wechat", patience), new SharedTokens(redis.template()), CLOCK);
    }

    WechatChannel replica(URI base) {
        return replica(settings(base));
    }

    /// For a platform that stays silent.
    WechatChannel hasty(URI base) {
        return replica(settings(base, HASTE));
    }

    private WechatChannel replica(WechatSettings settings) {
        return channel(
                settings,
                redis.template(),
                new Freshness(settings, new SharedNonces(redis.template()), Clock.systemUTC()));
    }

    /// A channel that only receives, at a time of the test's own, and remembers nonces.
    WechatChannel receiving(Clock clock) {
        var settings = settings(URI.create("http://127.0.0.1:1"));
        return channel(settings, redis.template(), new Freshness(settings, new SharedNonces(redis.template()), clock));
    }

    /// The ways that one replica has, the forms read from `forms`.
    List<Way> ways(URI base, Forms forms) {
        var settings = settings(base);
        var accounts = new Accounts(settings);
        var site = new Site(settings);
        var api = api(settings);
        return List.of(
                new ServiceWay(accounts, new CustomerService(accounts, api, showing(redis.template()))),
                new TemplateWay(accounts, forms, api, site),
                new SubscriptionWay(accounts, forms, api, site),
                new OnceWay(accounts, forms, api, site),
                new MassWay(accounts, Workbench::listed, api));
    }

    /// Three are on the list `b3`, one on every other.
    private static Mono<List<String>> listed(WechatAccount account, String name) {
        return Mono.just(name.equals("b3") ? List.of("oResident1", "oResident2", "oResident3") : List.of("oResident1"));
    }

    WechatApi api(WechatSettings settings) {
        return new WechatApi(settings, new SharedTokens(redis.template()), CLOCK);
    }

    static Outbound letter(String text, String... choices) {
        return new Outbound(
                "LM-2026-000123/case-opened",
                Address.person(WechatChannel.ID, CALLS.account(), "oResident1"),
                text,
                List.of(choices));
    }

    /// What arrives within five seconds.
    static <T> T got(Mono<T> mono) {
        return Objects.requireNonNull(mono.block(Duration.ofSeconds(60)), "nothing came");
    }

    /// The body of the response that carries `letter` back.
    static Reply answered(Delivery delivery, Outbound letter) {
        var passiveReply = ((Delivery.Messages) delivery).passiveReply();
        return Objects.requireNonNull(passiveReply, "no answer can travel back").apply(letter);
    }

    /// As if nobody had ever asked for a token or seen a nonce.
    void forget() {
        redis.template().execute(it -> it.serverCommands().flushAll()).blockLast(Duration.ofSeconds(5));
    }

    void stopRedis() {
        redis.stop();
    }

    @Override
    public void close() {
        redis.close();
    }

    /// What fetches, taking no more than a kilobyte.
    FetchWechatMedia media(URI base) {
        var settings = settings(base);
        var most = new MediaSettings(DataSize.ofKilobytes(1), Set.of("image/jpeg", "video/mp4", "text/plain"));
        var api = new WechatApi(settings, new SharedTokens(redis.template()), CLOCK);
        return new FetchWechatMedia(new Accounts(settings), api, new DownloadMedia(new TakeMedia(most)));
    }

    private static WechatChannel channel(
            WechatSettings settings, ReactiveStringRedisTemplate redis, Freshness freshness) {
        var api = new WechatApi(settings, new SharedTokens(redis), CLOCK);
        return new WechatChannel(
                new Accounts(settings),
                new PassiveReply(CLOCK),
                new CustomerService(new Accounts(settings), api, showing(redis)),
                freshness);
    }

    /// Has every picture but the one that is `gone`.
    private static ShowPicture showing(ReactiveStringRedisTemplate redis) {
        return new ShowPicture(
                List.of((_, id) -> id.equals("gone") ? Mono.empty() : Mono.just(new Media("image/png", PNG))),
                new UploadedMedia(redis));
    }
}
