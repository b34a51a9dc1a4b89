package org.linli.understanding.command;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.platform.words.Folder;

/// The labels that people see by a name: those that something serves.
final class LabelNames {

    private static final String FILE = "teaching.properties";
    private static final String KEY = "intent.";

    private LabelNames() {}

    /// From the words of the desk, where each has a line like `intent.report.noise`.
    static Set<String> known() {
        var words = new Properties();
        try (var file = new StringReader(
                new Folder("templates/messages").read(".properties").getOrDefault(FILE, ""))) {
            words.load(file);
        } catch (IOException impossible) {
            throw new UncheckedIOException("words are read from memory only", impossible);
        }
        return words.stringPropertyNames().stream()
                .filter(it -> it.startsWith(KEY))
                .map(it -> it.substring(KEY.length()))
                .collect(Collectors.toSet());
    }
}
