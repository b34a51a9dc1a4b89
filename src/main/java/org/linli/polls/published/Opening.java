package org.linli.polls.published;

import org.linli.polls.log.Receipt;

/// What opens an entry, where the level is [org.linli.polls.log.Level#OPENINGS].
///
/// @param entry its number in the log, from 1
/// @param ballot see [org.linli.polls.files.BallotText#line()]
public record Opening(int entry, String nonce, String ballot) {

    static Opening read(String line) {
        var cells = line.split(";", 3);
        if (cells.length < 3) {
            throw new IllegalArgumentException("expected entry;nonce;ballot");
        }
        return new Opening(Integer.parseInt(cells[0]), cells[1], cells[2]);
    }

    String line() {
        return "%d;%s;%s".formatted(entry, nonce, ballot);
    }

    Receipt receipt(String poll) {
        return new Receipt(poll, ballot, nonce);
    }

    /// Without the ballot and what opens it.
    @Override
    public String toString() {
        return "opening of entry " + entry;
    }
}
