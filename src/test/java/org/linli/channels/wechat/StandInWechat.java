package org.linli.channels.wechat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.linli.channels.PlatformContract;
import org.linli.standin.Asked;
import org.linli.standin.CallUs;
import org.linli.standin.Exchanges;
import org.linli.standin.Mischief;
import org.linli.standin.StandInServer;
import org.linli.standin.Told;
import org.linli.standin.wechat.Keys;
import org.linli.standin.wechat.WechatStandIn;
import org.linli.standin.wechat.WechatWorld;

/// The demo's stand-in for WeChat on a free port, which misbehaves in one way at a time. `oResident1` follows and has
/// just written.
public final class StandInWechat implements PlatformContract.StandIn, AutoCloseable {

    private static final String TOKEN = "/cgi-bin/stable_token";
    private static final String SEND = "/cgi-bin/message/custom/send";
    private static final String NOBODY = "http://127.0.0.1:1";

    private final WechatStandIn platform;
    private final StandInServer server;

    public StandInWechat(String appId, String secret) {
        this(appId, secret, WechatWorld.empty());
    }

    public StandInWechat(String appId, String secret, WechatWorld world) {
        var calls = WechatCalls.DEMO;
        var keys = new Keys(calls.account(), appId, secret, calls.token(), calls.aesKey());
        var exchanges = new Exchanges(Clock.systemUTC());
        var us = new CallUs("wechat", () -> URI.create(NOBODY), exchanges, Duration.ofSeconds(1), 1);
        this.platform = new WechatStandIn(keys, world, us, Clock.systemUTC());
        this.server = new StandInServer(platform, 0, exchanges).start();
        behaves();
    }

    public URI base() {
        return server.base();
    }

    public WechatStandIn platform() {
        return platform;
    }

    /// The token that it takes now.
    public String token() {
        return platform.token();
    }

    /// Takes what it is sent, from now on.
    public void behaves() {
        server.behave();
        platform.meet("oResident1");
    }

    /// From now on only another token is good.
    public void expiresItsToken() {
        behaves();
        platform.expireToken();
    }

    /// Takes its time before it gives a token.
    public void givesTokensSlowly(int milliseconds) {
        server.misbehave(TOKEN, new Mischief.Slow(Duration.ofMillis(milliseconds)));
    }

    public void refusesTheSecret() {
        tokenAnswers(says(40001));
    }

    public void tokenAnswers(Told answer) {
        server.misbehave(TOKEN, new Mischief.Says(answer));
    }

    /// Answers each message with this code, in HTTP 200.
    public void answers(long errcode) {
        answers(SEND, errcode);
    }

    /// Answers each call of that path with this code, in HTTP 200.
    public void answers(String path, long errcode) {
        server.misbehave(path, new Mischief.Refuses(errcode));
    }

    public void sendAnswers(Told answer) {
        server.misbehave(SEND, new Mischief.Says(answer));
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

    public int tokensAsked() {
        return server.asked(TOKEN).size();
    }

    /// The bodies of all messages that were sent, the refused ones included.
    public List<String> sent() {
        return sent(SEND);
    }

    public List<String> sent(String path) {
        return server.asked(path).stream().map(Asked::text).toList();
    }

    @Override
    public void throttles() {
        answers(45011);
    }

    @Override
    public void closesTheWindow() {
        answers(45015);
    }

    @Override
    public void hasLostThePerson() {
        answers(43004);
    }

    @Override
    public void forbids() {
        answers(48001);
    }

    @Override
    public void isOutOfOrder() {
        sendAnswers(Told.html(503, "<html><h1>503 Service Unavailable</h1></html>"));
    }

    @Override
    public void hangsUp() {
        server.misbehave(SEND, new Mischief.HangsUp());
    }

    void hangsUpAt(String path) {
        server.misbehave(path, new Mischief.HangsUp());
    }

    @Override
    public void neverAnswers() {
        server.misbehave(SEND, new Mischief.Hangs());
    }

    @Override
    public void isGone() {
        server.close();
    }

    @Override
    public void close() {
        server.close();
    }

    static Told says(long errcode) {
        return Told.json(Map.of("errcode", errcode, "errmsg", "in the platform's own words"));
    }
}
