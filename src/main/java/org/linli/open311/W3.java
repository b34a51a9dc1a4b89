package org.linli.open311;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.linli.cases.SpokenTime;
import org.linli.platform.words.SaidTime;

/// Times as the specification has them: https://www.w3.org/TR/NOTE-datetime with a zone.
final class W3 {

    private W3() {}

    static String of(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS)
                .atZone(SpokenTime.ZONE)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    /// Empty for an empty text.
    ///
    /// @throws Refused for anything else that is no such time
    static Optional<Instant> read(String name, String text) {
        try {
            return text.isBlank()
                    ? Optional.empty()
                    : Optional.of(SaidTime.instant(text.strip().replace(' ', '+')));
        } catch (DateTimeParseException unreadable) {
            throw Refused.badRequest(name + " has to be like 2026-05-24T00:00:00Z");
        }
    }
}
