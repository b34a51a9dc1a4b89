package org.linli.polls.files;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/// The three tables of a Pabulib file, each with a header of its own.
record Sections(Map<Section, List<Row>> rows) {

    enum Section {
        META,
        PROJECTS,
        VOTES
    }

    /// @param line of the file, from 1; rows do not span lines
    record Row(int line, Map<String, String> cells) {

        /// Empty where the column is missing, and for `None`.
        String get(String column) {
            String cell = cells.getOrDefault(column, "");
            return cell.equalsIgnoreCase("none") ? "" : cell;
        }

        String need(String column) {
            if (get(column).isEmpty()) {
                throw BrokenElection.at(line, "no " + column);
            }
            return get(column);
        }
    }

    private static final ObjectReader CELLS = CsvMapper.builder()
            .enable(CsvReadFeature.WRAP_AS_ARRAY, CsvReadFeature.TRIM_SPACES)
            .build()
            .readerForListOf(String[].class)
            .with(CsvSchema.emptySchema().withColumnSeparator(';'));

    static Sections of(String text) {
        var rows = new EnumMap<Section, List<Row>>(Section.class);
        Section section = null;
        List<String> header = null;
        int line = 0;
        for (List<String> cells : table(text)) {
            line++;
            var begun = section(cells);
            if (isBlank(cells)) {
                continue;
            }
            if (begun != null) {
                section = begun;
                header = null;
                if (rows.put(begun, new ArrayList<>()) != null) {
                    throw BrokenElection.at(line, "section %s is there twice".formatted(begun));
                }
            } else if (section == null) {
                throw BrokenElection.at(line, "expected META, PROJECTS or VOTES");
            } else if (header == null) {
                header = columns(cells, line);
            } else if (cells.size() != header.size()) {
                throw BrokenElection.at(
                        line, "%d cells, expected %d as in the header".formatted(cells.size(), header.size()));
            } else {
                rows.computeIfAbsent(section, _ -> new ArrayList<>()).add(new Row(line, named(header, cells)));
            }
        }
        for (Section each : Section.values()) {
            if (!rows.containsKey(each)) {
                throw new BrokenElection("no section " + each);
            }
        }
        return new Sections(rows);
    }

    List<Row> get(Section section) {
        return rows.getOrDefault(section, List.of());
    }

    private static List<List<String>> table(String text) {
        try {
            List<String[]> rows = CELLS.readValue(text);
            return rows.stream()
                    .map(it -> List.of(it).stream().map(String::strip).toList())
                    .toList();
        } catch (JacksonException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            throw BrokenElection.at(line, "a quote is opened and not closed");
        }
    }

    private static List<String> columns(List<String> header, int line) {
        if (new HashSet<>(header).size() < header.size()) {
            throw BrokenElection.at(line, "a column is there twice");
        }
        return header;
    }

    private static boolean isBlank(List<String> cells) {
        return cells.stream().allMatch(String::isEmpty);
    }

    private static @Nullable Section section(List<String> cells) {
        if (cells.size() != 1) {
            return null;
        }
        return switch (cells.getFirst().toUpperCase(Locale.ROOT)) {
            case "META" -> Section.META;
            case "PROJECTS" -> Section.PROJECTS;
            case "VOTES" -> Section.VOTES;
            default -> null;
        };
    }

    private static Map<String, String> named(List<String> header, List<String> cells) {
        var named = new HashMap<String, String>();
        for (int i = 0; i < header.size(); i++) {
            named.put(header.get(i), cells.get(i));
        }
        return named;
    }
}
