package org.linli.polls.chat;

import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.polls.log.ReceiptCode;

/// How people ask for their ballot: "查票 K7PM-3QXA-9DTR-WC4H".
final class ReceiptWords {

    private static final Pattern CHECK = Pattern.compile(
            "^\\s*(?:我(?:要|想)?)?查(?:一下|一查|查)?我?的?(?:选票|票|回执)码?\\s*[:：,，]?\\s*([0-9A-Za-z０-９Ａ-Ｚａ-ｚ\\p{Pd}_·.\\s]*)[。!！]*$");

    private ReceiptWords() {}

    static boolean areIn(String said) {
        return CHECK.matcher(said).matches();
    }

    /// Whether any code was said, be it mistyped.
    static boolean nameOne(String said) {
        return !typed(said).isBlank();
    }

    /// Empty where there is none, or it was mistyped.
    static Optional<ReceiptCode> code(String said) {
        return ReceiptCode.read(typed(said));
    }

    private static String typed(String said) {
        var found = CHECK.matcher(said);
        return found.matches() ? found.group(1) : "";
    }
}
