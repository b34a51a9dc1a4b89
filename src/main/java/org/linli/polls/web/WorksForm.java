package org.linli.polls.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.polls.works.Payment;
import org.linli.polls.works.Source;

/// Money or a milestone as staff enters it. Anything may be missing or wrong.
///
/// @param of     the number of the proposal
/// @param yuan   `1200.50`
/// @param number of the milestone that is reached
record WorksForm(
        @Nullable Integer of,
        @Nullable String source,
        @Nullable String yuan,
        @Nullable String payer,
        @Nullable String receipt,
        @Nullable String title,
        @Nullable String due,
        @Nullable Integer number) {

    private static final int LONGEST = 60;

    int proposal() {
        return of == null ? 0 : of;
    }

    int milestone() {
        return number == null ? 0 : number;
    }

    /// Empty where the amount, the source, who paid, or the receipt is missing or wrong.
    Optional<Payment> payment() {
        return Arrays.stream(Source.values())
                .filter(it -> it.name().equals(source))
                .findFirst()
                .flatMap(from -> Payment.fen(said(yuan)).map(fen -> new Payment(from, fen, said(payer), said(receipt))))
                .filter(it -> !it.payer().isEmpty() && !it.receipt().isEmpty());
    }

    String named() {
        return said(title);
    }

    /// Empty where it is no date.
    Optional<LocalDate> dueOn() {
        try {
            return Optional.of(LocalDate.parse(said(due)));
        } catch (DateTimeParseException typed) {
            return Optional.empty();
        }
    }

    private static String said(@Nullable String field) {
        String bare =
                field == null ? "" : field.replaceAll("[\\p{Cntrl}▸]+", " ").strip();
        return bare.length() > LONGEST ? bare.substring(0, LONGEST) : bare;
    }

    @Override
    public String toString() {
        return "WorksForm[]";
    }
}
