package org.linli.cases.web;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseWords;
import org.linli.cases.Priority;
import org.springframework.http.codec.multipart.FilePart;

/// What a form of the case page hands in.
///
/// @param version  of the case as the page showed it
/// @param occasion made with the page, so that a form sent twice tells nobody twice
record ActForm(
        @Nullable Long version,
        @Nullable String occasion,
        @Nullable String words,
        @Nullable String unit,
        @Nullable Integer days,
        @Nullable FilePart picture,
        @Nullable String label,
        @Nullable String at,
        @Nullable String amount,
        @Nullable String member,
        @Nullable String priority) {

    long seen() {
        return version == null ? 0 : version;
    }

    /// With the amount that was named, as people would have written it.
    String said(CaseWords how) {
        String note = words == null ? "" : words;
        return amount == null || amount.isBlank()
                ? note
                : how.say("case.amount.said", note.strip(), amount.strip()).strip();
    }

    int moreDays() {
        return days == null ? 0 : Math.clamp(days, 0, 365);
    }

    String newLabel() {
        return label == null ? "" : label;
    }

    String toMember() {
        return member == null ? "" : member;
    }

    /// Empty for whatever is none.
    Optional<Priority> newPriority() {
        return Arrays.stream(Priority.values())
                .filter(it -> it.name().equals(priority))
                .findFirst();
    }

    String toUnit() {
        return unit == null ? "" : unit;
    }

    /// Unique to this case, whatever was handed in.
    String occasionOf(String number) {
        String made = occasion == null || !occasion.matches("[0-9a-f-]{36}") ? "v" + seen() : occasion;
        return number + "/" + made;
    }
}
