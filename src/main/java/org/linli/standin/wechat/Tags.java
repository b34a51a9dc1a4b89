package org.linli.standin.wechat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.standin.Asked;
import org.linli.standin.Told;
import tools.jackson.databind.JsonNode;

/// Tags that an account puts on its followers: 用户标签管理 page.
final class Tags {

    private static final int FIRST = 100;
    private static final int MOST = 100;
    private static final int LONGEST_NAME = 30;
    private static final int MOST_A_CALL = 50;
    private static final int A_PAGE = 10_000;

    private final Map<Integer, String> names = new LinkedHashMap<>();
    private final Followers followers;
    private int last = FIRST - 1;

    Tags(Followers followers) {
        this.followers = followers;
    }

    Told create(Asked call) {
        String name = call.json().at("/tag/name").asString("");
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            return Codes.refused(45158);
        }
        if (names.containsValue(name)) {
            return Codes.refused(45157);
        }
        if (names.size() == MOST) {
            return Codes.refused(45056);
        }
        names.put(++last, name);
        return Told.json(Map.of("tag", Map.of("id", last, "name", name)));
    }

    Told rename(Asked call) {
        int tag = call.json().at("/tag/id").asInt(0);
        String name = call.json().at("/tag/name").asString("");
        if (!names.containsKey(tag)) {
            return Codes.refused(45159);
        }
        if (names.entrySet().stream()
                .anyMatch(it -> it.getKey() != tag && it.getValue().equals(name))) {
            return Codes.refused(45157);
        }
        names.put(tag, name);
        return Codes.refused(0);
    }

    Told delete(Asked call) {
        int tag = call.json().at("/tag/id").asInt(0);
        followers.all().forEach(it -> it.tags.remove(tag));
        return Codes.refused(names.remove(tag) == null ? 45159 : 0);
    }

    Told list(Asked call) {
        return Told.json(Map.of(
                "tags",
                names.entrySet().stream()
                        .map(it -> Map.of(
                                "id",
                                it.getKey(),
                                "name",
                                it.getValue(),
                                "count",
                                having(it.getKey()).size()))
                        .toList()));
    }

    Told give(Asked call) {
        return change(call.json(), true);
    }

    Told take(Asked call) {
        return change(call.json(), false);
    }

    Told members(Asked call) {
        int tag = call.json().path("tagid").asInt(0);
        if (!names.containsKey(tag)) {
            return Codes.refused(45159);
        }
        List<String> openids = having(tag).stream().limit(A_PAGE).toList();
        return Told.json(
                openids.isEmpty()
                        ? Map.of("count", 0)
                        : Map.of(
                                "count", openids.size(),
                                "data", Map.of("openid", openids),
                                "next_openid", openids.getLast()));
    }

    private Told change(JsonNode asked, boolean give) {
        int tag = asked.path("tagid").asInt(0);
        List<String> openids = asked.path("openid_list")
                .valueStream()
                .map(it -> it.asString(""))
                .toList();
        if (!names.containsKey(tag)) {
            return Codes.refused(45159);
        }
        if (openids.isEmpty() || openids.size() > MOST_A_CALL) {
            return Codes.refused(40032);
        }
        if (!openids.stream().allMatch(it -> followers.find(it).isPresent())) {
            return Codes.refused(40003);
        }
        openids.stream().flatMap(it -> followers.find(it).stream()).forEach(who -> {
            if (give) {
                who.tags.add(tag);
            } else {
                who.tags.remove(tag);
            }
        });
        return Codes.refused(0);
    }

    private List<String> having(int tag) {
        return followers.all().stream()
                .filter(it -> it.tags.contains(tag))
                .map(it -> it.openid)
                .toList();
    }
}
