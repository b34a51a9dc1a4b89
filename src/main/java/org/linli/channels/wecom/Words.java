package org.linli.channels.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.linli.platform.words.WordFile;

/// The few words that these channels add to a letter; they live in `templates/channels/wecom.properties`.
public record Words(WordFile file) {

    /// Reads the disk: blocking, for the start.
    public static Words read() {
        return new Words(WordFile.of("templates/channels", "wecom.properties"));
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
        return file.say(key);
    }
}
