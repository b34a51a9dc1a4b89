package org.linli.community;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.channels.webchat.Room;
import org.linli.channels.webchat.Room.Speaker;
import org.linli.channels.webchat.Rooms;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Shows the community's groups to the web chat: who lives there may speak, and the staff responsible for it.
///
/// A unit's own group can be opened too, by the unit's id. Groups of a community that is not made up stay closed:
/// whoever opened one could read it and speak as anybody in it.
@Component
class WebchatRooms implements Rooms {

    private static final ChannelId WEBCHAT = new ChannelId("webchat");

    private final Communities communities;
    private final Residents residents;

    WebchatRooms(Communities communities, Residents residents) {
        this.communities = communities;
        this.residents = residents;
    }

    @Override
    public Flux<Neighbourhood> neighbourhoods() {
        return communities.all().map(map -> new Neighbourhood(map.id(), map.name()));
    }

    @Override
    public Mono<Room> group(String code) {
        return communities
                .all()
                .filter(CommunityMap::isMadeUp)
                .concatMap(map -> Mono.justOrEmpty(map.group(code))
                        .filter(group -> group.address().channel().equals(WEBCHAT))
                        .flatMap(group -> ofResidents(map, group))
                        .switchIfEmpty(Mono.defer(() -> Mono.justOrEmpty(ofStaff(map, code)))))
                .next();
    }

    private Mono<Room> ofResidents(CommunityMap map, Group group) {
        var place = Mono.justOrEmpty(map.place(group.place()));
        return place.flatMapMany(it -> residents.ofPlace(map.id(), it))
                .concatMap(this::speaker)
                .concatWith(Flux.fromStream(() -> responsible(map, group.place())))
                .collectList()
                .map(speakers -> new Room(map.id(), group.code(), group.name(), group.address(), speakers));
    }

    private Mono<Speaker> speaker(Resident resident) {
        return residents
                .addresses(resident.community(), resident.id())
                .filter(it -> it.channel().equals(WEBCHAT))
                .next()
                .map(it -> new Speaker(
                        it.id(), Optional.ofNullable(resident.name()).orElse(resident.id())));
    }

    private static Stream<Speaker> responsible(CommunityMap map, String place) {
        Set<String> above = map.place(place).stream()
                .flatMap(it -> map.path(it).stream())
                .map(Place::id)
                .collect(Collectors.toSet());
        return map.units().stream()
                .filter(unit -> unit.places().stream().anyMatch(above::contains))
                .flatMap(unit -> members(map, unit));
    }

    private static Stream<Speaker> members(CommunityMap map, Unit unit) {
        return map.staffOf(unit.id()).stream()
                .flatMap(member -> Optional.ofNullable(member.chat()).stream()
                        .filter(WebchatRooms::isPersonHere)
                        .map(chat -> new Speaker(chat.id(), member.name() + " · " + unit.name())));
    }

    private static Optional<Room> ofStaff(CommunityMap map, String id) {
        return map.unit(id)
                .flatMap(unit -> Optional.ofNullable(unit.chat())
                        .filter(chat -> chat.channel().equals(WEBCHAT) && chat.isGroup())
                        .map(chat -> new Room(
                                map.id(),
                                unit.id(),
                                unit.name(),
                                chat,
                                members(map, unit).toList())));
    }

    private static boolean isPersonHere(Address chat) {
        return chat.channel().equals(WEBCHAT) && !chat.isGroup();
    }
}
