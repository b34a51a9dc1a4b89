package org.linli.hotline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a work order says. Stored by name, so none is ever renamed.
public enum Field {
    NUMBER(true, 60),
    WORDS(true, 4_000),
    RECEIVED(true, 40),
    DUE(false, 40),
    PLACE(false, 200),
    CALLER(false, 60),
    PHONE(false, 30),
    CATEGORY(false, 100);

    private final boolean needed;
    private final int longest;

    Field(boolean needed, int longest) {
        this.needed = needed;
        this.longest = longest;
    }

    /// Whether an order without it is refused.
    public boolean isNeeded() {
        return needed;
    }

    /// In characters.
    int longest() {
        return longest;
    }

    /// As the push interface names it: `received_at`, `number`.
    public String json() {
        return switch (this) {
            case RECEIVED -> "received_at";
            case DUE -> "due_at";
            default -> name().toLowerCase(Locale.ROOT);
        };
    }

    public static List<Field> needed() {
        return Arrays.stream(values()).filter(Field::isNeeded).toList();
    }

    static Optional<Field> named(String name) {
        return Arrays.stream(values()).filter(it -> it.name().equals(name)).findFirst();
    }
}
