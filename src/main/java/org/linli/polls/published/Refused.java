package org.linli.polls.published;

/// A ledger is not what it claims to be. The message names the line and what is wrong there.
public final class Refused extends RuntimeException {

    private final int line;

    /// @param line of the file, from 1
    Refused(int line, String message) {
        super("line %d: %s".formatted(line, message));
        this.line = line;
    }

    public int line() {
        return line;
    }
}
