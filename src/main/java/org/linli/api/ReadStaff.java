package org.linli.api;

import org.linli.administration.employing.Newcomer;
import org.linli.community.Role;
import org.linli.community.personnel.Post;
import tools.jackson.databind.JsonNode;

/// Reads who is to work here, and as what.
final class ReadStaff {

    private static final int LONGEST = 200;

    private ReadStaff() {}

    static Newcomer newcomer(String body) {
        var json = ReadBody.json(body);
        String id = ReadBody.required(json, "id", LONGEST);
        return Newcomer.typed(
                        id, ReadBody.required(json, "name", LONGEST), post(json), ReadBody.text(json, "phone", LONGEST))
                .orElseThrow(() -> Refusal.field("id"));
    }

    static Post post(String body) {
        return post(ReadBody.json(body));
    }

    private static Post post(JsonNode json) {
        return new Post(
                ReadBody.required(json, "unit", LONGEST),
                Words.read(Role.class, ReadBody.text(json, "role", LONGEST), "role"));
    }
}
