package org.linli.cases.joining;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.community.CommunityMap;
import org.linli.community.Place;

/// Who may join what: those who live in the building, or in the compound around it. A number can be guessed; a home
/// cannot.
public final class OfThere {

    private OfThere() {}

    /// @param home `null` where it is not known; then nobody is of there
    /// @param spot of the case; empty where it has no place
    public static boolean isOf(CommunityMap map, @Nullable String home, String spot) {
        var lives = home == null ? Optional.<Place>empty() : map.place(home);
        return lives.isPresent()
                && map.place(spot).stream()
                        .flatMap(place -> map.path(place).stream())
                        .filter(it -> it.id().equals(spot) || it.kind() == Place.Kind.COMPOUND)
                        .anyMatch(around -> map.isWithin(lives.get(), around.id()));
    }

    /// Buildings and named spots whose cases concern whoever lives there, the own building first.
    static List<String> spots(CommunityMap map, @Nullable String home) {
        var lives = home == null ? Optional.<Place>empty() : map.place(home);
        return lives.stream()
                .flatMap(place -> map.places().stream()
                        .filter(it -> it.kind() == Place.Kind.BUILDING || it.kind() == Place.Kind.SPOT)
                        .filter(it -> isOf(map, place.id(), it.id()))
                        .sorted(Comparator.comparing(it -> !map.isWithin(place, it.id()))))
                .map(Place::id)
                .toList();
    }
}
