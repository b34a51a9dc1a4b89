package org.linli.cases.behalf;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.linli.cases.Way;

/// What was typed into the form, before anything of it is understood.
///
/// @param resident of the one who was chosen; empty for a stranger
/// @param label    empty: whatever the words say
/// @param place    in words; empty: whatever the words say
/// @param dueOn    the last day for a mandate; `null` without
public record Typed(
        String occasion,
        Way way,
        String resident,
        String name,
        String phone,
        boolean mayContact,
        String words,
        String label,
        String place,
        @Nullable LocalDate dueOn) {

    /// The same of nobody we know.
    public Typed ofStranger() {
        return new Typed(occasion, way, "", name, phone, mayContact, words, label, place, dueOn);
    }

    @Override
    public String toString() {
        return "Typed[" + way + "]";
    }
}
