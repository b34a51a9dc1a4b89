package org.linli.understanding.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.linli.platform.console.Options;
import org.linli.platform.console.WrongArguments;
import org.linli.understanding.BetterOrLuckier;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `intents compare`: two reports on the same messages, be it of two models, two sets of examples or two settings.
record CompareReports(PrintStream out) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static Options options(List<String> typed) {
        var options = new Options("intents", typed, Set.of("--before", "--after", "--report"), Set.of());
        if (!options.has("--before") || !options.has("--after")) {
            throw new WrongArguments("--before and --after name the folders of two reports, see: intents -h");
        }
        return options;
    }

    void run(Options options) throws IOException {
        var compared = BetterOrLuckier.of(
                new Predictions(Path.of(options.get("--before", ""))).right(),
                new Predictions(Path.of(options.get("--after", ""))).right());
        out.printf(
                Locale.ROOT,
                "accuracy %.4f before, %.4f after, on %d messages; right only before %d, only after %d%n",
                compared.accuracyBefore(),
                compared.accuracyAfter(),
                compared.messages(),
                compared.onlyBefore(),
                compared.onlyAfter());
        out.printf(
                Locale.ROOT,
                "McNemar: p = %.4g, %s%n",
                compared.chance(),
                compared.isNoAccident() ? "the difference is no accident" : "the difference may be chance");
        if (options.has("--report")) {
            Path folder = Files.createDirectories(Path.of(options.get("--report", ".")));
            Files.write(folder.resolve("intent_comparison.json"), JSON.writeValueAsBytes(compared.numbers()));
        }
    }
}
