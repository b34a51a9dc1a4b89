package org.linli.notices.sending;

import org.linli.outbox.LetterFates;

/// What the state of a letter means for whom it is to.
record ReadFate(Fate fate, String reason) {

    /// No letter of theirs is there any more.
    static final ReadFate TAKEN_BACK = new ReadFate(Fate.TAKEN_BACK, "");

    static ReadFate of(LetterFates.Fate letter) {
        var fate = switch (letter.state()) {
            case "seen" -> Fate.SEEN;
            case "arrived" -> Fate.DELIVERED;
            case "sent", "confirmed" -> Fate.ACCEPTED;
            case "unknown" -> Fate.UNKNOWN;
            case "held" -> Fate.HELD;
            case "failed" -> Fate.FAILED;
            default -> Fate.POSTED;
        };
        return new ReadFate(fate, fate == Fate.POSTED ? "" : letter.reason());
    }

    /// Of several letters the one that came furthest counts.
    int rank() {
        return switch (fate) {
            case SEEN -> 6;
            case DELIVERED -> 5;
            case ACCEPTED -> 4;
            case UNKNOWN -> 3;
            case POSTED -> 2;
            case HELD -> 1;
            default -> 0;
        };
    }
}
