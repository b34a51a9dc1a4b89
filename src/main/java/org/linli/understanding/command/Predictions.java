package org.linli.understanding.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.linli.platform.console.WrongArguments;
import org.linli.understanding.Intent;
import org.linli.understanding.Understanding;

/// Each guess of a test, in `intent_predictions.tsv`: label, guessed label, confidence, text, whether a balanced group
/// would hear us, from which confidence on a group would (the gate's score), and the danger, by clauses too.
///
/// @param folder of the report
record Predictions(Path folder) {

    private static final String FILE = "intent_predictions.tsv";
    private static final String SPEAKS = "speaks";
    private static final String SILENT = "silent";

    private static final int COLUMNS = 7;

    /// Of reports of versions before, which lack the last two.
    private static final int OLD = 5;

    /// What staff's word "balanced" means.
    private static final double BALANCED = 0.7;

    void write(List<Guess> guesses) throws IOException {
        var lines = guesses.stream()
                .map(it -> String.join(
                        "\t",
                        it.label(),
                        it.guessed(),
                        number(it.confidence()),
                        it.example().text().replaceAll("[\t\r\n]", " "),
                        it.speaks(BALANCED) ? SPEAKS : SILENT,
                        number(it.loudness(Intent.CHATTER.label())),
                        number(it.danger())))
                .toList();
        Files.write(folder.resolve(FILE), lines);
    }

    /// Whether each was right, by label and text.
    ///
    /// @throws WrongArguments where the folder has no such file
    Map<String, Boolean> right() throws IOException {
        return each(_ -> true, it -> it[0].equals(it[1]));
    }

    /// Whether a balanced group would hear us, of each message that opens a case. Empty for labels that are not ours.
    ///
    /// @throws WrongArguments where the folder has no such file
    Map<String, Boolean> heard() throws IOException {
        return each(it -> new Intent(it[0]).opensCase(), it -> it[4].equals(SPEAKS));
    }

    /// Whether a balanced group would be left alone, of each chatter message. Empty for labels that are not ours.
    ///
    /// @throws WrongArguments where the folder has no such file
    Map<String, Boolean> leftAlone() throws IOException {
        return each(it -> it[0].equals(Intent.CHATTER.label()), it -> it[4].equals(SILENT));
    }

    /// Whether each emergency sounds an alarm in every group. Empty for labels that are not ours, and for reports of
    /// versions that did not write it.
    ///
    /// @throws WrongArguments where the folder has no such file
    Map<String, Boolean> alarmed() throws IOException {
        return each(
                it -> it.length > OLD && it[0].equals(Intent.EMERGENCY.label()),
                it -> Double.parseDouble(it[6]) >= Understanding.ALARM);
    }

    private static String number(double it) {
        return String.format(Locale.ROOT, "%.6f", it);
    }

    /// By label and text.
    private Map<String, Boolean> each(Predicate<String[]> asked, Predicate<String[]> passes) throws IOException {
        var each = new LinkedHashMap<String, Boolean>();
        for (String[] it : rows()) {
            if (asked.test(it)) {
                each.put(it[0] + "\t" + it[3], passes.test(it));
            }
        }
        return each;
    }

    private List<String[]> rows() throws IOException {
        try {
            var rows = Files.readAllLines(folder.resolve(FILE)).stream()
                    .map(it -> it.split("\t", -1))
                    .toList();
            if (rows.stream().anyMatch(it -> it.length != OLD && it.length != COLUMNS)) {
                throw new WrongArguments("'%s' has other columns than a report writes".formatted(folder.resolve(FILE)));
            }
            return rows;
        } catch (NoSuchFileException missing) {
            throw new WrongArguments(
                    "'%s' is missing, expected the folder of a report".formatted(folder.resolve(FILE)));
        }
    }
}
