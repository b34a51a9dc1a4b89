package org.linli.postroom.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.postroom.MessageToMany;

/// A message to many, as a form hands it in.
///
/// @param whom of [org.linli.postroom.ManyPeople.Many#chosen]
/// @param once names the message, so that a second click sends nothing
/// @param sure `true` where somebody has looked at it a second time
public record ManyForm(
        @Nullable String whom,
        @Nullable String words,
        @Nullable String once,
        @Nullable Boolean sure) {

    static ManyForm beginning(String words) {
        return new ManyForm(null, words, null, null);
    }

    public String chosen() {
        return whom == null ? "" : whom;
    }

    public String said() {
        return words == null ? "" : words;
    }

    MessageToMany message() {
        return new MessageToMany(chosen(), said(), name());
    }

    boolean isSure() {
        return Boolean.TRUE.equals(sure);
    }

    /// A new one where the form has none.
    private UUID name() {
        try {
            return once == null ? UUID.randomUUID() : UUID.fromString(once);
        } catch (IllegalArgumentException nonsense) {
            return UUID.randomUUID();
        }
    }

    @Override
    public String toString() {
        return "ManyForm[]";
    }
}
