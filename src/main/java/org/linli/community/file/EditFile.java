package org.linli.community.file;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.community.CommunityMap;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The file of a community with some of its rows changed or added, to be checked and imported like any other. Tables
/// of which no row is touched are not in it, so that what others change there meanwhile stays.
public final class EditFile {

    private static final YAMLMapper YAML = new YAMLMapper();

    /// Of a building that is added: they become places of their own.
    private static final Set<String> ROOMS = Set.of("units", "floors", "doors");

    private final CommunityMap standing;
    private final Map<String, List<Map<String, Object>>> tables;
    private final Set<String> touched = new LinkedHashSet<>();

    private EditFile(CommunityMap standing, Map<String, List<Map<String, Object>>> tables) {
        this.standing = standing;
        this.tables = tables;
    }

    public static EditFile of(CommunityMap standing) {
        var tables = new LinkedHashMap<String, List<Map<String, Object>>>();
        Columns.of(standing)
                .forEach((table, rows) -> tables.put(
                        table,
                        rows.stream()
                                .<Map<String, Object>>map(LinkedHashMap::new)
                                .collect(Collectors.toList())));
        return new EditFile(standing, tables);
    }

    public CommunityMap standing() {
        return standing;
    }

    /// Whether there is a row with that id.
    ///
    /// @param table `places`, `units`, `staff` or `groups`
    public boolean has(String table, String id) {
        return row(table, id).isPresent();
    }

    /// Changes one row. It has to be there.
    ///
    /// @param cells by column, texts or lists of texts; blank ones are taken out, and what is not named stays
    public EditFile change(String table, String id, Map<String, ?> cells) {
        return set(table, row(table, id).orElseThrow(), cells);
    }

    /// Adds one row; again, it is there already. Where there is another with its id, the file says so twice, and is
    /// refused.
    public EditFile add(String table, Map<String, ?> cells) {
        if (row(table, String.valueOf(cells.get("id")))
                .filter(it -> says(it, cells))
                .isPresent()) {
            return this;
        }
        var row = new LinkedHashMap<String, Object>();
        rows(table).add(row);
        return set(table, row, cells);
    }

    private static boolean says(Map<String, Object> row, Map<String, ?> cells) {
        return cells.entrySet().stream()
                .filter(it -> !ROOMS.contains(it.getKey()))
                .allMatch(it -> isBlank(it.getValue())
                        ? !row.containsKey(it.getKey())
                        : String.valueOf(row.get(it.getKey())).equals(String.valueOf(it.getValue())));
    }

    private static boolean isBlank(Object value) {
        return value.equals("") || value.equals(List.of());
    }

    private EditFile set(String table, Map<String, Object> row, Map<String, ?> cells) {
        touched.add(table);
        cells.forEach((column, value) -> {
            if (isBlank(value)) {
                row.remove(column);
            } else {
                row.put(column, value);
            }
        });
        return this;
    }

    private Optional<Map<String, Object>> row(String table, String id) {
        return rows(table).stream()
                .filter(it -> id.equals(it.getOrDefault("id", it.get("code"))))
                .findFirst();
    }

    private List<Map<String, Object>> rows(String table) {
        return Optional.ofNullable(tables.get(table)).orElseThrow();
    }

    public byte[] bytes() {
        var file = new LinkedHashMap<String, Object>();
        file.put("community", WriteYaml.head(standing));
        Stream.of("places", "units", "staff", "groups")
                .filter(touched::contains)
                .forEach(it -> file.put(it, rows(it)));
        return YAML.writeValueAsString(file).getBytes(StandardCharsets.UTF_8);
    }
}
