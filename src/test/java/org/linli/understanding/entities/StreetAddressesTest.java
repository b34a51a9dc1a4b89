package org.linli.understanding.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.understanding.Entities;

/// Addresses as people write them on parcels, in which others have marked the parts: one `character label` a line.
class StreetAddressesTest {

    private static final Path FILE = Path.of("../shared/understanding/data/address_parsing/dev.bio");
    private static final LocalDateTime NOW = LocalDateTime.parse("2026-06-10T15:00");
    private static final Map<String, Function<Entities, String>> PARTS = Map.of(
            "houseno", it -> Objects.requireNonNullElse(it.building(), ""),
            "cellno", it -> Objects.requireNonNullElse(it.unit(), ""),
            "floorno", it -> Objects.requireNonNullElse(it.floor(), ""),
            "roomno", it -> Objects.requireNonNullElse(it.room(), ""));

    private static final List<Marked> ADDRESSES = new ArrayList<>();

    private record Marked(String text, Map<String, String> parts) {}

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(Files.exists(FILE), "no marked addresses beside the project");
        for (String address : Files.readString(FILE).strip().split("\n\\s*\n")) {
            ADDRESSES.add(marked(address));
        }
    }

    @ParameterizedTest
    @CsvSource({"houseno, 0.87, 0.75", "cellno, 0.95, 0.71", "floorno, 0.95, 0.82", "roomno, 0.93, 0.66"})
    void partsAreFoundAndSeldomMistaken(String part, double precision, double recall) {
        double right = 0;
        int named = 0;
        int marked = 0;
        for (Marked it : ADDRESSES) {
            String found = Objects.requireNonNull(PARTS.get(part)).apply(FindEntities.in(it.text(), NOW));
            String expected = it.parts().getOrDefault(part, "");
            right += !found.isEmpty() && found.equals(expected) ? 1 : 0;
            named += found.isEmpty() ? 0 : 1;
            marked += expected.isEmpty() ? 0 : 1;
        }
        assertThat(right / named).as("precision").isGreaterThan(precision);
        assertThat(right / marked).as("recall").isGreaterThan(recall);
    }

    private static Marked marked(String address) {
        var text = new StringBuilder();
        var parts = new HashMap<String, String>();
        for (String line : address.lines().toList()) {
            String character = line.substring(0, line.indexOf(' ')).replace('_', ' ');
            text.append(character);
            String label = line.substring(line.indexOf(' ') + 1).strip();
            if (label.length() > 2) {
                parts.merge(label.substring(2), character, String::concat);
            }
        }
        parts.replaceAll((_, said) -> withoutNoun(said));
        return new Marked(text.toString(), parts);
    }

    private static String withoutNoun(String said) {
        String bare = CleanText.of(said).replaceAll("[-\\s]*(号楼|单元|楼|栋|幢|座|号|层|F|室|户|#|门|房)+$", "");
        return bare.isEmpty() ? "" : Numerals.arabic(bare).replaceFirst("^0+(?=.)", "");
    }
}
