package org.linli.open311;

import static java.util.stream.Collectors.toCollection;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.linli.community.CommunityMap;
import org.linli.keys.Secret;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/// Reads the fields of a create call. Names, e-mail, device and account are not read, so that they are not kept.
@Component
public class ReadSubmitted {

    /// Of the specification.
    static final int LONGEST_DESCRIPTION = 4_000;

    private static final int LONGEST_LINK = 2_000;
    private static final int MOST_PICTURES = 9;

    private final Services services;
    private final Attributes attributes;
    private final ReadWhere wheres;

    ReadSubmitted(Services services, Attributes attributes, ReadWhere wheres) {
        this.services = services;
        this.attributes = attributes;
        this.wheres = wheres;
    }

    /// @param repeat what the client calls this call by when it repeats it; empty: the fields themselves
    /// @throws Refused where something is missing or cannot be read
    public Submitted read(MultiValueMap<String, String> fields, String repeat, CommunityMap map) {
        String service = service(fields);
        var where = wheres.read(fields, map);
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

    /// Empty where it is missing.
    static String first(MultiValueMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
