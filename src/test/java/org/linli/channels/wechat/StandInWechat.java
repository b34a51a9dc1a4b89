package org.linli.channels.wechat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.linli.channels.contract.Played;
import org.linli.standin.Asked;
import org.linli.standin.CallUs;
import org.linli.standin.Exchanges;
import org.linli.standin.Mischief;
import org.linli.standin.Told;
import org.linli.standin.wechat.Keys;
import org.linli.standin.wechat.WechatStandIn;
import org.linli.standin.wechat.WechatWorld;

/// The demo's stand-in for WeChat on a free port, which misbehaves in one way at a time. `oResident1` follows and has
/// just written.
public final class StandInWechat extends Played {

    private static final String TOKEN = "/cgi-bin/stable_token";
    private static final String SEND = "/cgi-bin/message/custom/send";
    private static final String NOBODY = "http://127.0.0.1:1";
    private static final Codes CODES = new Codes(45011, 45015, 43004, 48001, 40001);

    private final WechatStandIn platform;

    public StandInWechat(String appId, String secret) {
        this(appId, secret, WechatWorld.empty());
    }

    public StandInWechat(String appId, String secret, WechatWorld world) {
        this(platform(appId, secret, world, new Exchanges(Clock.systemUTC())));
    }

    private StandInWechat(WechatStandIn platform) {
        super(platform, SEND, TOKEN, CODES);
        this.platform = platform;
        behaves();
    }

    private static WechatStandIn platform(String appId, String secret, WechatWorld world, Exchanges exchanges) {
        var calls = WechatCalls.DEMO;
        var keys = new Keys(calls.account(), appId, secret, calls.token(), calls.aesKey());
        var us = new CallUs("wechat", () -> URI.create(NOBODY), exchanges, Duration.ofSeconds(1), 1);
        return new WechatStandIn(keys, world, us, Clock.systemUTC());
    }

    public WechatStandIn platform() {
        return platform;
    }

    /// The token that it takes now.
    public String token() {
        return platform.token();
    }

    @Override
    public void behaves() {
        super.behaves();
        platform.meet("oResident1");
    }

    @Override
    public void expiresItsToken() {
        super.expiresItsToken();
        platform.expireToken();
    }

    /// Takes its time before it gives a token.
    public void givesTokensSlowly(int milliseconds) {
        server.misbehave(TOKEN, new Mischief.Slow(Duration.ofMillis(milliseconds)));
    }

    public void tokenAnswers(Told answer) {
        server.misbehave(TOKEN, new Mischief.Says(answer));
    }

    /// Answers each call of that path with this code, in HTTP 200.
    public void answers(String path, long errcode) {
        server.misbehave(path, new Mischief.Refuses(errcode));
    }

    /// Whatever is asked there, this is the answer.
    ///
    /// @return the address
    public String answersAt(String path, Told answer) {
        server.misbehave(path, new Mischief.Says(answer));
        return base() + path;
    }

    /// Answers each call of that path with this.
    public void says(String path, Map<String, Object> answer) {
        server.misbehave(path, new Mischief.Says(Told.json(answer)));
    }

    /// The bodies of all messages that were sent, the refused ones included.
    public List<String> sent() {
        return sent(SEND);
    }

    public List<String> sent(String path) {
        return server.asked(path).stream().map(Asked::text).toList();
    }

    void hangsUpAt(String path) {
        server.misbehave(path, new Mischief.HangsUp());
    }

    static Told says(long errcode) {
        return Told.json(Map.of("errcode", errcode, "errmsg", "in the platform's own words"));
    }
}
