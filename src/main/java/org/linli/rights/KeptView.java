package org.linli.rights;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.linli.community.CommunityMap;
import org.linli.platform.words.WordFile;
import org.springframework.stereotype.Component;

/// What is kept of somebody, in words they understand.
@Component
public class KeptView {

    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?(?:Z|[+-]\\d{2}:\\d{2})");

    static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    /// For programs, and of no use to read.
    private static final Set<String> HIDDEN = Set.of("file_type", "occasion", "id");

    /// Where codes stand; those without words are for programs as well.
    private static final Set<String> CODED = Set.of("what", "state");

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]+");

    /// @param kind what it is, in a few words
    /// @param rows label and value
    public record Section(String kind, List<Map<String, String>> rows) {

        @Override
        public String toString() {
            return "Section[" + kind + "]";
        }
    }

    private final WordFile ofCases = WordFile.of("templates/messages", "cases.properties");
    private final WordFile words = WordFile.of("templates/messages", "rights.properties");

    /// Several tables may be one kind.
    public List<Section> of(List<KeptOfPerson> kept, CommunityMap map) {
        var sections = new LinkedHashMap<String, List<Map<String, String>>>();
        for (var table : kept) {
            sections.computeIfAbsent(kind(table.table()), _ -> new ArrayList<>())
                    .addAll(table.rows().stream().map(row -> shown(row, map)).toList());
        }
        return sections.entrySet().stream()
                .map(it -> new Section(it.getKey(), List.copyOf(it.getValue())))
                .toList();
    }

    private String kind(String table) {
        return words.find("rights.kind." + table).orElse(table);
    }

    private Map<String, String> shown(Map<String, Object> row, CommunityMap map) {
        var shown = new LinkedHashMap<String, String>();
        row.forEach((column, value) -> {
            if (!HIDDEN.contains(column)) {
                shown.put(label(column), value(column, value, map));
            }
        });
        shown.values().removeIf(String::isBlank);
        return shown;
    }

    private String label(String column) {
        return words.find("rights.column." + column).orElse(column);
    }

    private String value(String column, Object value, CommunityMap map) {
        return switch (value) {
            case Boolean yes -> words.say(yes ? "rights.yes" : "rights.no");
            case Map<?, ?> several -> joined(several.values());
            case Collection<?> several -> joined(several);
            default -> text(column, String.valueOf(value), map);
        };
    }

    private String text(String column, String value, CommunityMap map) {
        if (INSTANT.matcher(value).matches()) {
            return MINUTE.format(OffsetDateTime.parse(value));
        }
        return switch (column) {
            case "file" -> value.startsWith("files/") ? value : words.say("rights.in-the-file");
            case "place" -> map.place(value).map(map::display).orElse(value);
            case "address" ->
                words.find("rights.channel." + value.replaceAll(":.*", "")).orElse(value);
            default ->
                said(value).orElse(CODED.contains(column) && CODE.matcher(value).matches() ? "" : value);
        };
    }

    /// Codes by the words that pages have for them. Empty where there are none.
    private Optional<String> said(String code) {
        return words.find("rights.value." + code)
                .or(() -> ofCases.find("label." + code))
                .or(() -> ofCases.find("state." + code))
                .or(() -> ofCases.find("step." + code));
    }

    private static String joined(Collection<?> several) {
        return several.stream().map(String::valueOf).filter(it -> !it.isBlank()).collect(Collectors.joining("，"));
    }
}
