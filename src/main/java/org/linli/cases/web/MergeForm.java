package org.linli.cases.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the forms about the same problem hand in.
///
/// @param version  of the case as the page showed it
/// @param occasion made with the page, so that a form sent twice tells nobody twice
/// @param other    the number of the other case, however it is written
/// @param who      marks of neighbours
record MergeForm(
        @Nullable Long version,
        @Nullable String occasion,
        @Nullable String other,
        @Nullable String words,
        @Nullable List<String> who) {

    private static final int LONGEST = 500;

    long seen() {
        return version == null ? 0 : version;
    }

    String otherCase() {
        return other == null ? "" : other;
    }

    String reason() {
        String said = words == null ? "" : words.strip();
        return said.substring(0, Math.min(said.length(), LONGEST));
    }

    List<String> marks() {
        return who == null ? List.of() : who;
    }

    /// Unique to this case, whatever was handed in.
    String occasionOf(String number) {
        String made = occasion == null || !occasion.matches("[0-9a-f-]{36}") ? "v" + seen() : occasion;
        return number + "/" + made;
    }
}
