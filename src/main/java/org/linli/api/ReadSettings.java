package org.linli.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.community.CommunityMap;
import org.linli.community.QuietHours;
import org.linli.community.SettingsChange;
import org.linli.community.SettingsChange.OfGroup;
import org.linli.community.SettingsChange.OfUnit;
import org.linli.community.Talkativeness;
import org.linli.community.Unit;
import org.linli.outbox.UsualWays;
import tools.jackson.databind.JsonNode;

/// Reads what is to be set otherwise; fields that are missing stay as they are.
///
/// @param map   as it is now
/// @param usual the ways that it may order
record ReadSettings(CommunityMap map, UsualWays usual) {

    private static final int LONGEST = 60;

    SettingsChange change(JsonNode json) {
        if (!json.path("version").isIntegralNumber()) {
            throw Refusal.field("version");
        }
        return new SettingsChange(
                json.path("version").asLong(),
                json.has("name") ? ReadBody.required(json, "name", LONGEST) : null,
                json.path("groups").valueStream().map(this::group).toList(),
                json.path("units").valueStream().map(this::unit).toList(),
                json.has("ways") ? ways(json.path("ways")) : null);
    }

    private List<String> ways(JsonNode json) {
        var order = json.valueStream().map(it -> it.asString("")).toList();
        if (!json.isNull() && !usual.isComplete(map.id(), order)) {
            throw Refusal.field("ways");
        }
        return order;
    }

    private OfGroup group(JsonNode json) {
        var now = map.group(ReadBody.text(json, "code", LONGEST))
                .map(OfGroup::of)
                .orElseThrow(() -> Refusal.field("groups"));
        return new OfGroup(
                now.code(),
                json.has("manner")
                        ? Words.read(Talkativeness.class, ReadBody.text(json, "manner", LONGEST), "manner")
                        : now.manner(),
                json.has("quiet_hours") ? hours(json, "quiet_hours") : now.quiet(),
                json.has("welcome") ? json.path("welcome").asBoolean(false) : now.welcome(),
                json.has("unit") ? unit(ReadBody.text(json, "unit", LONGEST)) : now.unit());
    }

    private @Nullable String unit(String id) {
        return id.isEmpty() ? null : map.unit(id).map(Unit::id).orElseThrow(() -> Refusal.field("unit"));
    }

    private OfUnit unit(JsonNode json) {
        var now =
                map.unit(ReadBody.text(json, "id", LONGEST)).map(OfUnit::of).orElseThrow(() -> Refusal.field("units"));
        return json.has("hours") ? new OfUnit(now.unit(), hours(json, "hours")) : now;
    }

    private static @Nullable QuietHours hours(JsonNode json, String field) {
        String said = ReadBody.text(json, field, LONGEST);
        return said.isEmpty() ? null : QuietHours.parse(said).orElseThrow(() -> Refusal.field(field));
    }
}
