package org.linli.understanding.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import org.linli.platform.console.Options;
import org.linli.platform.console.WrongArguments;
import org.linli.platform.words.Folder;
import org.linli.understanding.opennlp.StoredModels;

/// The things that can be asked at the command line.
public record Intents(InputStream in, PrintStream out) {

    private static final String USAGE = """
            usage: java -jar linli.jar intents test [--data DIR] [--folds 5] [--report DIR]
                                       intents test --train FILE --test FILE [--out-of-scope LABEL] [--report DIR]
                                       intents compare --before DIR --after DIR [--report DIR]
                                       intents check [--data DIR]
                                       intents learn [--data DIR] [--into DIR]
                                       intents classify [--group] [--data DIR]
                                       intents entities [--now 2026-06-10T15:00]

            test      learns from four fifths of the examples and guesses the rest, each fifth in turn; or learns from one
                      file and guesses another, both in Rasa's YAML (.yml) or with lines of label, tab and text;
                      prints a table, with --report also writes intent_report.json, intent_errors.json and more
            compare   says whether one report is better than another, or only luckier
            check     finds examples that stand twice or under two labels, labels with few examples or without a
                      name of ours, with file and line
            learn     learns from the examples and keeps what it learnt, so that nobody waits for it at a start;
                      done at once where it is there already; --into: the folder, else where the program looks; fails
                      where nothing can be written there
            classify  reads lines, writes for each a JSON object with intent, confidence, danger and ranking;
                      --group: as if said among neighbours
            entities  reads lines, writes for each a JSON object with building, unit, room, floor, phone, time,
                      plate and amount
            --data    folder of examples, else ./intents, else those packed with the program
            """;

    /// @throws WrongArguments with one line for the person who typed them
    public void run(List<String> typed) throws IOException {
        String command = typed.isEmpty() ? "nothing" : typed.getFirst();
        var rest = typed.subList(Math.min(1, typed.size()), typed.size());
        if (typed.contains("-h") || typed.contains("--help")) {
            out.print(USAGE);
            return;
        }
        switch (command) {
            case "test" -> new TestIntents(out, System.err).run(TestIntents.options(rest));
            case "compare" -> new CompareReports(out).run(CompareReports.options(rest));
            case "check" -> new CheckExamples(out).run(files(CheckExamples.options(rest)));
            case "learn" -> learn(new Options("intents", rest, Set.of("--data", "--into"), Set.of()));
            case "classify" -> classify(new Options("intents", rest, Set.of("--data"), Set.of("--group")));
            case "entities" -> entities(new Options("intents", rest, Set.of("--now"), Set.of()));
            default ->
                throw new WrongArguments(
                        "intents test, compare, check, learn, classify or entities expected, found '%s'; see: intents -h"
                                .formatted(command));
        }
    }

    private void classify(Options options) throws IOException {
        var model = models(options).of(files(options));
        Lines.answer(in, out, new Classify(model, options.has("--group"))::answer);
    }

    private static void learn(Options options) throws IOException {
        models(options).keep(files(options));
    }

    private static StoredModels models(Options options) {
        String data = System.getenv().getOrDefault("LINLI_DATA", "data");
        String cache = System.getenv().getOrDefault("LINLI_UNDERSTANDING_CACHE", data + "/models");
        return new StoredModels(List.of(Path.of(options.get("--into", cache))), Clock.systemUTC());
    }

    private void entities(Options options) throws IOException {
        Lines.answer(in, out, new NameEntities(now(options))::answer);
    }

    private static LocalDateTime now(Options options) {
        String typed = options.get("--now", "");
        try {
            return typed.isEmpty()
                    ? LocalDateTime.ofInstant(Clock.systemUTC().instant(), ZoneId.systemDefault())
                    : LocalDateTime.parse(typed);
        } catch (DateTimeParseException malformed) {
            throw new WrongArguments("--now '%s', expected a local time like 2026-06-10T15:00".formatted(typed));
        }
    }

    static SortedMap<String, String> files(Options options) {
        String folder = options.get("--data", "intents");
        if (options.has("--data") && !Files.isDirectory(Path.of(folder))) {
            throw new WrongArguments("--data '%s' is not a folder".formatted(folder));
        }
        var files = new Folder(folder).readWhole(".yml");
        if (files.isEmpty()) {
            throw new WrongArguments("no .yml file in '%s'".formatted(folder));
        }
        return files;
    }
}
