package org.linli.postroom;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.linli.channels.Account;
import org.linli.channels.Address;
import org.linli.channels.Audiences;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.Residents;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Whom one message can be for: all with a tag of the platform's, or all who live in a place.
///
/// Methods that ask the platform signal [org.linli.channels.SendFailure].
@Component
public class ManyPeople {

    private static final Set<Place.Kind> CHOSEN_AS_A_WHOLE = EnumSet.of(
            Place.Kind.COMMUNITY, Place.Kind.GRID, Place.Kind.COMPOUND, Place.Kind.BUILDING, Place.Kind.UNIT);
    private static final String TAG = "tag-";
    private static final String PLACE = "place-";

    /// Some people, as they are now.
    ///
    /// @param chosen as a form names them: `tag-7`, `place-b3`
    /// @param name   of the tag or the place
    /// @param to     where a letter to them goes
    public record Many(String chosen, String name, Address to, long people) {}

    private final ObjectProvider<Audiences> audiences;
    private final Residents residents;

    ManyPeople(ObjectProvider<Audiences> audiences, Residents residents) {
        this.audiences = audiences;
        this.residents = residents;
    }

    /// Empty where the account's platform knows no messages to many.
    public Optional<Audiences> reachedBy(Account account) {
        return audiences.stream()
                .filter(it -> it.channel().equals(account.channel()))
                .findFirst();
    }

    /// Those that can be chosen, in the map's order.
    public static List<Place> places(CommunityMap map) {
        return map.places().stream()
                .filter(it -> CHOSEN_AS_A_WHOLE.contains(it.kind()))
                .toList();
    }

    /// Empty where there are no such people (any more).
    public Mono<Many> find(Account account, CommunityMap map, String chosen) {
        return Mono.justOrEmpty(reachedBy(account))
                .flatMap(by -> chosen.startsWith(TAG)
                        ? tagged(by, account, chosen)
                        : livingIn(map, chosen).flatMap(place -> of(by, account, map, place)));
    }

    /// Makes sure that a letter to them reaches those of now. Signals `CONTENT_REFUSED` where they are too few or too
    /// many.
    public Mono<Address> settle(Account account, CommunityMap map, Many many) {
        return Mono.justOrEmpty(reachedBy(account))
                .flatMap(by -> livingIn(map, many.chosen())
                        .flatMap(place ->
                                people(account, map, place).flatMap(people -> by.list(account, list(place), people))))
                .defaultIfEmpty(many.to());
    }

    /// Those who live there. Empty where there is no such place to be chosen; the list may be empty.
    public Mono<List<Address>> living(Account account, CommunityMap map, String chosen) {
        return livingIn(map, chosen).flatMap(place -> people(account, map, place));
    }

    private static Mono<Many> tagged(Audiences by, Account account, String chosen) {
        return by.tags(account)
                .filter(it -> chosen.equals(TAG + it.id()))
                .next()
                .map(it -> new Many(chosen, it.name(), by.tagged(account, it.id()), it.people()));
    }

    private Mono<Many> of(Audiences by, Account account, CommunityMap map, Place place) {
        return people(account, map, place)
                .map(people -> new Many(
                        PLACE + place.id(), map.display(place), by.listed(account, list(place)), people.size()));
    }

    private Mono<List<Address>> people(Account account, CommunityMap map, Place place) {
        return residents
                .reachedFrom(map, place, account.channel() + ":" + account.id())
                .collectList();
    }

    private static Mono<Place> livingIn(CommunityMap map, String chosen) {
        return Flux.fromIterable(places(map))
                .filter(it -> chosen.equals(PLACE + it.id()))
                .next();
    }

    private static String list(Place place) {
        return PLACE + place.id();
    }
}
