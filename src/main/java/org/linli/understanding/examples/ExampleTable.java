package org.linli.understanding.examples;

import java.util.ArrayList;
import java.util.List;

/// One file of lines `label<TAB>text`; further columns are left out, as are empty lines.
final class ExampleTable {

    private static final int MOST_FAULTS = 20;

    private final String path;
    private final List<Example> examples = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    ExampleTable(String path) {
        this.path = path;
    }

    /// @throws BrokenExamples with one line a fault
    List<Example> read(String text) {
        int number = 0;
        for (String line : text.split("\r?\n|\r", -1)) {
            number++;
            if (!line.isBlank()) {
                row(number == 1 && line.startsWith("\ufeff") ? line.substring(1) : line, number);
            }
        }
        if (examples.isEmpty() && faults.isEmpty()) {
            faults.add(path + ": no examples, expected lines of a label, a tab and a text");
        }
        if (!faults.isEmpty()) {
            throw new BrokenExamples(faults.subList(0, Math.min(MOST_FAULTS, faults.size())));
        }
        return examples;
    }

    private void row(String line, int number) {
        String[] columns = line.split("\t", -1);
        if (columns.length < 2) {
            fault(number, "no tab, expected a label, a tab and a text");
        } else if (columns[0].isBlank()) {
            fault(number, "no label before the tab");
        } else if (columns[1].isBlank()) {
            fault(number, "no text after the tab");
        } else {
            examples.add(new Example(columns[0].strip(), columns[1].strip(), path, number));
        }
    }

    private void fault(int number, String what) {
        faults.add(path + ":" + number + ": " + what);
    }
}
