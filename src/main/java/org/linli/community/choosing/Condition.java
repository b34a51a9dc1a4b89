package org.linli.community.choosing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/// A [Whom] as a condition on `community.residents r`, with what has to be bound to it.
final class Condition {

    private static final String TAGGED = """
            exists (select from community.tags t
                    where t.community_id = r.community_id and t.resident = r.id and t.tag = :w%d)""";

    private static final String IN_GROUP = """
            exists (select from community.identities i
                    join community.group_members m on m.community_id = i.community_id and m.member = i.address
                    where i.community_id = r.community_id and i.resident = r.id
                      and m.said_in = :w%d and m.went_at is null)""";

    private final List<Object> bound = new ArrayList<>();
    private final List<String> named = new ArrayList<>();
    private final CommunityMap map;
    private final Map<String, String> tookPart;
    private final String sql;

    private Condition(Whom whom, CommunityMap map, Map<String, String> tookPart) {
        this.map = map;
        this.tookPart = tookPart;
        this.sql = of(whom);
    }

    /// @param tookPart conditions of [TakingPart], by their kinds
    static Condition on(Whom whom, CommunityMap map, Map<String, String> tookPart) {
        return new Condition(whom, map, tookPart);
    }

    String sql() {
        return sql;
    }

    GenericExecuteSpec bind(GenericExecuteSpec statement) {
        var filled = statement;
        for (int i = 0; i < bound.size(); i++) {
            filled = filled.bind("w" + i, bound.get(i));
        }
        return filled;
    }

    private String of(Whom whom) {
        return switch (whom) {
            case Whom.Everybody _ -> "true";
            case Whom.LivesIn(var place) -> with("coalesce(r.home = any(:w%d), false)", homes(place));
            case Whom.Tagged(var tag) -> with(TAGGED, tag);
            case Whom.InGroup(var group) -> with(IN_GROUP, group.text());
            case Whom.TookPart(var kind, var id) -> took(kind, id);
            case Whom.All(var parts) -> joined(parts, " and ", "true");
            case Whom.Any(var parts) -> joined(parts, " or ", "false");
            case Whom.Not(var part) -> "not (" + of(part) + ")";
        };
    }

    private String with(String condition, Object value) {
        bound.add(value);
        return condition.formatted(bound.size() - 1);
    }

    /// What nobody keeps any more, nobody took part in.
    private String took(String kind, String id) {
        bound.add(id);
        String place = ":w" + (bound.size() - 1);
        String condition = tookPart.getOrDefault(kind, ":occasion = ''").replace(":occasion", place);
        named.add("case when %s then '%s/' || %s end".formatted(condition, kind, place));
        return condition;
    }

    /// An array of those parts that are true of a row, each as `kind/id`.
    String tookPart() {
        return "array_remove(array[%s]::text[], null)".formatted(String.join(", ", named));
    }

    private String joined(List<Whom> parts, String between, String none) {
        return parts.isEmpty() ? none : parts.stream().map(this::of).collect(Collectors.joining(between, "(", ")"));
    }

    private String[] homes(String place) {
        return map.place(place).stream()
                .flatMap(it -> map.within(it).stream())
                .map(Place::id)
                .toArray(String[]::new);
    }
}
