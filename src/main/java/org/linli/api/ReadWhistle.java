package org.linli.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.linli.community.StaffMember;
import org.linli.whistles.Answer;
import org.linli.whistles.Whistle;
import tools.jackson.databind.JsonNode;

/// Reads calls of units and what is answered to them.
final class ReadWhistle {

    private static final int LONGEST = 1_000;
    private static final int SHORT = 60;
    private static final int MOST_HOURS = 14 * 24;

    /// @param reportBy until then somebody has to report in
    record Wanted(String number, String unit, String words, Instant reportBy) {

        @Override
        public String toString() {
            return "Wanted[" + number + ", " + unit + "]";
        }
    }

    private ReadWhistle() {}

    static Wanted call(String body, Instant now) {
        var json = ReadBody.json(body);
        return new Wanted(
                ReadBody.required(json, "case", SHORT),
                ReadBody.required(json, "unit", SHORT),
                ReadBody.required(json, "words", LONGEST),
                reportBy(json, now));
    }

    /// Signals [Refusal] for what this one may not answer: the unit that is called, or the community.
    static Answer answer(StaffMember by, Whistle whistle, String body, Instant now) {
        var json = ReadBody.json(body);
        boolean ours = by.unit().equals(whistle.unit());
        return Optional.<Answer>empty()
                .or(() -> ours ? ofUnit(json) : Optional.empty())
                .or(() -> by.seesEverything() ? ofCommunity(json, by, now) : Optional.empty())
                .orElseThrow(() -> Refusal.field("act"));
    }

    private static Optional<Answer> ofUnit(JsonNode json) {
        String words = ReadBody.text(json, "words", LONGEST);
        return switch (act(json)) {
            case "report-in" -> Optional.of(new Answer.ReportIn(ReadBody.required(json, "name", SHORT)));
            case "tell" -> Optional.of(new Answer.Tell(words));
            case "finish" -> Optional.of(new Answer.Finish(words));
            case "refuse" -> Optional.of(new Answer.Refuse(words));
            default -> Optional.empty();
        };
    }

    private static Optional<Answer> ofCommunity(JsonNode json, StaffMember by, Instant now) {
        String words = ReadBody.text(json, "words", LONGEST);
        return switch (act(json)) {
            case "insist" -> Optional.of(new Answer.Insist(words, by.id(), reportBy(json, now)));
            case "release" -> Optional.of(new Answer.Release(words));
            case "rate" -> Optional.of(new Answer.Rate(json.path("stars").asInt(0), words));
            default -> Optional.empty();
        };
    }

    private static String act(JsonNode json) {
        return ReadBody.text(json, "act", SHORT);
    }

    private static Instant reportBy(JsonNode json, Instant now) {
        int hours = json.path("hours").asInt(0);
        if (hours < 1 || hours > MOST_HOURS) {
            throw Refusal.field("hours");
        }
        return now.plus(Duration.ofHours(hours));
    }
}
