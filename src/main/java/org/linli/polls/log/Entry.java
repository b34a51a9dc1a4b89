package org.linli.polls.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// A line of the log.
///
/// @param what for [Kind#RULES] the hash of the declared rules, otherwise the commitment of a ballot
/// @param reason why it was voided, one line for everybody to read; empty of all others
public record Entry(Kind kind, Hash what, String reason) {

    /// Longer ones nobody reads on a telephone.
    public static final int LONGEST_REASON = 200;

    public enum Kind {
        /// The first: what was declared before anybody voted.
        RULES,
        CAST,
        /// Its voter has voted anew.
        REPLACED,
        /// Taken out by two people for a reason that is published.
        VOIDED;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Entry {
        if (!reason.isEmpty() && kind != Kind.VOIDED || !isReason(reason)) {
            throw new IllegalArgumentException("expected one line of a reason, of voided ballots only");
        }
    }

    public Entry(Kind kind, Hash what) {
        this(kind, what, "");
    }

    public static Entry cast(Receipt receipt) {
        return new Entry(Kind.CAST, receipt.commitment());
    }

    /// Throws `IllegalArgumentException` where it is none.
    public static Entry read(String line) {
        var cells = line.split(";", 3);
        return Arrays.stream(Kind.values())
                .filter(it -> cells.length >= 2 && it.word().equals(cells[0]))
                .findFirst()
                .map(it -> new Entry(it, Hash.fromHex(cells[1]), cells.length == 3 ? said(cells[2]) : ""))
                .orElseThrow(() -> new IllegalArgumentException("expected rules, cast, replaced or voided"));
    }

    /// An empty one is left out with its semicolon, so that each entry has one line.
    private static String said(String reason) {
        if (reason.isEmpty()) {
            throw new IllegalArgumentException("expected a reason after the second semicolon");
        }
        return reason;
    }

    /// Whether it can stand in a line: without line ends and other signs that nobody sees.
    public static boolean isReason(String reason) {
        return reason.length() <= LONGEST_REASON
                && reason.codePoints()
                        .noneMatch(it -> Character.isISOControl(it)
                                || Character.getType(it) == Character.LINE_SEPARATOR
                                || Character.getType(it) == Character.PARAGRAPH_SEPARATOR
                                || Character.getType(it) == Character.SURROGATE
                                || Character.getType(it) == Character.FORMAT);
    }

    public String line() {
        return kind.word() + ";" + what.hex() + (reason.isEmpty() ? "" : ";" + reason);
    }

    public Hash leaf() {
        return Hash.leaf(line().getBytes(StandardCharsets.UTF_8));
    }
}
