package org.linli.polls.owners;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.Resident;
import org.linli.community.Residents;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Draws up who owns what at a place, and who may speak for each owner: residents of one of their homes that staff has
/// verified and that carry the name of an owner. Whoever lives elsewhere votes on paper or by proxy.
@Component
public class FindOwners {

    private final Parcels parcels;
    private final Residents residents;

    FindOwners(Parcels parcels, Residents residents) {
        this.parcels = parcels;
        this.residents = residents;
    }

    /// Each once. Never empty; the list may be.
    public Mono<List<Owner>> at(Place place, CommunityMap map) {
        return Mono.zip(
                        parcels.of(map.id())
                                .filter(it -> map.place(it.room())
                                        .filter(room -> map.isWithin(room, place.id()))
                                        .isPresent())
                                .collectList(),
                        verified(place, map))
                .map(found -> owners(found.getT1(), found.getT2()));
    }

    private Mono<List<Resident>> verified(Place place, CommunityMap map) {
        return residents.ofPlace(map.id(), place).filter(Resident::verified).collectList();
    }

    private static List<Owner> owners(List<Parcel> parcels, List<Resident> verified) {
        Map<String, List<Parcel>> byOwner = new LinkedHashMap<>();
        parcels.forEach(it ->
                byOwner.computeIfAbsent(it.owner(), _ -> new ArrayList<>()).add(it));
        return byOwner.values().stream()
                .map(own -> Owner.of(
                        own,
                        verified.stream()
                                .filter(person -> own.stream().anyMatch(it -> isOwner(person, it)))
                                .map(Resident::id)
                                .collect(Collectors.toSet())))
                .toList();
    }

    private static boolean isOwner(Resident person, Parcel parcel) {
        String name = person.name();
        return parcel.room().equals(person.home())
                && name != null
                && parcel.names().contains(name);
    }
}
