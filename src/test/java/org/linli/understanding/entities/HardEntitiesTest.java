package org.linli.understanding.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.understanding.Entities;

/// How many entities are exactly right in messages as residents write them, by collection and kind.
class HardEntitiesTest {

    private static final LocalDateTime NOW = LocalDateTime.parse("2026-06-10T15:00");
    private static final Map<String, Function<Entities, @Nullable String>> KINDS = Map.of(
            "building", Entities::building,
            "unit", Entities::unit,
            "room", Entities::room,
            "floor", Entities::floor,
            "phone", Entities::phone,
            "time", Entities::time);

    private record Said(String text, Map<String, String> named) {}

    /// What is named, and what is found where nothing is named, both count.
    @ParameterizedTest
    @CsvSource({
        "hard, building, 0.97", "hard, unit, 0.97", "hard, room, 0.97",
        "hard, floor, 0.97", "hard, phone, 0.97", "hard, time, 0.95",
        "more, building, 0.97", "more, unit, 0.97", "more, room, 0.97",
        "more, floor, 0.97", "more, phone, 0.97", "more, time, 0.95"
    })
    void nearlyAllAreExact(String collection, String kind, double goal) throws IOException {
        var find = Objects.requireNonNull(KINDS.get(kind));
        var wrong = new ArrayList<String>();
        int counted = 0;
        for (Said it : read(collection)) {
            @Nullable String named = it.named().get(kind);
            @Nullable String found = find.apply(FindEntities.in(it.text(), NOW));
            counted += named == null && found == null ? 0 : 1;
            if (!Objects.equals(named, found)) {
                wrong.add(it.text() + ": " + found + " instead of " + named);
            }
        }
        assertThat(1 - wrong.size() / (double) counted).as("%s", wrong).isGreaterThanOrEqualTo(goal);
    }

    private static List<Said> read(String collection) throws IOException {
        String name = "/understanding/entities-" + collection + ".txt";
        try (InputStream file = HardEntitiesTest.class.getResourceAsStream(name)) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(it -> !it.isBlank() && !it.startsWith("#"))
                    .map(HardEntitiesTest::said)
                    .toList();
        }
    }

    private static Said said(String line) {
        String[] parts = (line + " | ").split(" \\| ?", 3);
        var named = Arrays.stream(parts[1].strip().split(" "))
                .filter(it -> it.contains("="))
                .collect(Collectors.toMap(
                        it -> it.substring(0, it.indexOf('=')), it -> it.substring(it.indexOf('=') + 1)));
        return new Said(parts[0], named);
    }
}
