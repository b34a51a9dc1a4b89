package org.linli.channels.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import org.linli.platform.words.Folder;

/// The few words that these channels add to a letter; they live in `templates/channels/wecom.properties`.
public final class Words {

    private static final String FILE = "wecom.properties";

    private final Properties words;

    private Words(Properties words) {
        this.words = words;
    }

    /// Reads the disk: blocking, for the start.
    public static Words read() {
        var words = new Properties();
        try {
            words.load(
                    new StringReader(new Folder("templates/channels").read(FILE).getOrDefault(FILE, "")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Words(words);
    }

    /// The text, and behind it what may be answered where both fit.
    public String within(int bytes, String text, List<String> offered) {
        String whole = withChoices(text, offered);
        return whole.getBytes(UTF_8).length <= bytes ? whole : text;
    }

    public String withChoices(String text, List<String> offered) {
        return offered.isEmpty()
                ? text
                : text + "\n" + word("choices").replace("{choices}", String.join(word("between"), offered));
    }

    public String word(String key) {
        String word = words.getProperty(key);
        if (word == null) {
            throw new IllegalStateException("templates/channels/%s: '%s' is missing".formatted(FILE, key));
        }
        return word;
    }
}
