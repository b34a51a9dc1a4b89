package org.linli.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.linli.platform.database.CommunityId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A line of the trail as a JSON object on one line, with all that its hash is computed of.
public final class ExportedLine {

    private static final JsonMapper JSON = JsonMapper.shared();

    private ExportedLine() {}

    /// With its end. `place` and `hash` are missing where it is not chained yet.
    public static String write(Chained it) {
        var entry = it.written();
        var fields = new LinkedHashMap<String, Object>();
        if (!it.isWaiting()) {
            fields.put("place", it.place());
            fields.put("hash", it.hash());
        }
        fields.putAll(Map.of("community", entry.community().value(), "id", entry.id()));
        fields.put("at", entry.at().toString());
        fields.put("who", entry.who());
        fields.put("what", entry.what());
        fields.put("about", entry.about());
        fields.put("detail", entry.detail());
        return JSON.writeValueAsString(fields) + "\n";
    }

    /// Throws [BrokenTrail].
    ///
    /// @param at counted from 1
    static Chained read(String line, long at) {
        try {
            var it = JSON.readTree(line);
            return new Chained(it.path("place").asLong(0), it.path("hash").asString(""), entry(it));
        } catch (JacksonException | IllegalArgumentException | DateTimeException unreadable) {
            throw new BrokenTrail("line %d is no line of an exported trail".formatted(at));
        }
    }

    private static Entry entry(JsonNode it) {
        return new Entry(
                new CommunityId(text(it, "community")),
                it.path("id").asLong(-1),
                Instant.parse(text(it, "at")),
                text(it, "who"),
                text(it, "what"),
                text(it, "about"),
                text(it, "detail"));
    }

    private static String text(JsonNode it, String name) {
        var value = it.path(name);
        if (!value.isString()) {
            throw new IllegalArgumentException(name);
        }
        return value.asString();
    }
}
