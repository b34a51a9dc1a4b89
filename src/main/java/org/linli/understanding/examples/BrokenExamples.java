package org.linli.understanding.examples;

import java.util.List;

/// Files that cannot be learnt from. The message has one line a fault: file, line, what was found, what was expected.
public final class BrokenExamples extends RuntimeException {

    private final List<String> faults;

    public BrokenExamples(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    BrokenExamples(String file, int line, String fault) {
        this(List.of(file + ":" + line + ": " + fault));
    }

    public List<String> faults() {
        return faults;
    }
}
