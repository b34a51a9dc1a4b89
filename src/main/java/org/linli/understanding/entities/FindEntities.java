package org.linli.understanding.entities;

import java.time.LocalDateTime;
import org.linli.understanding.Entities;

/// Finds what a message names. Pure; never fails, whatever the text.
public final class FindEntities {

    private FindEntities() {}

    /// @param now local time, for "since yesterday"
    public static Entities in(String said, LocalDateTime now) {
        String text = CleanText.of(said);
        var place = PlacesLately.in(said, _ -> FindPlace.in(text));
        return new Entities(
                place.building(),
                place.unit(),
                place.room(),
                place.floor(),
                FindPhone.in(text),
                FindTime.in(text, now.withSecond(0).withNano(0)),
                FindPlate.in(said),
                FindAmount.in(text));
    }

    /// Building, unit, floor and room only.
    public static Entities placesIn(String said) {
        var place = PlacesLately.in(said, it -> FindPlace.in(CleanText.of(it)));
        return new Entities(place.building(), place.unit(), place.room(), place.floor(), null, null);
    }
}
