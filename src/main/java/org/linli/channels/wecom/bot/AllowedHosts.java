package org.linli.channels.wecom.bot;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.linli.channels.wecom.WecomSettings;
import org.springframework.stereotype.Component;

/// Which of the addresses that come with messages we call: those of the platform's, and no other.
@Component
class AllowedHosts {

    private final List<String> hosts;
    private final List<String> fileHosts;

    AllowedHosts(WecomSettings settings) {
        this.hosts = settings.hosts();
        this.fileHosts = settings.fileHosts();
    }

    /// Where an answer may be posted; empty where the text is no address, or one of somebody else's.
    Optional<URI> answer(WecomBot bot, String text) {
        return address(text).filter(it -> isOf(bot, it) || isSafe(it) && hosts.contains(it.getHost()));
    }

    /// Where a file may be fetched.
    Optional<URI> file(WecomBot bot, String text) {
        return address(text)
                .filter(it ->
                        isOf(bot, it) || isSafe(it) && fileHosts.stream().anyMatch(host -> covers(host, it.getHost())));
    }

    private static Optional<URI> address(String text) {
        try {
            URI address = new URI(text.strip());
            return address.getHost() != null && address.getUserInfo() == null ? Optional.of(address) : Optional.empty();
        } catch (java.net.URISyntaxException no) {
            return Optional.empty();
        }
    }

    private static boolean isSafe(URI address) {
        return "https".equals(address.getScheme()) && (address.getPort() == -1 || address.getPort() == 443);
    }

    /// The very place where the corporation's interface is: a gateway of ours, or a test's.
    private static boolean isOf(WecomBot bot, URI address) {
        URI base = bot.apiBase();
        return base.getScheme().equals(address.getScheme())
                && base.getHost().equals(address.getHost())
                && base.getPort() == address.getPort();
    }

    private static boolean covers(String host, String asked) {
        return host.startsWith(".") ? asked.endsWith(host) : asked.equals(host);
    }
}
