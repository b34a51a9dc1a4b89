package org.linli.polls.alarms;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.polls.Seals.Seal;
import org.linli.polls.Whence.Kind;

/// What hashed sources of one vote stand for, found by hashing what is known: flats and staff, never a network address.
/// Pure.
///
/// @param names by what they are hashed to
public record NameSource(Map<String, String> names) {

    /// Once the secret was destroyed.
    public static final NameSource NONE = new NameSource(Map.of());

    static NameSource of(CommunityMap map, Seal seal) {
        var flats = map.places().stream()
                .filter(it -> it.kind() == Place.Kind.ROOM)
                .map(it -> Map.entry(seal.trace(Kind.HOUSEHOLD.name(), it.id()), map.display(it)));
        var staff = map.staff().stream().map(it -> Map.entry(seal.trace(Kind.PERSON.name(), it.id()), it.name()));
        return new NameSource(Stream.concat(flats, staff)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one)));
    }

    /// Empty where nobody can tell.
    public String name(Alarm it) {
        return names.getOrDefault(it.source(), "");
    }

    /// Who it is is nobody's business who reads logs.
    @Override
    public String toString() {
        return "NameSource[]";
    }
}
