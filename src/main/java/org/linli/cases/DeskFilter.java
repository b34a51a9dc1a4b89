package org.linli.cases;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the desk's list is narrowed to; each is empty where it does not matter.
///
/// @param state a state's name, `to-place`, `to-accept` (a [BoardColumn]), `open` or `all`; anything else counts as
/// `open`
/// @param late  only what is overdue
/// @param text  in the words or the number
/// @param priority `urgent` what is urgent or an emergency, `emergency` only those
/// @param whose `mine` what I accepted, `told` what was reported up to my unit, `handed-on` what units have handed on
///              twice
/// @param spot  a building or named spot, of which only what is open is found
public record DeskFilter(
        String state,
        String unit,
        String label,
        boolean late,
        String text,
        String whose,
        String priority,
        String spot) {

    public static final DeskFilter OPEN = new DeskFilter("open", "", "", false, "");

    public static final Set<String> WHOSE = Set.of("mine", "told", "handed-on");

    public static final Set<String> PRESSING = Set.of(Priority.URGENT.word(), Priority.EMERGENCY.word());

    /// Whoever's, however pressing.
    public DeskFilter(String state, String unit, String label, boolean late, String text) {
        this(state, unit, label, late, text, "", "", "");
    }

    /// Wherever.
    public DeskFilter(
            String state, String unit, String label, boolean late, String text, String whose, String priority) {
        this(state, unit, label, late, text, whose, priority, "");
    }

    public static DeskFilter of(
            @Nullable String state,
            @Nullable String unit,
            @Nullable String label,
            boolean late,
            @Nullable String text) {
        return new DeskFilter(
                blank(state).isEmpty() ? "open" : blank(state), blank(unit), blank(label), late, blank(text));
    }

    /// Anything else than the three words does not matter.
    public DeskFilter whose(@Nullable String other) {
        String known = WHOSE.contains(blank(other)) ? blank(other) : "";
        return new DeskFilter(state, unit, label, late, text, known, priority, spot);
    }

    /// Anything else than the two words does not matter.
    public DeskFilter pressing(@Nullable String other) {
        String known = PRESSING.contains(blank(other)) ? blank(other) : "";
        return new DeskFilter(state, unit, label, late, text, whose, known, spot);
    }

    public DeskFilter at(String otherSpot) {
        return new DeskFilter(state, unit, label, late, text, whose, priority, otherSpot);
    }

    public DeskFilter in(String otherState) {
        return new DeskFilter(otherState, unit, label, late, text, whose, priority, spot);
    }

    /// For the trail of exports. Not what was searched for: that may be a name.
    public String narrowed() {
        return Stream.of(state, unit, label, late ? "late" : "", whose, priority, spot)
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(" "));
    }

    boolean all() {
        return state.equals("all");
    }

    /// Empty for `open`, `all` and whatever is no state.
    Set<State> states() {
        return BoardColumn.of(state).map(BoardColumn::states).orElseGet(() -> {
            var exactly = EnumSet.noneOf(State.class);
            Arrays.stream(State.values())
                    .filter(it -> it.name().equals(state.toUpperCase(Locale.ROOT)))
                    .forEach(exactly::add);
            return exactly;
        });
    }

    /// Whether all that it finds is open.
    public boolean isOpen() {
        return !all() && states().stream().allMatch(State::isOpen);
    }

    /// Whether it may find something open.
    boolean mayBeOpen() {
        return all() || states().isEmpty() || states().stream().anyMatch(State::isOpen);
    }

    /// For `ilike`: what somebody typed stands for itself.
    String pattern() {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static String blank(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
