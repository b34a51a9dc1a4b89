package org.linli.openness.web;

import java.util.List;
import org.linli.community.CommunityMap;
import org.linli.openness.PublicList.Item;
import org.linli.web.atom.AtomFeed;

/// The public list as a feed.
final class Feed {

    private Feed() {}

    /// @param address of the list
    static String of(CommunityMap map, String address, List<Item> items) {
        String id = "urn:linli:" + map.id();
        return new AtomFeed(
                        id,
                        map.name(),
                        map.name(),
                        address,
                        address + "/feed.xml",
                        items.stream().map(it -> entry(id, address, it)).toList())
                .xml();
    }

    private static AtomFeed.Entry entry(String id, String address, Item it) {
        return new AtomFeed.Entry(
                id + ":" + it.number(),
                (it.where() + " " + it.what() + " " + it.state()).strip(),
                address + "#" + it.number(),
                it.openedAt(),
                it.changedAt(),
                it.words());
    }
}
