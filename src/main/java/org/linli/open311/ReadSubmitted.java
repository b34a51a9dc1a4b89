package org.linli.open311;

import static java.util.stream.Collectors.toCollection;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.cases.SpokenTime;
import org.linli.community.CommunityMap;
import org.linli.community.Located;
import org.linli.community.Place;
import org.linli.keys.Secret;
import org.linli.understanding.NameEntities;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/// Reads the fields of a create call. Names, e-mail, device and account are not read, so that they are not kept.
@Component
public class ReadSubmitted {

    /// Of the specification.
    static final int LONGEST_DESCRIPTION = 4_000;

    private static final int LONGEST_ADDRESS = 200;
    private static final int LONGEST_LINK = 2_000;
    private static final int MOST_PICTURES = 9;

    private record Where(@Nullable Place place, String detail) {}

    private final Services services;
    private final Attributes attributes;
    private final NameEntities entities;
    private final Clock clock;

    ReadSubmitted(Services services, Attributes attributes, NameEntities entities, Clock clock) {
        this.services = services;
        this.attributes = attributes;
        this.entities = entities;
        this.clock = clock;
    }

    /// @param repeat what the client calls this call by when it repeats it; empty: the fields themselves
    /// @throws Refused where something is missing or cannot be read
    public Submitted read(MultiValueMap<String, String> fields, String repeat, CommunityMap map) {
        String service = service(fields);
        var where = where(fields, map);
        String description = first(fields, "description");
        if (description.length() > LONGEST_DESCRIPTION) {
            throw Refused.badRequest("description is longer than 4000 characters");
        }
        String phone = first(fields, "phone");
        return new Submitted(
                service,
                where.place(),
                where.detail(),
                description,
                attributes.answers(service, fields),
                phone.isEmpty() || phone.length() > 30 ? null : phone,
                media(fields),
                fingerprint(fields, repeat));
    }

    private String service(MultiValueMap<String, String> fields) {
        String code = first(fields, "service_code");
        if (code.isEmpty()) {
            throw Refused.badRequest("service_code was not provided");
        }
        return services.find(code)
                .orElseThrow(() -> Refused.notFound("service_code was not found"))
                .code();
    }

    private Where where(MultiValueMap<String, String> fields, CommunityMap map) {
        String id = first(fields, "address_id");
        String address = first(fields, "address_string");
        if (address.length() > LONGEST_ADDRESS) {
            throw Refused.badRequest("address_string is longer than 200 characters");
        }
        if (!id.isEmpty()) {
            var place = map.place(id).orElseThrow(() -> Refused.badRequest("address_id is not known"));
            return new Where(place, address);
        }
        String lat = first(fields, "lat");
        String lon = first(fields, "long");
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

    private static double degrees(String text, double most) {
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

    /// @throws Refused
    public static List<String> media(MultiValueMap<String, String> fields) {
        var given = Stream.of("media_url", "media_urls")
                .flatMap(name -> fields.getOrDefault(name, List.of()).stream())
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
        if (given.size() > MOST_PICTURES || !given.stream().allMatch(ReadSubmitted::isLink)) {
            throw Refused.badRequest("media_url has to be up to nine http or https addresses");
        }
        return given;
    }

    private static boolean isLink(String text) {
        try {
            var link = URI.create(text);
            return text.length() <= LONGEST_LINK
                    && link.getHost() != null
                    && List.of("http", "https").contains(String.valueOf(link.getScheme()));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    /// The same for the same call, whatever the key.
    public static String fingerprint(MultiValueMap<String, String> fields, String repeat) {
        if (!repeat.isEmpty()) {
            return Secret.print(List.of("key", repeat));
        }
        var parts = new ArrayList<String>();
        for (String name : fields.keySet().stream().collect(toCollection(TreeSet::new))) {
            if (!name.equals("api_key")) {
                parts.add(name);
                fields.getOrDefault(name, List.of()).forEach(it -> parts.add(it == null ? "" : it));
            }
        }
        return Secret.print(parts);
    }

    private static String first(MultiValueMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
