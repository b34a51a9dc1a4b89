package org.linli.polls.alarms;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.StaffMember;
import org.linli.polls.Seals.Seal;
import org.linli.polls.Whence.Kind;

/// Finds what a hashed source stands for by hashing what is known: flats and staff, never a network address. Pure.
record NameSource(CommunityMap map, Seal seal) {

    /// Whether this is worth telling: a place that is no flat is a building in which many live.
    boolean isOne(Alarm it) {
        return it.kind() != Kind.HOUSEHOLD || !name(it).isEmpty();
    }

    /// Empty where nobody can tell.
    String name(Alarm it) {
        return switch (it.kind()) {
            case ADDRESS, DEVICE -> "";
            case HOUSEHOLD ->
                found(
                        it,
                        map.places().stream().filter(place -> place.kind() == Place.Kind.ROOM),
                        Place::id,
                        map::display);
            case PERSON -> found(it, map.staff().stream(), StaffMember::id, StaffMember::name);
        };
    }

    private <T> String found(Alarm it, Stream<T> all, Function<T, String> id, Function<T, String> name) {
        Optional<T> one = all.filter(
                        other -> seal.trace(it.kind().name(), id.apply(other)).equals(it.source()))
                .findFirst();
        return one.map(name).orElse("");
    }
}
