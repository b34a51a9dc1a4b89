package org.linli.web.groups;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.linli.channels.Address;
import org.linli.channels.InternalGroups;
import org.linli.community.CommunityMap;
import org.linli.community.Unit;
import org.linli.community.UnitChatMade;
import org.linli.community.UnitChats;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Makes a group of a unit's staff, in which they are told of their cases from then on.
@Service
public class MakeUnitGroup {

    private final ObjectProvider<InternalGroups> platforms;
    private final UnitChats chats;

    MakeUnitGroup(ObjectProvider<InternalGroups> platforms, UnitChats chats) {
        this.platforms = platforms;
        this.chats = chats;
    }

    /// Where letters to it go. Asked twice, it is the same group. Empty where the unit has one, or no platform makes
    /// any. Signals [org.linli.channels.SendFailure] where the platform makes none of these people.
    public Mono<Address> of(CommunityMap map, Unit unit) {
        List<Address> people = map.addressesOfStaff(unit.id());
        String key = map.id().value() + "/unit/" + unit.id();
        return Mono.justOrEmpty(platform(map, people))
                .filter(_ -> unit.chat() == null)
                .flatMap(it -> it.make(map.id(), key, unit.name(), people))
                .delayUntil(chat -> chats.made(new UnitChatMade(map.id(), unit.id(), chat)));
    }

    /// How many of its staff a new group would have.
    int within(CommunityMap map, Unit unit) {
        List<Address> people = map.addressesOfStaff(unit.id());
        return platform(map, people).map(it -> it.within(map.id(), people)).orElse(0);
    }

    /// The one that reaches most of them.
    private Optional<InternalGroups> platform(CommunityMap map, List<Address> people) {
        return platforms.orderedStream().max(Comparator.comparingInt(it -> it.within(map.id(), people)));
    }
}
