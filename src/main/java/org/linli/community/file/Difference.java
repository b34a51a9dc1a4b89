package org.linli.community.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.community.CommunityMap;

/// One row that would be another after an import.
///
/// @param table  `places`, `units`, `staff` or `groups`
/// @param id     what the row is found by
/// @param before its columns that differ, as they stand; `null` where the row is new
/// @param after  the same as the file says; what it leaves out is missing
public record Difference(
        String table, String id, String name, @Nullable Map<String, String> before, Map<String, String> after) {

    public Difference {
        before = before == null ? null : Map.copyOf(before);
        after = Map.copyOf(after);
    }

    public boolean isNew() {
        return before == null;
    }

    /// In the order of the file. What the file does not mention stays as it is.
    public static List<Difference> between(CommunityMap known, CommunityFile file) {
        var standing = Columns.of(known);
        return Columns.of(file, known).entrySet().stream()
                .flatMap(table -> {
                    var rows = byId(standing.getOrDefault(table.getKey(), List.of()));
                    return table.getValue().stream()
                            .map(row -> of(table.getKey(), rows.get(id(row)), row))
                            .filter(it -> it.isNew() || !it.after().equals(it.before()));
                })
                .toList();
    }

    private static Difference of(String table, @Nullable Map<String, Object> before, Map<String, Object> after) {
        String name = String.valueOf(after.get("name"));
        if (before == null) {
            return new Difference(table, id(after), name, null, texts(after, after));
        }
        return new Difference(table, id(after), name, texts(before, after), texts(after, before));
    }

    /// What differs of them from the others, as texts.
    private static Map<String, String> texts(Map<String, Object> row, Map<String, Object> other) {
        return new TreeSet<>(row.keySet())
                .stream()
                        .filter(it -> row == other || !Objects.equals(row.get(it), other.get(it)))
                        .collect(Collectors.toMap(it -> it, it -> text(row.get(it))));
    }

    private static String text(@Nullable Object value) {
        return value instanceof List<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining("; "))
                : String.valueOf(value);
    }

    private static Map<String, Map<String, Object>> byId(List<Map<String, Object>> rows) {
        var byId = new LinkedHashMap<String, Map<String, Object>>();
        rows.forEach(row -> byId.put(id(row), row));
        return byId;
    }

    private static String id(Map<String, Object> row) {
        return String.valueOf(row.getOrDefault("id", row.get("code")));
    }
}
