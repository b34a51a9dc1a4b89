package org.linli.understanding.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.linli.platform.console.Options;
import org.linli.platform.console.WrongArguments;
import org.linli.understanding.Intent;
import org.linli.understanding.examples.Examples;
import org.linli.understanding.examples.ReadExamples;

/// `intents test`: our own examples by folds, or anybody's by a file to learn from and a file to guess.
record TestIntents(PrintStream out, PrintStream err) {

    static Options options(List<String> typed) {
        var valued = Set.of("--data", "--folds", "--train", "--test", "--out-of-scope", "--report");
        var options = new Options("intents", typed, valued, Set.of());
        boolean files = options.has("--train") || options.has("--test");
        if (files && !(options.has("--train") && options.has("--test"))) {
            throw new WrongArguments("--train and --test go together, see: intents -h");
        }
        if (files && (options.has("--data") || options.has("--folds"))) {
            throw new WrongArguments("either --data with --folds or --train with --test, see: intents -h");
        }
        if (!files && options.has("--out-of-scope")) {
            throw new WrongArguments("--out-of-scope goes with --train and --test, see: intents -h");
        }
        return options;
    }

    void run(Options options) throws IOException {
        String outside = options.has("--train") ? options.get("--out-of-scope", "") : Intent.CHATTER.label();
        var report = Report.of(options.has("--train") ? files(options, outside) : folds(options));
        new Table(out).print(report, outside);
        if (options.has("--report")) {
            new WriteReport(report, outside, err).into(Path.of(options.get("--report", ".")));
        }
    }

    private static List<Guess> files(Options options, String outside) throws IOException {
        return new TrainAndTest(outside)
                .run(
                        ReadExamples.from(Path.of(options.get("--train", ""))),
                        ReadExamples.from(Path.of(options.get("--test", ""))));
    }

    private List<Guess> folds(Options options) throws IOException {
        int folds = options.number("--folds", 5, 2, 50);
        var examples = Examples.read(Intents.files(options));
        examples.warnings().forEach(err::println);
        return new CrossValidation(folds).run(examples.all());
    }
}
