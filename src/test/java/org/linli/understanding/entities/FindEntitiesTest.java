package org.linli.understanding.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.understanding.Entities;

class FindEntitiesTest {

    private static final LocalDateTime NOW = LocalDateTime.parse("2026-06-10T15:00");

    @ParameterizedTest(name = "{0}")
    @MethodSource("sentences")
    void aSentenceNamesWhatItSays(String sentence, String named) {
        assertThat(told(FindEntities.in(sentence, NOW))).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({
        "苏晴 13800001111 3-2-501, 13800001111",
        "13800001111 12栋, 13800001111",
        "138 0000 1111, 13800001111",
        "13800001111 2,",
        "13800001111 22,",
        "13800001111-2,"
    })
    void aFlatBehindANumberIsNoPartOfIt(String said, @Nullable String phone) {
        assertThat(FindEntities.in(said, NOW).phone()).isEqualTo(phone);
    }

    @Test
    void secondsOfTheClockAreNotRepeated() {
        assertThat(FindEntities.in("半小时后", NOW.plusSeconds(7)).time()).isEqualTo("2026-06-10T15:30");
    }

    @Property
    void noTextIsTooOddToBeRead(@ForAll String odd) {
        assertThat(FindEntities.in(odd, NOW)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("oddities")
    void whatNobodyWouldWriteNamesNothing(String odd) {
        assertThat(told(FindEntities.in(odd, NOW))).isEmpty();
    }

    static Stream<String> oddities() {
        return Stream.of(
                "",
                " ",
                "😀🏠👍",
                "\u202e\u200f",
                "\u200b\u200d",
                "9".repeat(10_000),
                "十".repeat(10_000),
                "栋".repeat(5_000),
                "-".repeat(10_000),
                "'; drop table cases; --",
                "<script>alert(1)</script>");
    }

    static Stream<String[]> sentences() throws IOException {
        try (InputStream file = FindEntitiesTest.class.getResourceAsStream("/understanding/entities.txt")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(it -> !it.isBlank() && !it.startsWith("#"))
                    .map(it -> (it + " | ").split(" \\| ?", 3))
                    .map(it -> new String[] {it[0], it[1].strip()});
        }
    }

    private static String told(Entities found) {
        var told = new StringBuilder();
        append(told, "building", found.building());
        append(told, "unit", found.unit());
        append(told, "room", found.room());
        append(told, "floor", found.floor());
        append(told, "phone", found.phone());
        append(told, "time", found.time());
        return told.toString().strip();
    }

    private static void append(StringBuilder told, String name, @Nullable String value) {
        if (value != null) {
            told.append(' ').append(name).append('=').append(value);
        }
    }
}
