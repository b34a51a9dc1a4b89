package org.linli.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.linli.api.Refusal.Type;
import org.linli.notices.Importance;
import org.linli.notices.Invitation;
import org.linli.notices.Kind;
import org.linli.notices.Period;
import org.linli.notices.Repeat;
import org.linli.notices.Wording;
import org.linli.notices.writing.Draft;
import org.linli.platform.words.SaidTime;
import tools.jackson.databind.JsonNode;

/// Reads the draft of a notice. What is wrong with its content, like a missing time, is said when it is handed in.
final class ReadNotice {

    private static final int LONGEST = 12_000;
    private static final int TITLE = 120;
    private static final int AUDIENCE = 1_000;

    private ReadNotice() {}

    static Draft draft(String body) {
        var json = ReadBody.json(body);
        var wording = new Wording(
                Kind.of(ReadBody.text(json, "kind", TITLE)).orElseThrow(() -> Refusal.field("kind")),
                importance(json),
                ReadBody.required(json, "title", TITLE).replace("\n", " "),
                ReadBody.text(json, "brief", LONGEST),
                ReadBody.required(json, "text", LONGEST));
        return new Draft(
                wording,
                ReadBody.required(json, "audience", AUDIENCE),
                period(json),
                time(json, "send_at"),
                repeat(json),
                invitation(json));
    }

    private static Importance importance(JsonNode json) {
        String said = ReadBody.text(json, "importance", TITLE);
        return said.isEmpty()
                ? Importance.ORDINARY
                : Arrays.stream(Importance.values())
                        .filter(it -> it.word().equals(said))
                        .findFirst()
                        .orElseThrow(() -> Refusal.field("importance"));
    }

    private static @Nullable Period period(JsonNode json) {
        var from = time(json, "from");
        var until = time(json, "until");
        if (from == null && until == null) {
            return null;
        }
        if (from == null || until == null || !from.isBefore(until)) {
            throw Refusal.field("until");
        }
        return new Period(from, until);
    }

    private static @Nullable Repeat repeat(JsonNode json) {
        String every = ReadBody.text(json, "repeat", TITLE);
        try {
            return every.isEmpty()
                    ? null
                    : new Repeat(
                            Words.read(Repeat.Every.class, every, "repeat"),
                            SaidTime.day(ReadBody.required(json, "repeat_until", TITLE)));
        } catch (DateTimeException noDay) {
            throw Refusal.field("repeat_until");
        }
    }

    /// For as many as come where no number is said.
    private static @Nullable Invitation invitation(JsonNode json) {
        var said = json.path("invites");
        if (said.isMissingNode() || said.isNull()) {
            return null;
        }
        var whose = Words.read(Invitation.Whose.class, ReadBody.text(said, "whose", TITLE), "whose");
        return new Invitation(said.hasNonNull("places") ? ActivityPlacesEndpoint.places(said) : 0, whose);
    }

    static @Nullable Instant time(JsonNode json, String field) {
        String said = ReadBody.text(json, field, TITLE);
        try {
            return said.isEmpty() ? null : SaidTime.instant(said);
        } catch (DateTimeException noTime) {
            throw Refusal.field(field);
        }
    }

    /// Of a cursor.
    static Instant time(String said) {
        try {
            return SaidTime.instant(said);
        } catch (DateTimeException noTime) {
            throw Refusal.of(Type.CURSOR);
        }
    }
}
