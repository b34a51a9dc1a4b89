package org.linli.channels.xmpp;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.linli.platform.words.Folder;

/// The few words that this channel adds to a letter; they live in `templates/channels/xmpp.properties`.
record Words(String choices, String choice) {

    private static final String FILE = "xmpp.properties";

    /// Reads the disk: blocking, for the start.
    static Words read() {
        var words = new Properties();
        try {
            words.load(
                    new StringReader(new Folder("templates/channels").read(FILE).getOrDefault(FILE, "")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Words(word(words, "choices"), word(words, "choice"));
    }

    /// The text, and below it what may be answered.
    String withChoices(String text, List<String> offered) {
        String lines =
                offered.stream().map(it -> choice.replace("{choice}", it)).collect(Collectors.joining());
        return offered.isEmpty() ? text : text + "\n" + choices.replace("{choices}", lines);
    }

    private static String word(Properties words, String key) {
        String word = words.getProperty(key);
        if (word == null) {
            throw new IllegalStateException("templates/channels/%s: '%s' is missing".formatted(FILE, key));
        }
        return word;
    }
}
