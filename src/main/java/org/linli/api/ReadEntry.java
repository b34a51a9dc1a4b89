package org.linli.api;

import java.util.Arrays;
import java.util.Locale;
import org.linli.cases.CaseWords;
import org.linli.cases.Way;
import org.linli.cases.behalf.Caller;
import org.linli.cases.behalf.Entry;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Reads a case that a program enters for somebody. Signals [Refusal] with the name of the field that is wrong.
@Component
class ReadEntry {

    private static final int LONGEST = 2_000;
    private static final int SHORT = 60;

    private final CaseWords words;

    ReadEntry(CaseWords words) {
        this.words = words;
    }

    Entry entry(OnceOnly.Call call, String body) {
        var json = ReadBody.json(body);
        String label = ReadBody.text(json, "label", SHORT);
        if (!words.labels().containsKey(label)) {
            throw Refusal.field("label");
        }
        String place = ReadBody.text(json, "place", SHORT);
        var found = call.client().map().openPlace(place);
        if (found.isEmpty() && !place.isEmpty()) {
            throw Refusal.field("place");
        }
        return new Entry(
                call.occasion(),
                way(json),
                caller(json),
                label,
                found.orElse(null),
                ReadBody.text(json, "detail", SHORT),
                ReadBody.required(json, "words", LONGEST),
                null);
    }

    private static Way way(JsonNode json) {
        String said = ReadBody.text(json, "way", SHORT);
        return Arrays.stream(Way.values())
                .filter(it -> it != Way.ABOVE
                        && it.name().equals(said.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> Refusal.field("way"));
    }

    private static Caller caller(JsonNode json) {
        String phone = ReadBody.text(json, "phone", SHORT).replaceAll("[ -]", "");
        if (!phone.matches("\\+?\\d{0,15}")) {
            throw Refusal.field("phone");
        }
        return new Caller(
                null,
                ReadBody.text(json, "name", SHORT),
                phone,
                json.path("may_contact").asBoolean(false));
    }
}
