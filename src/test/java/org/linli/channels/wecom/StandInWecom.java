package org.linli.channels.wecom;

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
import org.linli.standin.wecom.Keys;
import org.linli.standin.wecom.WecomStandIn;

/// The demo's stand-in for WeCom on a free port, which misbehaves in one way at a time. `zhou` belongs to it.
public final class StandInWecom implements PlatformContract.StandIn, AutoCloseable {

    private final String sending;
    private final WecomStandIn platform;
    private final StandInServer server;

    /// @param sending the path by which messages are sent
    public StandInWecom(String sending) {
        this.sending = sending;
        var exchanges = new Exchanges(Clock.systemUTC());
        var us = new CallUs("wecom", () -> URI.create("http://127.0.0.1:1"), exchanges, Duration.ofSeconds(1), 1);
        var keys = new Keys(
                WecomCalls.CORP,
                "desk",
                WecomCalls.AGENT,
                WecomCalls.SECRET,
                WecomCalls.APP,
                "helper",
                WecomCalls.BOT,
                WecomCalls.ROBOT);
        this.platform = new WecomStandIn(
                keys, Map.of("zhou", "周阿姨"), us, () -> URI.create("http://127.0.0.1:1"), Clock.systemUTC());
        this.server = new StandInServer(platform, 0, exchanges).start();
    }

    public URI base() {
        return server.base();
    }

    public WecomStandIn platform() {
        return platform;
    }

    public void answers(long errcode) {
        server.misbehave(sending, new Mischief.Refuses(errcode));
    }

    public void answers(Told told) {
        server.misbehave(sending, new Mischief.Says(told));
    }

    public void tokenAnswers(long errcode) {
        server.misbehave("/cgi-bin/gettoken", new Mischief.Refuses(errcode));
    }

    public void behaves() {
        server.behave();
    }

    public List<Asked> sent() {
        return server.asked(sending);
    }

    public List<Asked> asked(String path) {
        return server.asked(path);
    }

    public int tokensAsked() {
        return server.asked("/cgi-bin/gettoken").size();
    }

    @Override
    public void throttles() {
        answers(45009);
    }

    @Override
    public void closesTheWindow() {
        answers(95018);
    }

    @Override
    public void hasLostThePerson() {
        answers(81013);
    }

    @Override
    public void forbids() {
        answers(48002);
    }

    @Override
    public void isOutOfOrder() {
        server.misbehave(sending, new Mischief.Page(503));
    }

    @Override
    public void hangsUp() {
        server.misbehave(sending, new Mischief.HangsUp());
    }

    @Override
    public void neverAnswers() {
        server.misbehave(sending, new Mischief.Hangs());
    }

    @Override
    public void isGone() {
        server.close();
    }

    @Override
    public void close() {
        server.close();
    }
}
