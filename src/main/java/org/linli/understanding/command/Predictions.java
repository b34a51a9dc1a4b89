package org.linli.understanding.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.linli.platform.console.WrongArguments;

/// Each guess of a test, in `intent_predictions.tsv`: label, guessed label, confidence, text.
///
/// @param folder of the report
record Predictions(Path folder) {

    private static final String FILE = "intent_predictions.tsv";

    void write(List<Guess> guesses) throws IOException {
        var lines = guesses.stream()
                .map(it -> String.join(
                        "\t",
                        it.label(),
                        it.guessed(),
                        String.format(Locale.ROOT, "%.6f", it.confidence()),
                        it.example().text().replaceAll("[\t\r\n]", " ")))
                .toList();
        Files.write(folder.resolve(FILE), lines);
    }

    /// Whether each was right, by label and text.
    ///
    /// @throws WrongArguments where the folder has no such file
    Map<String, Boolean> right() throws IOException {
        var right = new LinkedHashMap<String, Boolean>();
        for (String line : lines()) {
            String[] columns = line.split("\t", -1);
            if (columns.length != 4) {
                throw new WrongArguments("'%s' has other columns than a report writes".formatted(folder.resolve(FILE)));
            }
            right.put(columns[0] + "\t" + columns[3], columns[0].equals(columns[1]));
        }
        return right;
    }

    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(folder.resolve(FILE));
        } catch (NoSuchFileException missing) {
            throw new WrongArguments(
                    "'%s' is missing, expected the folder of a report".formatted(folder.resolve(FILE)));
        }
    }
}
