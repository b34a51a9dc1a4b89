package org.linli.platform.calling;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Where hooks may lead: by https, and into no network that only we can reach. Otherwise whoever manages hooks could
/// make this server call others beside it.
///
/// The address is looked up once and then called by its number, so that a name cannot mean something else meanwhile.
@Component
public class SafeTargets {

    private final boolean toThisMachine;

    /// @param toThisMachine whether hooks may lead here, also by http: to try them
    SafeTargets(@Value("${linli.open311.hookstothismachine:${linli.demo}}") boolean toThisMachine) {
        this.toThisMachine = toThisMachine;
    }

    /// Whether it has a form that may be called. What its name leads to is known only when it is called.
    public boolean mayBe(URI url) {
        String host = url.getHost();
        return host != null
                && url.getUserInfo() == null
                && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()) && isHere(host));
    }

    /// What to connect to. Signals [UnknownHostException] for a name that leads nowhere, or nowhere allowed. Never
    /// empty.
    Mono<InetSocketAddress> resolve(URI url) {
        return Mono.fromCallable(() -> find(url)).subscribeOn(Schedulers.boundedElastic());
    }

    private InetSocketAddress find(URI url) throws UnknownHostException {
        if (!mayBe(url)) {
            throw new UnknownHostException("a hook leads where it may not");
        }
        String host = url.getHost().replaceAll("^\\[|]$", "");
        var found = InetAddress.getAllByName(host);
        if (!Arrays.stream(found).allMatch(it -> isAllowed(it))) {
            throw new UnknownHostException("a hook leads where it may not");
        }
        int port = url.getPort() > 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
        return new InetSocketAddress(InetAddress.getByAddress(host, found[0].getAddress()), port);
    }

    private boolean isAllowed(InetAddress address) {
        return isPublic(address) || toThisMachine && address.isLoopbackAddress();
    }

    private boolean isHere(String host) {
        return toThisMachine && (host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]"));
    }

    /// Whether it is of the public net. Beside what Java knows: shared addresses of providers, networks for tests and
    /// documentation, unique local ones of IPv6, IPv4 within IPv6.
    public static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? isPublicV4(bytes) : isPublicV6(bytes);
    }

    private static boolean isPublicV4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return !(first == 0
                || first >= 240
                || first == 100 && second >= 64 && second < 128
                || first == 198 && (second == 18 || second == 19)
                || first == 192 && second == 0);
    }

    /// Only 2000::/3 is given to anybody; in it, 2002::/16 and 2001::/32 carry an IPv4 address.
    private static boolean isPublicV6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        return first >= 0x2000 && first < 0x4000 && first != 0x2002 && !(first == 0x2001 && second == 0);
    }
}
