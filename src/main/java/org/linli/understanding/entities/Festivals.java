package org.linli.understanding.entities;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The days that have a name: 国庆 is the same day each year, 端午 goes by the moon and stands in a table.
final class Festivals {

    /// Longer ago than this, the next one is meant.
    private static final int JUST_OVER = 45;

    private static final String FILE = "/understanding/festivals.txt";
    private static final Map<String, List<String>> DAYS = read();

    private Festivals() {}

    /// `null` where the table does not reach.
    static @Nullable LocalDate nearest(String name, LocalDate today, boolean past) {
        var days = Objects.requireNonNullElse(DAYS.get(name), List.<String>of()).stream()
                .flatMap(day -> inYears(day, today.getYear()))
                .sorted()
                .toList();
        var over = days.stream().filter(it -> !it.isAfter(today)).reduce((earlier, later) -> later);
        var ahead = days.stream().filter(it -> !it.isBefore(today)).findFirst();
        boolean justOver = over.isPresent() && over.get().isAfter(today.minusDays(JUST_OVER));
        return past || justOver ? over.orElse(null) : ahead.orElse(null);
    }

    static @Nullable LocalDate ofYear(String name, int year) {
        return Objects.requireNonNullElse(DAYS.get(name), List.<String>of()).stream()
                .flatMap(day -> inYears(day, year))
                .filter(it -> it.getYear() == year)
                .findFirst()
                .orElse(null);
    }

    private static Stream<LocalDate> inYears(String day, int year) {
        return day.length() > "10-01".length()
                ? Stream.of(LocalDate.parse(day))
                : Stream.of(year - 1, year, year + 1).map(it -> LocalDate.parse(it + "-" + day));
    }

    private static Map<String, List<String>> read() {
        var days = new HashMap<String, List<String>>();
        for (String line : text().lines().toList()) {
            if (!line.startsWith("#")) {
                var words = Arrays.asList(line.split(" "));
                days.put(words.getFirst(), words.subList(1, words.size()));
            }
        }
        return days;
    }

    private static String text() {
        try (InputStream file = Objects.requireNonNull(Festivals.class.getResourceAsStream(FILE), FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the packed file of festivals cannot be read", unreadable);
        }
    }
}
