package org.linli.polls.works;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Money that came in for a project or was paid out.
///
/// @param fen     not 0; below it takes an earlier line back
/// @param payer   who gave it, or who got it
/// @param receipt its number
public record Payment(Source source, long fen, String payer, String receipt) {

    private static final Pattern YUAN = Pattern.compile("-?\\d{1,9}(?:\\.\\d{1,2})?");

    /// Exact; empty where it is no amount of yuan and fen, or none at all.
    public static Optional<Long> fen(String yuan) {
        return Optional.of(yuan.strip().replace(",", ""))
                .filter(it -> YUAN.matcher(it).matches())
                .map(it -> new BigDecimal(it).movePointRight(2).longValueExact())
                .filter(it -> it != 0);
    }

    /// In yuan, `1,200.50`.
    public static String yuan(long fen) {
        return String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(fen, 2));
    }

    @Override
    public String toString() {
        return "Payment[" + source + "]";
    }
}
