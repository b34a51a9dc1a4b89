package org.linli.channels.contract;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.linli.standin.Asked;
import org.linli.standin.Exchanges;
import org.linli.standin.Mischief;
import org.linli.standin.StandIn;
import org.linli.standin.StandInServer;
import org.linli.standin.Told;

/// One of the demo's stand-ins on a free port, with the codes by which its platform misbehaves.
public class Played implements Misbehaving, AutoCloseable {

    /// The codes of a platform for what can be wrong; 0 where it has none.
    public record Codes(long throttled, long windowClosed, long personGone, long forbidden, long badToken) {}

    protected final StandInServer server;
    private final String sending;
    private final String token;
    private final Codes codes;
    private final URI base;

    /// @param sending the path by which letters are sent
    /// @param token   the path by which tokens are asked for
    public Played(StandIn platform, Exchanges exchanges, String sending, String token, Codes codes) {
        this.server = new StandInServer(platform, 0, exchanges).start();
        this.base = server.base();
        this.sending = sending;
        this.token = token;
        this.codes = codes;
    }

    public Played(StandIn platform, String sending, String token, Codes codes) {
        this(platform, new Exchanges(Clock.systemUTC()), sending, token, codes);
    }

    public URI base() {
        return base;
    }

    /// Answers each letter with this.
    public void answers(Told told) {
        server.misbehave(sending, new Mischief.Says(told));
    }

    /// Answers each question for a token with this code.
    public void tokenAnswers(long code) {
        server.misbehave(token, new Mischief.Refuses(code));
    }

    /// What was sent, the refused included.
    public List<Asked> lettersAsked() {
        return server.asked(sending);
    }

    /// What was asked at this path, the refused included.
    public List<Asked> asked(String path) {
        return server.asked(path);
    }

    @Override
    public void behaves() {
        server.behave();
    }

    @Override
    public void refusesWith(long code) {
        server.misbehave(sending, new Mischief.Refuses(code));
    }

    @Override
    public void throttles() {
        refusesWith(codes.throttled());
    }

    @Override
    public void closesTheWindow() {
        refusesWith(codes.windowClosed());
    }

    @Override
    public void hasLostThePerson() {
        refusesWith(codes.personGone());
    }

    @Override
    public void forbids() {
        refusesWith(codes.forbidden());
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

    /// Whether it stays silent over letters now. Only who waits for nothing needs little patience: with little for all,
    /// a slow machine would make each letter uncertain.
    public boolean isSilent() {
        return server.mischief().get(sending) instanceof Mischief.Hangs;
    }

    @Override
    public void isGone() {
        server.close();
    }

    @Override
    public void refusesTheSecret() {
        tokenAnswers(40001);
    }

    @Override
    public void expiresItsToken() {
        behaves();
    }

    @Override
    public void takesNoToken() {
        refusesWith(codes.badToken());
    }

    @Override
    public int secretsTried() {
        return server.asked(token).size();
    }

    @Override
    public void close() {
        server.close();
    }
}
