package org.linli.platform.traces;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetSocketAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.platform.signing.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;

/// What looks like trying doors: counted as `linli.refusals` by kind, and told in the log once a minute of each. With
/// the pattern of the address and a print of who asks: ids, secrets and addresses stay out of it.
///
/// Nobody is woken by it. A link may be old, and a program may be eager.
@Component
public class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    /// For staff and programs alone. Where anybody comes in, links hold what nobody guesses, and scanners ask all day.
    private static final Set<String> INSIDE = Set.of("/desk/", "/api/");

    private static final int PRINT_BYTES = 8;

    private final OnceAMinute first = new OnceAMinute();
    private final MeterRegistry meters;

    public Refusals(MeterRegistry meters) {
        this.meters = meters;
    }

    /// By which lines about one address are found.
    public static String print(@Nullable InetSocketAddress remote) {
        return remote == null ? "" : Sha256.hex(remote.getHostString(), PRINT_BYTES);
    }

    /// One thing was asked for that is not there, or is not theirs: which of both, nobody is told.
    public void notThere(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        String pattern =
                exchange.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof PathPattern known
                        ? known.getPatternString()
                        : "";
        if (pattern.contains("{") && INSIDE.stream().anyMatch(pattern::startsWith)) {
            count("not_there");
            String who = print(request.getRemoteAddress());
            if (first.isFirst(pattern + ' ' + who)) {
                LOG.info(
                        "{} {} asks for what is not there or not theirs, from {}; more of it is counted only",
                        request.getMethod(),
                        pattern,
                        who);
            }
        }
    }

    /// @param turn what was done too often
    /// @param who  the id of a key, or a print
    public void tooMany(String turn, String who) {
        count("too_many");
        if (first.isFirst(turn + ' ' + who)) {
            LOG.info("too many calls a minute ({}), refused unread, of {}; more of it is counted only", turn, who);
        }
    }

    /// A call came by http to a proxy although we are reached by https: a mistake of whoever sends it, or of a proxy
    /// that
    /// says so of all calls.
    ///
    /// @param who a print
    public void openly(String who) {
        count("open");
        if (first.isFirst("openly " + who)) {
            LOG.warn(
                    "a call came by http, as X-Forwarded-Proto says, and is refused unread, from {}; more of it is counted only",
                    who);
        }
    }

    private void count(String kind) {
        meters.counter("linli.refusals", "kind", kind).increment();
    }
}
