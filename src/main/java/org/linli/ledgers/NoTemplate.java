package org.linli.ledgers;

import java.util.List;

/// A file that is no spreadsheet, one whose first sheet has no row to repeat, or one that asks for what is not there.
public final class NoTemplate extends RuntimeException {

    private final List<String> unknown;

    NoTemplate(String why) {
        this(why, List.of());
    }

    private NoTemplate(String why, List<String> unknown) {
        super(why);
        this.unknown = List.copyOf(unknown);
    }

    static NoTemplate askingFor(List<String> unknown) {
        return new NoTemplate("asks for what is not there: " + unknown, unknown);
    }

    /// What stands in braces and cannot be filled in, each with its cell, like `C4 {{each.colour}}`; may be empty.
    public List<String> unknown() {
        return unknown;
    }
}
