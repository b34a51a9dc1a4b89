package org.linli.channels.wecom;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.linli.channels.contract.Played;
import org.linli.standin.Asked;
import org.linli.standin.CallUs;
import org.linli.standin.Exchanges;
import org.linli.standin.wecom.Keys;
import org.linli.standin.wecom.WecomStandIn;

/// The demo's stand-in for WeCom on a free port, which misbehaves in one way at a time. `zhou` belongs to it.
public class StandInWecom extends Played {

    private static final String NOBODY = "http://127.0.0.1:1";
    private static final Codes CODES = new Codes(45009, 95018, 81013, 48002, 42001);

    private final WecomStandIn platform;

    /// @param sending the path by which messages are sent
    public StandInWecom(String sending) {
        this(sending, played(Clock.systemUTC()));
    }

    /// @param clock of the platform
    public StandInWecom(String sending, Clock clock) {
        this(sending, played(clock));
    }

    private StandInWecom(String sending, WecomStandIn platform) {
        super(platform, sending, "/cgi-bin/gettoken", CODES);
        this.platform = platform;
    }

    private static WecomStandIn played(Clock clock) {
        var exchanges = new Exchanges(Clock.systemUTC());
        var us = new CallUs("wecom", () -> URI.create(NOBODY), exchanges, Duration.ofSeconds(1), 1);
        var keys = new Keys(
                WecomCalls.CORP,
                "desk",
                WecomCalls.AGENT,
                WecomCalls.SECRET,
                WecomCalls.APP,
                "helper",
                WecomCalls.BOT,
                WecomCalls.ROBOT);
        return new WecomStandIn(keys, Map.of("zhou", "周阿姨"), us, () -> URI.create(NOBODY), clock);
    }

    public WecomStandIn platform() {
        return platform;
    }

    public List<Asked> sent() {
        return lettersAsked();
    }

    @Override
    public void expiresItsToken() {
        super.expiresItsToken();
        platform.expireToken();
    }
}
