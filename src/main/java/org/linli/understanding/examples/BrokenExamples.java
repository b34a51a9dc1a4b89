package org.linli.understanding.examples;

import java.util.List;
import org.linli.platform.words.YamlFault;

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

    BrokenExamples(String file, YamlFault fault) {
        this(file, Math.max(fault.line(), 1), fault.toString());
    }

    public List<String> faults() {
        return faults;
    }
}
