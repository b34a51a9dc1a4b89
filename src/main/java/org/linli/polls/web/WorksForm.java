package org.linli.polls.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.platform.words.SaidTime;
import org.linli.polls.works.Payment;
import org.linli.polls.works.Source;
import org.springframework.http.codec.multipart.FilePart;

/// What somebody enters about a project that is carried out. Anything may be missing or wrong.
///
/// @param of      the number of the proposal
/// @param yuan    `1200.50`
/// @param number  of the milestone
/// @param picture of a milestone
record WorksForm(
        @Nullable Integer of,
        @Nullable String source,
        @Nullable String yuan,
        @Nullable String payer,
        @Nullable String receipt,
        @Nullable String title,
        @Nullable String due,
        @Nullable Integer number,
        @Nullable FilePart picture) {

    private static final int LONGEST = 60;

    int proposal() {
        return of == null ? 0 : of;
    }

    int milestone() {
        return number == null ? 0 : number;
    }

    /// The fields of the act that cannot be taken; none where it can be done.
    List<String> wrong(String act) {
        return switch (act) {
            case "money" ->
                Stream.of(
                                from().isPresent() ? "" : "source",
                                Payment.fen(said(yuan)).isPresent() ? "" : "yuan",
                                isNamed(payer) ? "" : "payer",
                                isNamed(receipt) ? "" : "receipt")
                        .filter(it -> !it.isEmpty())
                        .toList();
            case "milestone" ->
                Stream.of(isNamed(title) ? "" : "title", date().isPresent() ? "" : "due")
                        .filter(it -> !it.isEmpty())
                        .toList();
            default -> List.of();
        };
    }

    /// Of a form in which nothing is wrong.
    Payment payment() {
        return new Payment(from().orElseThrow(), Payment.fen(said(yuan)).orElseThrow(), said(payer), said(receipt));
    }

    /// The same.
    LocalDate dueOn() {
        return date().orElseThrow();
    }

    String named() {
        return said(title);
    }

    private Optional<Source> from() {
        return Arrays.stream(Source.values())
                .filter(it -> it.name().equals(source))
                .findFirst();
    }

    private Optional<LocalDate> date() {
        try {
            return Optional.of(SaidTime.day(said(due)));
        } catch (DateTimeParseException typed) {
            return Optional.empty();
        }
    }

    private static boolean isNamed(@Nullable String field) {
        String said = said(field);
        return !said.isEmpty() && said.length() <= LONGEST;
    }

    private static String said(@Nullable String field) {
        return field == null ? "" : field.replaceAll("[\\p{Cntrl}▸]+", " ").strip();
    }

    @Override
    public String toString() {
        return "WorksForm[]";
    }
}
