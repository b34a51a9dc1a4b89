package org.linli.api;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.api.Refusal.Type;
import org.linli.cases.CaseWords;
import org.linli.cases.Way;
import org.linli.cases.behalf.Caller;
import org.linli.cases.behalf.Entry;
import org.linli.cases.behalf.FindPeople;
import org.linli.cases.behalf.Telephone;
import org.linli.community.Resident;
import org.linli.community.Residents;
import org.linli.keys.Scope;
import org.linli.platform.words.SaidTime;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// Reads a case that a program enters for somebody. Signals [Refusal] with the name of the field that is wrong.
@Component
class ReadEntry {

    private static final int LONGEST = 2_000;
    private static final int SHORT = 60;

    private final CaseWords words;
    private final Residents residents;
    private final Clock clock;

    ReadEntry(CaseWords words, Residents residents, Clock clock) {
        this.words = words;
        this.residents = residents;
        this.clock = clock;
    }

    /// Never empty.
    Mono<Entry> entry(OnceOnly.Call call, JsonNode json) {
        return resident(call.client(), json)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .map(it -> entry(call, json, it.map(Resident::id).orElse(null)));
    }

    private Entry entry(OnceOnly.Call call, JsonNode json, @Nullable String resident) {
        String label = ReadBody.text(json, "label", SHORT);
        if (!words.labels().containsKey(label)) {
            throw Refusal.field("label");
        }
        String place = ReadBody.text(json, "place", SHORT);
        var found = call.client().map().openPlace(place);
        if (found.isEmpty() && !place.isEmpty()) {
            throw Refusal.field("place");
        }
        var way = way(json);
        return new Entry(
                call.occasion(),
                way,
                caller(json, resident),
                label,
                found.orElse(null),
                ReadBody.text(json, "detail", SHORT),
                ReadBody.required(json, "words", LONGEST),
                due(json, way));
    }

    private static Way way(JsonNode json) {
        String said = ReadBody.text(json, "way", SHORT).toLowerCase(Locale.ROOT).replace('_', '-');
        return Words.read(Way.class, said, "way");
    }

    /// Empty where none is named. Whoever may not look residents up may not try their ids either.
    private Mono<Resident> resident(Client client, JsonNode json) {
        String id = ReadBody.text(json, "resident", SHORT);
        if (id.isEmpty()) {
            return Mono.empty();
        }
        return client.key().opens(Scope.RESIDENTS_READ)
                ? residents
                        .byId(client.community(), id)
                        .filter(it -> FindPeople.mayKnow(client.sight(), it))
                        .switchIfEmpty(Mono.error(() -> Refusal.field("resident")))
                : Mono.error(() -> Refusal.of(Type.SCOPE));
    }

    private static Caller caller(JsonNode json, @Nullable String resident) {
        String phone = Telephone.digits(ReadBody.text(json, "phone", SHORT));
        if (!Telephone.isFine(phone)) {
            throw Refusal.field("phone");
        }
        return new Caller(
                resident,
                ReadBody.text(json, "name", SHORT),
                phone,
                json.path("may_contact").asBoolean(false));
    }

    /// Only what comes from above has a last day, which is not over.
    private @Nullable Instant due(JsonNode json, Way way) {
        String said = ReadBody.text(json, "due", SHORT);
        if (said.isEmpty()) {
            return null;
        }
        var due = day(said);
        if (way != Way.ABOVE || due.isBefore(clock.instant())) {
            throw Refusal.field("due");
        }
        return due;
    }

    private static Instant day(String said) {
        try {
            return Entry.due(SaidTime.day(said));
        } catch (DateTimeException noDay) {
            throw Refusal.field("due");
        }
    }
}
