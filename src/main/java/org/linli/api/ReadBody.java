package org.linli.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.linli.api.Refusal.Type;
import org.linli.cases.Act;
import org.linli.cases.CaseWords;
import org.linli.cases.Priority;
import org.linli.cases.Way;
import org.linli.cases.behalf.Caller;
import org.linli.cases.behalf.Entry;
import org.linli.cases.desk.HandOverCases;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a call asks for. Signals [Refusal] with the name of the field that is wrong.
@Component
class ReadBody {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST = 2_000;
    private static final int SHORT = 60;
    private static final int MOST_DAYS = 365;

    /// PostgreSQL keeps no text with the character zero, and JSON can write it in no other way.
    private static final String ZERO = "\\u0000";

    /// @param version of the case that the program saw
    record Wanted(long version, Act act) {}

    private final CaseWords words;
    private final Clock clock;

    ReadBody(CaseWords words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    Entry entry(OnceOnly.Call call, String body) {
        var json = json(body);
        String label = text(json, "label", SHORT);
        if (!words.labels().containsKey(label)) {
            throw Refusal.field("label");
        }
        String place = text(json, "place", SHORT);
        var found = call.client().map().place(place);
        if (found.isEmpty() && !place.isEmpty()) {
            throw Refusal.field("place");
        }
        return new Entry(
                call.occasion(),
                way(json),
                caller(json),
                label,
                found.orElse(null),
                text(json, "detail", SHORT),
                required(json, "words"),
                null);
    }

    private static Way way(JsonNode json) {
        String said = text(json, "way", SHORT);
        return Arrays.stream(Way.values())
                .filter(it -> it != Way.ABOVE
                        && it.name().equals(said.toUpperCase(Locale.ROOT).replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> Refusal.field("way"));
    }

    private static Caller caller(JsonNode json) {
        String phone = text(json, "phone", SHORT).replaceAll("[ -]", "");
        if (!phone.matches("\\+?\\d{0,15}")) {
            throw Refusal.field("phone");
        }
        return new Caller(
                null, text(json, "name", SHORT), phone, json.path("may_contact").asBoolean(false));
    }

    Wanted act(Client client, String body) {
        var json = json(body);
        if (!json.path("version").isIntegralNumber()) {
            throw Refusal.field("version");
        }
        return new Wanted(json.path("version").asLong(), act(client, json));
    }

    Act act(Client client, JsonNode json) {
        String said = text(json, "words", LONGEST);
        return switch (text(json, "act", SHORT)) {
            case "accept" -> new Act.Accept();
            case "reply" -> new Act.Reply(said);
            case "ask" -> new Act.Ask(said);
            case "resolve" -> new Act.Resolve(said, List.of());
            case "pass-on" -> new Act.PassOn(unit(client, json), said);
            case "hand-over" -> handOver(client, json, said);
            case "promise" -> new Act.Promise(at(json), said);
            case "return" -> new Act.Return(client.map().desk().id(), said);
            case "delay" -> new Act.Delay(clock.instant().plus(days(json)), said);
            case "relabel" -> relabel(json, said);
            case "prioritise" -> prioritise(json, said);
            case "reopen" -> new Act.Reopen(said);
            case "close" -> new Act.Close(said);
            default -> throw Refusal.field("act");
        };
    }

    private static String unit(Client client, JsonNode json) {
        return client.map()
                .unit(text(json, "unit", SHORT))
                .orElseThrow(() -> Refusal.field("unit"))
                .id();
    }

    private Act handOver(Client client, JsonNode json, String said) {
        var to = client.map().staffMember(text(json, "staff", SHORT)).orElseThrow(() -> Refusal.field("staff"));
        return HandOverCases.to(to, said, words);
    }

    private static Instant at(JsonNode json) {
        var at = ReadNotice.time(json, "at");
        if (at == null) {
            throw Refusal.field("at");
        }
        return at;
    }

    private static Duration days(JsonNode json) {
        int days = json.path("days").asInt(0);
        if (days < 1 || days > MOST_DAYS) {
            throw Refusal.field("days");
        }
        return Duration.ofDays(days);
    }

    private Act relabel(JsonNode json, String said) {
        String label = text(json, "label", SHORT);
        if (!words.labels().containsKey(label)) {
            throw Refusal.field("label");
        }
        return new Act.Relabel(label, words.say("told.relabelled", words.label(label), said));
    }

    private Act prioritise(JsonNode json, String said) {
        var priority = Arrays.stream(Priority.values())
                .filter(it -> it.word().equals(text(json, "priority", SHORT)))
                .findFirst()
                .orElseThrow(() -> Refusal.field("priority"));
        return new Act.Prioritise(
                priority, said.isEmpty() ? "" : words.say("told.prioritised", words.priority(priority), said));
    }

    static JsonNode json(String body) {
        try {
            var json = JSON.readTree(body);
            if (json.isObject() && !body.contains(ZERO)) {
                return json;
            }
        } catch (JacksonException unreadable) {
            throw Refusal.of(Type.BODY);
        }
        throw Refusal.of(Type.BODY);
    }

    private static String required(JsonNode json, String field) {
        return required(json, field, LONGEST);
    }

    static String required(JsonNode json, String field, int longest) {
        String said = text(json, field, longest);
        if (said.isEmpty()) {
            throw Refusal.field(field);
        }
        return said;
    }

    /// Empty where it is missing.
    static String text(JsonNode json, String field, int longest) {
        var found = json.path(field);
        if (found.isMissingNode() || found.isNull()) {
            return "";
        }
        if (!found.isString() || found.stringValue().length() > longest) {
            throw Refusal.field(field);
        }
        return found.stringValue().strip();
    }
}
