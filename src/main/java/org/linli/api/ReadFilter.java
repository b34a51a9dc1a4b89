package org.linli.api;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.cases.BoardColumn;
import org.linli.cases.CaseWords;
import org.linli.cases.DeskFilter;
import org.linli.cases.State;
import org.springframework.stereotype.Component;

/// Reads which cases a program asks for, to list them or to have them in a file. Signals [Refusal] with the name of the
/// field that is wrong: a word that nobody knows would find something else than was asked for.
@Component
class ReadFilter {

    /// Beside states, `open` and `all`, columns of the board that hold several.
    private static final Set<String> EVERY_STATE =
            Set.of("", "open", "all", BoardColumn.TO_PLACE.word(), BoardColumn.TO_ACCEPT.word());

    private final CaseWords words;

    ReadFilter(CaseWords words) {
        this.words = words;
    }

    /// @param priority `urgent` what is urgent or an emergency, `emergency` only those; may be empty
    /// @param whose    `mine` what this program has in hand, `told` what was reported up to its unit,
    ///                 `handed-on` what units have handed on twice; may be empty
    record Asked(
            @Nullable String state,
            @Nullable String unit,
            @Nullable String label,
            boolean late,
            @Nullable String text,
            String priority,
            String whose) {}

    DeskFilter read(Asked asked) {
        return DeskFilter.of(state(asked.state()), asked.unit(), label(asked.label()), asked.late(), asked.text())
                .pressing(oneOf(DeskFilter.PRESSING, asked.priority(), "priority"))
                .whose(oneOf(DeskFilter.WHOSE, asked.whose(), "whose"));
    }

    private static String oneOf(Set<String> words, String said, String field) {
        if (!said.isEmpty() && !words.contains(said)) {
            throw Refusal.field(field);
        }
        return said;
    }

    private static String state(@Nullable String said) {
        return said == null || EVERY_STATE.contains(said)
                ? Objects.requireNonNullElse(said, "open")
                : Words.read(State.class, said.toLowerCase(Locale.ROOT).replace('_', '-'), "state")
                        .name();
    }

    private @Nullable String label(@Nullable String said) {
        if (said != null && !said.isBlank() && !words.labels().containsKey(said)) {
            throw Refusal.field("label");
        }
        return said;
    }
}
