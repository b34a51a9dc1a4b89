package org.linli.community;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The scene of the code that hangs at a place: whoever scans it lives there.
public final class Doorplate {

    private static final String BEGIN = "home-";

    private Doorplate() {}

    /// Empty for places that nobody lives at.
    public static Optional<String> scene(Place place) {
        return isHome(place) && place.id().matches("[A-Za-z0-9-]{1,59}")
                ? Optional.of(BEGIN + place.id())
                : Optional.empty();
    }

    /// Empty for a scene that is not ours, or of a place that is no more.
    public static Optional<Place> place(CommunityMap map, @Nullable String scene) {
        return scene == null || !scene.startsWith(BEGIN)
                ? Optional.empty()
                : map.openPlace(scene.substring(BEGIN.length())).filter(Doorplate::isHome);
    }

    private static boolean isHome(Place place) {
        return switch (place.kind()) {
            case COMPOUND, BUILDING, UNIT, ROOM -> true;
            case STREET, COMMUNITY, GRID, SPOT -> false;
        };
    }
}
