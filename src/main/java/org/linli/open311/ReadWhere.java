package org.linli.open311;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.cases.SpokenTime;
import org.linli.community.CommunityMap;
import org.linli.community.Located;
import org.linli.community.Place;
import org.linli.understanding.NameEntities;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/// Reads where a request is: by the id of a place, by an address in words, by a point on the map, the first of them
/// that says it.
@Component
class ReadWhere {

    private static final int LONGEST_ADDRESS = 200;

    /// @param place  `null` where only the words say it
    /// @param detail the address in words; may be empty
    record Where(@Nullable Place place, String detail) {}

    private final NameEntities entities;
    private final Clock clock;

    ReadWhere(NameEntities entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /// @throws Refused where it lies outside, or nothing was said of where
    Where read(MultiValueMap<String, String> fields, CommunityMap map) {
        String id = ReadSubmitted.first(fields, "address_id");
        String address = ReadSubmitted.first(fields, "address_string");
        if (address.length() > LONGEST_ADDRESS) {
            throw Refused.badRequest("address_string is longer than 200 characters");
        }
        if (!id.isEmpty()) {
            var place = map.openPlace(id).orElseThrow(() -> Refused.badRequest("address_id is not known"));
            return new Where(place, address);
        }
        String lat = ReadSubmitted.first(fields, "lat");
        String lon = ReadSubmitted.first(fields, "long");
        if (address.isEmpty() && (lat.isEmpty() || lon.isEmpty())) {
            throw Refused.badRequest("a location was not provided: lat and long, address_string or address_id");
        }
        var named = address.isEmpty() ? null : named(address, map);
        if (named != null) {
            return named;
        }
        return lat.isEmpty() || lon.isEmpty() ? new Where(null, address) : near(lat, lon, address, map);
    }

    private @Nullable Where named(String address, CommunityMap map) {
        var said = entities.in(address, LocalDateTime.ofInstant(clock.instant(), SpokenTime.ZONE));
        var context = map.locateByWords(address) instanceof Located.Found(Place spot, String _) ? spot : null;
        if (said.building() != null
                && map.locate(said.building(), said.unit(), null, context)
                        instanceof Located.Found(Place place, String _)) {
            return new Where(place, address);
        }
        return context == null ? null : new Where(context, address);
    }

    private static Where near(String lat, String lon, String address, CommunityMap map) {
        var here = new Wgs84(degrees(lat, 90), degrees(lon, 180)).shifted();
        return switch (map.locateNear(here)) {
            case Located.Found(Place place, String _) -> new Where(place, address);
            case Located.Ambiguous(List<Place> nearest) -> new Where(nearest.getFirst(), address);
            case Located.NoSuchBuilding _, Located.NothingSaid _ -> outside(address);
        };
    }

    private static Where outside(String address) {
        if (address.isEmpty()) {
            throw Refused.badRequest("the location is not in this jurisdiction");
        }
        return new Where(null, address);
    }

    static double degrees(String text, double most) {
        try {
            double degrees = Double.parseDouble(text);
            if (Math.abs(degrees) <= most) {
                return degrees;
            }
        } catch (NumberFormatException notANumber) {
            throw Refused.badRequest("lat and long have to be decimal degrees");
        }
        throw Refused.badRequest("lat and long have to be decimal degrees");
    }
}
