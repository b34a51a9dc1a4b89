package org.linli.notices.writing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.linli.notices.Importance;
import org.linli.notices.Kind;
import org.linli.notices.Wording;
import org.linli.platform.words.Tree;

/// Reads one file of `templates/notices`. Pure.
final class ReadNoticeTemplate {

    private static final List<String> PARTS = List.of("name", "kind", "importance", "title", "brief", "text", "asked");

    private final List<TemplateFault> faults = new ArrayList<>();
    private final String file;

    private ReadNoticeTemplate(String file) {
        this.file = file;
    }

    /// A template, or what is wrong with its file.
    ///
    /// @param template empty exactly where there are faults
    record Read(Optional<NoticeTemplate> template, List<TemplateFault> faults) {}

    static Read read(String file, String text) {
        var reader = new ReadNoticeTemplate(file);
        var template = reader.template(text);
        return reader.faults.isEmpty()
                ? new Read(template, List.of())
                : new Read(Optional.empty(), List.copyOf(reader.faults));
    }

    private Optional<NoticeTemplate> template(String text) {
        try {
            if (Tree.read(text) instanceof Tree.Table table) {
                return Optional.of(template(table));
            }
            wrong(1, "no-table", "");
        } catch (Tree.Unreadable broken) {
            wrong(broken.fault().line(), "no-yaml", broken.fault().told());
        }
        return Optional.empty();
    }

    private NoticeTemplate template(Tree.Table table) {
        table.parts().forEach((part, tree) -> {
            if (!PARTS.contains(part)) {
                wrong(tree.line(), "unknown-part", part);
            }
        });
        var said = new Wording(
                word(table, "kind", Kind.class, Kind.POLICY),
                word(table, "importance", Importance.class, Importance.ORDINARY),
                text(table, "title"),
                optional(table, "brief"),
                text(table, "text"));
        return new NoticeTemplate(
                file.replaceFirst("\\.yml$", ""), text(table, "name"), said, optional(table, "asked"));
    }

    private String optional(Tree.Table table, String part) {
        return table.parts().containsKey(part) ? text(table, part) : "";
    }

    private String text(Tree.Table table, String part) {
        return switch (table.parts().get(part)) {
            case Tree.Leaf leaf when !leaf.text().isEmpty() -> leaf.text();
            case Tree other -> {
                wrong(other.line(), "no-text", part);
                yield "";
            }
            case null -> {
                wrong(table.line(), "missing", part);
                yield "";
            }
        };
    }

    private <E extends Enum<E>> E word(Tree.Table table, String part, Class<E> words, E otherwise) {
        String said = text(table, part);
        var found = Arrays.stream(words.getEnumConstants())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(said))
                .findFirst();
        if (found.isEmpty() && !said.isEmpty()) {
            wrong(line(table.parts(), part), "unknown-word", said);
        }
        return found.orElse(otherwise);
    }

    private static int line(Map<String, Tree> parts, String part) {
        var tree = parts.get(part);
        return tree == null ? 1 : tree.line();
    }

    private void wrong(int line, String why, String what) {
        faults.add(new TemplateFault(file, line, why, what));
    }
}
