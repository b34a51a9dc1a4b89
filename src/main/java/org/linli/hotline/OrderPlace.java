package org.linli.hotline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a page of orders ends, by what they are ordered by: nothing is missed when orders before it are settled.
///
/// @param dueAt      of the order there; `null` where the hotline sent none
/// @param receivedAt to the microsecond, as the database keeps it
public record OrderPlace(@Nullable Instant dueAt, Instant receivedAt, String number) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18}|-) (\\d{1,18}) ([^\\p{Cntrl}]+)");
    private static final long MICROS = 1_000_000;
    private static final long LATEST = 253_402_300_799L;

    /// Of the last order of a page. `null` where nothing follows it.
    ///
    /// @param found one more than a page holds, where there is one
    public static @Nullable OrderPlace after(List<Orders.Known> found) {
        return found.size() <= Orders.PAGE
                ? null
                : of(found.get(Orders.PAGE - 1).it());
    }

    private static OrderPlace of(WorkOrder it) {
        return new OrderPlace(it.dueAt(), it.receivedAt(), it.number());
    }

    /// What [#text] wrote. Empty for everything else.
    public static Optional<OrderPlace> parse(String text) {
        var said = FORM.matcher(text);
        if (!said.matches()) {
            return Optional.empty();
        }
        boolean due = !said.group(1).equals("-");
        return time(said.group(2))
                .filter(_ -> !due || time(said.group(1)).isPresent())
                .map(received ->
                        new OrderPlace(due ? time(said.group(1)).orElseThrow() : null, received, said.group(3)));
    }

    private static Optional<Instant> time(String micros) {
        long number = Long.parseLong(micros);
        return number / MICROS > LATEST
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(number / MICROS, number % MICROS * 1_000));
    }

    /// For addresses and cursors.
    public String text() {
        return (dueAt == null ? "-" : micros(dueAt)) + " " + micros(receivedAt) + " " + number;
    }

    private static String micros(Instant it) {
        return String.valueOf(Math.addExact(it.getEpochSecond() * MICROS, it.getNano() / 1_000));
    }
}
