package org.linli.outbox;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.linli.platform.database.CommunityId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which way comes first, and which letters.
///
/// @param ways   the order in which ways are tried, the cheapest first; one that is not named comes after all that are
/// @param orders another order for a community, by its id; what it does not name is not used there. The community's
///               administrators may reorder what is left, see [org.linli.channels.PreferredWays]
/// @param urgent letters whose template's name contains one of these words leave before all others
/// @param bulk   and these after all others
@ConfigurationProperties("linli.outbox")
record OutboxSettings(
        @DefaultValue({
            "wechat.service",
            "wechat.subscription",
            "wechat.once",
            "wechat.template",
            "wechat.mass",
            "wecom.bot",
            "wecom.app",
            "wecom-kf.service",
            "wecom-bot.robot",
            "wecom.robot",
            "wecom-group.appchat",
            "wecom-group.task",
            "xmpp.person",
            "xmpp.room"
        })
        List<String> ways,

        @DefaultValue Map<String, List<String>> orders,
        @DefaultValue("emergency") List<String> urgent,
        @DefaultValue("notice") List<String> bulk) {

    private static final String WAY = "[a-z][a-z-]*\\.[a-z][a-z-]*";

    OutboxSettings {
        check("linli.outbox.ways", ways);
        orders.forEach((community, order) -> check("linli.outbox.orders." + community, order));
        orders = Map.copyOf(orders);
    }

    List<String> usual(CommunityId community) {
        return orders.getOrDefault(community.value(), ways);
    }

    /// The usual ways in the order that was chosen; what it does not name comes after, as usual.
    List<String> after(CommunityId community, List<String> chosen) {
        var usual = usual(community);
        return Stream.concat(chosen.stream().filter(usual::contains), usual.stream())
                .distinct()
                .toList();
    }

    /// As stored: 0 before 1 before 2.
    int urgency(String template) {
        return contains(template, urgent) ? 0 : contains(template, bulk) ? 2 : 1;
    }

    private static boolean contains(String template, List<String> words) {
        return words.stream().anyMatch(template::contains);
    }

    private static void check(String name, List<String> order) {
        var seen = new HashSet<String>();
        for (String way : order) {
            if (!way.matches(WAY)) {
                throw new IllegalArgumentException(
                        "%s: '%s' is no way (expected: like wechat.template)".formatted(name, way));
            }
            if (!seen.add(way)) {
                throw new IllegalArgumentException("%s: '%s' twice (expected: each once)".formatted(name, way));
            }
        }
    }
}
