package org.linli.ledgers;

/// A file that is no spreadsheet, or one whose first sheet has no row to repeat.
public final class NoTemplate extends RuntimeException {

    NoTemplate(String why) {
        super(why);
    }
}
