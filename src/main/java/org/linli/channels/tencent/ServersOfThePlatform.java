package org.linli.channels.tencent;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.linli.platform.calling.SafeTargets;

/// Which of the addresses that a platform names is asked for a file: those of its own servers, at the port that is
/// usual there, and the very place of its interface (a gateway of ours, or a test's). Empty for all others.
///
/// @param base where the interface is
record ServersOfThePlatform(URI base) {

    private static final Set<String> DOMAINS = Set.of("qpic.cn", "qlogo.cn", "qq.com");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    /// A picture's, which came with a message. The platform writes `http://mmbiz.qpic.cn/…` and serves the same by
    /// https: nothing else is asked, whatever was written.
    Optional<URI> picture(String text) {
        return address(text)
                .flatMap(it -> isInterface(it) ? Optional.of(it) : named(it).flatMap(ServersOfThePlatform::secured));
    }

    /// A film's, which the interface answered. By the platform's page "获取临时素材" films are not served by https, and it
    /// names their server by number: `http://203.205.137.89/vweixinp.tc.qq.com/…`.
    Optional<URI> film(String text) {
        return address(text).filter(it -> isInterface(it) || named(it).isPresent() || isNumbered(it));
    }

    private static Optional<URI> address(String text) {
        try {
            URI address = new URI(text);
            return address.getHost() == null || address.getUserInfo() != null ? Optional.empty() : Optional.of(address);
        } catch (URISyntaxException no) {
            return Optional.empty();
        }
    }

    private boolean isInterface(URI it) {
        return base.getHost().equals(it.getHost())
                && base.getPort() == it.getPort()
                && base.getScheme().equals(it.getScheme());
    }

    private static Optional<URI> named(URI it) {
        boolean theirs = DOMAINS.stream()
                .anyMatch(of -> it.getHost().equals(of) || it.getHost().endsWith("." + of));
        return Optional.of(it).filter(_ -> theirs && isAtItsPort(it));
    }

    private static boolean isAtItsPort(URI it) {
        return "https".equals(it.getScheme()) && (it.getPort() == -1 || it.getPort() == 443)
                || "http".equals(it.getScheme()) && (it.getPort() == -1 || it.getPort() == 80);
    }

    private static boolean isNumbered(URI it) {
        return isAtItsPort(it)
                && NUMBER.matcher(it.getHost()).matches()
                && isPublic(it.getHost())
                && it.getRawPath().startsWith("/vweixinp.tc.qq.com/");
    }

    private static boolean isPublic(String number) {
        try {
            return SafeTargets.isPublic(InetAddress.ofLiteral(number));
        } catch (IllegalArgumentException no) {
            return false;
        }
    }

    private static Optional<URI> secured(URI it) {
        String query = it.getRawQuery();
        return address("https://" + it.getHost() + it.getRawPath() + (query == null ? "" : "?" + query));
    }
}
