package org.linli.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.linli.cases.Act;
import org.linli.cases.CaseWords;
import org.linli.cases.PictureKept;
import org.linli.cases.Priority;
import org.linli.cases.desk.HandOverCases;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Reads what is to be done to a case. Signals [Refusal] with the name of the field that is wrong.
@Component
class ReadAct {

    private static final int LONGEST = 2_000;
    private static final int SHORT = 60;
    private static final int MOST_DAYS = 30;

    /// @param version of the case that the program saw
    record Wanted(long version, Act act) {}

    private final CaseWords words;
    private final Clock clock;

    ReadAct(CaseWords words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    /// @param pictures of the act; only what is done may be shown
    Wanted act(Client client, JsonNode json, List<PictureKept> pictures) {
        if (!json.path("version").isIntegralNumber()) {
            throw Refusal.field("version");
        }
        var shown = pictures.stream().map(it -> it.id().toString()).toList();
        return new Wanted(json.path("version").asLong(), showing(shown, client, json));
    }

    /// Without a picture.
    Act act(Client client, JsonNode json) {
        return showing(List.of(), client, json);
    }

    private Act showing(List<String> shown, Client client, JsonNode json) {
        if (!shown.isEmpty() && !"resolve".equals(json.path("act").asString(""))) {
            throw Refusal.field(SentPicture.FIELD);
        }
        String said = ReadBody.text(json, "words", LONGEST);
        return switch (ReadBody.text(json, "act", SHORT)) {
            case "accept" -> new Act.Accept();
            case "reply" -> new Act.Reply(said);
            case "ask" -> new Act.Ask(said);
            case "resolve" -> new Act.Resolve(said, shown);
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
                .unit(ReadBody.text(json, "unit", SHORT))
                .orElseThrow(() -> Refusal.field("unit"))
                .id();
    }

    private Act handOver(Client client, JsonNode json, String said) {
        var to =
                client.map().staffMember(ReadBody.text(json, "staff", SHORT)).orElseThrow(() -> Refusal.field("staff"));
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
        String label = ReadBody.text(json, "label", SHORT);
        if (!words.labels().containsKey(label)) {
            throw Refusal.field("label");
        }
        return new Act.Relabel(label, words.say("told.relabelled", words.label(label), said));
    }

    private Act prioritise(JsonNode json, String said) {
        var priority = Arrays.stream(Priority.values())
                .filter(it -> it.word().equals(ReadBody.text(json, "priority", SHORT)))
                .findFirst()
                .orElseThrow(() -> Refusal.field("priority"));
        return new Act.Prioritise(
                priority, said.isEmpty() ? "" : words.say("told.prioritised", words.priority(priority), said));
    }
}
