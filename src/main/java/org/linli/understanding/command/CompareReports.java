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
        var before = new Predictions(Path.of(options.get("--before", "")));
        var after = new Predictions(Path.of(options.get("--after", "")));
        var compared = BetterOrLuckier.of(before.right(), after.right());
        print("accuracy", compared);
        var numbers = compared.numbers();
        if (isOfGroups(before) && isOfGroups(after)) {
            var heard = BetterOrLuckier.of(before.heard(), after.heard());
            var leftAlone = BetterOrLuckier.of(before.leftAlone(), after.leftAlone());
            print("reports heard in a balanced group", heard);
            print("chatter left alone there", leftAlone);
            numbers.put("reports_heard_in_group", heard.numbers());
            numbers.put("chatter_left_alone_in_group", leftAlone.numbers());
        }
        if (!before.alarmed().isEmpty() && !after.alarmed().isEmpty()) {
            var alarmed = BetterOrLuckier.of(before.alarmed(), after.alarmed());
            print("emergencies heard in every group", alarmed);
            numbers.put("emergencies_heard_in_group", alarmed.numbers());
        }
        if (options.has("--report")) {
            Path folder = Files.createDirectories(Path.of(options.get("--report", ".")));
            Files.write(folder.resolve("intent_comparison.json"), JSON.writeValueAsBytes(numbers));
        }
    }

    /// Only our own labels tell what a group is spared and what not.
    private static boolean isOfGroups(Predictions report) throws IOException {
        return !report.heard().isEmpty() && !report.leftAlone().isEmpty();
    }

    private void print(String what, BetterOrLuckier compared) {
        out.printf(
                Locale.ROOT,
                "%s %.4f before, %.4f after, on %d messages; right only before %d, only after %d%n",
                what,
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
    }
}
