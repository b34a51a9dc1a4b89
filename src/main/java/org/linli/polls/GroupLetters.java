package org.linli.polls;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.linli.channels.Address;
import org.linli.community.CommunityMap;
import org.linli.community.Group;
import org.linli.outbox.Letter;

/// The same letter to each group that is asked: pure.
final class GroupLetters {

    private GroupLetters() {}

    /// @param which tells letters of one template about one poll apart; empty where there is one
    static List<Letter> to(Poll poll, CommunityMap map, String template, String which, Map<String, String> facts) {
        return map.groups().stream()
                .filter(group -> isAsked(poll, group, map))
                .map(Group::address)
                .distinct()
                .map(to -> new Letter(
                        poll.community(),
                        "%s/%s/%s%s".formatted(template, poll.id(), print(to), which),
                        to,
                        template,
                        facts))
                .toList();
    }

    private static boolean isAsked(Poll poll, Group group, CommunityMap map) {
        String only = poll.electorate().group();
        return only.isEmpty()
                ? map.place(group.place())
                        .filter(place -> map.isWithin(place, poll.electorate().place()))
                        .isPresent()
                : group.code().equals(only);
    }

    /// The address itself is personal, so not in the key.
    private static UUID print(Address address) {
        return UUID.nameUUIDFromBytes(address.text().getBytes(StandardCharsets.UTF_8));
    }
}
