package org.linli.outbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.linli.channels.Channel;
import org.linli.channels.ChannelId;
import org.linli.channels.PreferredWays;
import org.linli.channels.Way;
import org.linli.platform.database.CommunityId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The ways of all channels, in the order in which they are tried.
@Component
class Ways {

    private final Map<ChannelId, List<Way>> ways;
    private final OutboxSettings settings;
    private final PreferredWays preferred;

    Ways(ObjectProvider<Channel> channels, ObjectProvider<Way> ways, OutboxSettings settings, PreferredWays preferred) {
        var declared = ways.stream().toList();
        this.settings = settings;
        this.preferred = preferred;
        this.ways = byChannel(channels.stream().toList(), declared);
        checkNames(declared);
    }

    private static Map<ChannelId, List<Way>> byChannel(List<Channel> channels, List<Way> declared) {
        var all = new HashMap<>(declared.stream().collect(groupingBy(Way::channel)));
        channels.forEach(it -> all.putIfAbsent(it.id(), List.of(new PlainWay(it))));
        return Map.copyOf(all);
    }

    /// Empty when nobody serves the channel, or when the community wants none of its ways.
    List<Way> of(CommunityId community, ChannelId channel) {
        var order = order(community);
        return ways.getOrDefault(channel, List.of()).stream()
                .filter(it -> it instanceof PlainWay || order.contains(it.id()) || !isOrdered(community))
                .sorted(by(order))
                .toList();
    }

    /// Of two ways of different channels, the one with the smaller place is the cheaper; a plain one costs nothing.
    int place(CommunityId community, Way way) {
        var order = order(community);
        int at = order.indexOf(way.id());
        return way instanceof PlainWay ? -1 : at < 0 ? order.size() : at;
    }

    private List<String> order(CommunityId community) {
        return settings.after(community, preferred.of(community));
    }

    private boolean isOrdered(CommunityId community) {
        return settings.orders().containsKey(community.value());
    }

    /// The channels on which a letter that did not arrive by one way may arrive by another.
    Set<String> choosing() {
        return ways.entrySet().stream()
                .filter(it -> it.getValue().size() > 1)
                .map(it -> it.getKey().value())
                .collect(toSet());
    }

    private static Comparator<Way> by(List<String> order) {
        Function<Way, Integer> place = way -> {
            int at = order.indexOf(way.id());
            return at < 0 ? order.size() : at;
        };
        return Comparator.comparing(place).thenComparing(Way::id);
    }

    /// An order that names a way which nobody declares would silently put it last, or leave letters lying.
    private void checkNames(List<Way> declared) {
        var known = declared.stream().map(Way::id).collect(toCollection(TreeSet::new));
        checkNames("linli.outbox.ways", settings.ways(), known);
        settings.orders().forEach((community, order) -> checkNames("linli.outbox.orders." + community, order, known));
    }

    private static void checkNames(String name, List<String> order, Set<String> known) {
        order.stream().filter(way -> !known.contains(way)).findFirst().ifPresent(way -> {
            throw new IllegalArgumentException(
                    "%s: there is no way '%s' (known: %s)".formatted(name, way, String.join(", ", known)));
        });
    }
}
