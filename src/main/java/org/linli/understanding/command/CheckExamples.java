package org.linli.understanding.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.linli.platform.console.Options;
import org.linli.understanding.examples.BrokenExamples;
import org.linli.understanding.examples.Example;
import org.linli.understanding.examples.Examples;

/// `intents check`: what is wrong or odd with the examples, one line each, with file and line.
record CheckExamples(PrintStream out) {

    static Options options(List<String> typed) {
        return new Options("intents", typed, Set.of("--data"), Set.of());
    }

    /// @throws BrokenExamples where there are errors; warnings are only printed
    void run(SortedMap<String, String> files) {
        List<Example> all = Examples.read(files).all();
        var findings = Finding.all(all, LabelNames.known());
        findings.stream().filter(it -> !it.isError()).map(Finding::line).forEach(out::println);
        var errors =
                findings.stream().filter(Finding::isError).map(Finding::line).toList();
        out.printf(
                "%d examples of %d labels: %d errors, %d warnings%n",
                all.size(),
                all.stream().map(Example::label).distinct().count(),
                errors.size(),
                findings.size() - errors.size());
        if (!errors.isEmpty()) {
            throw new BrokenExamples(errors);
        }
    }
}
