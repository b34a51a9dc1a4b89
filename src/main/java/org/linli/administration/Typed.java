package org.linli.administration;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Fields of a form as people type them.
final class Typed {

    private Typed() {}

    /// Empty where nothing was typed.
    static String text(@Nullable String field) {
        return field == null ? "" : field.strip();
    }

    /// By commas, semicolons or blanks, Chinese ones too.
    static List<String> texts(@Nullable String field) {
        return Stream.of(text(field).split("[,，、;；\\s]+"))
                .filter(it -> !it.isEmpty())
                .toList();
    }
}
