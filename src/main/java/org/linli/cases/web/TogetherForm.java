package org.linli.cases.web;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.cases.ActTogether.Chosen;

/// What the bar above the list hands in.
///
/// @param it       marked cases, each as `LM-2026-000123~4`: the version in which it was seen
/// @param occasion made with the page, so that a form sent twice does nothing twice
record TogetherForm(
        @Nullable String act,
        @Nullable List<String> it,
        @Nullable String unit,
        @Nullable String label,
        @Nullable String words,
        @Nullable String occasion) {

    static final String OCCASION = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private static final Pattern CHOSEN = Pattern.compile("([A-Z0-9-]{1,40})~(\\d{1,9})");

    /// What is none is left out.
    List<Chosen> chosen() {
        return it == null
                ? List.of()
                : it.stream().distinct().flatMap(TogetherForm::chosen).toList();
    }

    String said(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    String bulk() {
        return occasion != null && occasion.matches(OCCASION)
                ? occasion
                : UUID.randomUUID().toString();
    }

    private static Stream<Chosen> chosen(String text) {
        var parts = CHOSEN.matcher(text);
        return parts.matches() ? Stream.of(new Chosen(parts.group(1), Long.parseLong(parts.group(2)))) : Stream.empty();
    }
}
