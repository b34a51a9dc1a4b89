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
import org.linli.platform.words.Folder;
import org.linli.understanding.examples.Examples;
import org.linli.understanding.opennlp.StoredModels;

/// The three things that can be asked at the command line.
public record Intents(InputStream in, PrintStream out) {

    private static final String USAGE = """
            usage: java -jar linli.jar intents test [--data DIR] [--folds 5] [--report DIR]
                                       intents classify [--group] [--data DIR]
                                       intents entities [--now 2026-06-10T15:00]

            test      learns from four fifths of the examples and guesses the rest, each fifth in turn; prints a table,
                      with --report also writes intent_report.json and intent_errors.json
            classify  reads lines, writes for each a JSON object with intent, confidence and ranking;
                      --group: as if said among neighbours
            entities  reads lines, writes for each a JSON object with building, unit, room, floor, phone and time
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
            case "test" -> test(new Options(rest, Set.of("--data", "--folds", "--report"), Set.of()));
            case "classify" -> classify(new Options(rest, Set.of("--data"), Set.of("--group")));
            case "entities" -> entities(new Options(rest, Set.of("--now"), Set.of()));
            default ->
                throw new WrongArguments(
                        "intents test, classify or entities expected, found '%s'; see: intents -h".formatted(command));
        }
    }

    private void test(Options options) throws IOException {
        int folds = options.number("--folds", 5, 2, 50);
        var examples = Examples.read(files(options));
        examples.warnings().forEach(System.err::println);
        var report = Report.of(new CrossValidation(folds).run(examples.all()));
        new Table(out).print(report);
        if (options.has("--report")) {
            report.write(Path.of(options.get("--report", ".")));
        }
    }

    private void classify(Options options) throws IOException {
        String data = System.getenv().getOrDefault("LINLI_DATA", "data");
        String cache = System.getenv().getOrDefault("LINLI_UNDERSTANDING_CACHE", data + "/models");
        var model = new StoredModels(Path.of(cache), Clock.systemUTC()).of(files(options));
        Lines.answer(in, out, new Classify(model, options.has("--group"))::answer);
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

    private static SortedMap<String, String> files(Options options) {
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
