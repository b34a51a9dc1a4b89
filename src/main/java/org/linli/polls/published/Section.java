package org.linli.polls.published;

import java.util.Locale;

/// Of a ledger's file, in this order.
enum Section {
    ROUND,
    LOG,
    HEADS,
    OPENINGS,
    RESULT,
    ELECTION;

    String title() {
        return "[%s]".formatted(name().toLowerCase(Locale.ROOT));
    }
}
