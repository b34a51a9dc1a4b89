package org.linli.polls.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// A line of the log.
///
/// @param what for [Kind#RULES] the hash of the declared rules, otherwise the commitment of a ballot
public record Entry(Kind kind, Hash what) {

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

    public static Entry cast(Receipt receipt) {
        return new Entry(Kind.CAST, receipt.commitment());
    }

    /// Throws `IllegalArgumentException` where it is none.
    public static Entry read(String line) {
        var cells = line.split(";", 2);
        return Arrays.stream(Kind.values())
                .filter(it -> cells.length == 2 && it.word().equals(cells[0]))
                .findFirst()
                .map(it -> new Entry(it, Hash.fromHex(cells[1])))
                .orElseThrow(() -> new IllegalArgumentException("expected rules, cast, replaced or voided"));
    }

    public String line() {
        return kind.word() + ";" + what.hex();
    }

    public Hash leaf() {
        return Hash.leaf(line().getBytes(StandardCharsets.UTF_8));
    }
}
