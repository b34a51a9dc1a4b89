package org.linli.polls.files;

/// A file is no election. The message names the line and what was expected there.
public final class BrokenElection extends RuntimeException {

    BrokenElection(String message) {
        super(message);
    }

    static BrokenElection at(int line, String message) {
        return new BrokenElection("line %d: %s".formatted(line, message));
    }
}
