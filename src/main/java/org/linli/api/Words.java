package org.linli.api;

import java.util.Arrays;
import java.util.Locale;

/// The names of things that are one of a few, as programs read and write them: `grid-worker`.
final class Words {

    private Words() {}

    static String of(Enum<?> it) {
        return of(it.name());
    }

    static String of(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Signals [Refusal] for the field where it is none of them.
    static <E extends Enum<E>> E read(Class<E> all, String said, String field) {
        return Arrays.stream(all.getEnumConstants())
                .filter(it -> of(it).equals(said))
                .findFirst()
                .orElseThrow(() -> Refusal.field(field));
    }
}
