package org.linli.cases;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the desk's list is narrowed to; each is empty where it does not matter.
///
/// @param state a state's name, `open` or `all`; anything else counts as `open`
/// @param late  only what is overdue
/// @param text  in the words or the number
public record DeskFilter(String state, String unit, String label, boolean late, String text) {

    public static final DeskFilter OPEN = new DeskFilter("open", "", "", false, "");

    public static DeskFilter of(
            @Nullable String state,
            @Nullable String unit,
            @Nullable String label,
            boolean late,
            @Nullable String text) {
        return new DeskFilter(
                blank(state).isEmpty() ? "open" : blank(state), blank(unit), blank(label), late, blank(text));
    }

    boolean all() {
        return state.equals("all");
    }

    /// Empty for `open`, `all` and whatever is no state.
    Optional<State> exactly() {
        for (State it : State.values()) {
            if (it.name().equals(state.toUpperCase(Locale.ROOT))) {
                return Optional.of(it);
            }
        }
        return Optional.empty();
    }

    /// For `ilike`: what somebody typed stands for itself.
    String pattern() {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static String blank(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
