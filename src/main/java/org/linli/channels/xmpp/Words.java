package org.linli.channels.xmpp;

import java.util.List;
import java.util.stream.Collectors;
import org.linli.platform.words.WordFile;

/// The few words that this channel adds to a letter; they live in `templates/channels/xmpp.properties`.
record Words(WordFile file) {

    /// Reads the disk: blocking, for the start.
    static Words read() {
        return new Words(WordFile.of("templates/channels", "xmpp.properties"));
    }

    /// The text, and below it what may be answered.
    String withChoices(String text, List<String> offered) {
        String lines = offered.stream()
                .map(it -> file.say("choice").replace("{choice}", it))
                .collect(Collectors.joining());
        return offered.isEmpty() ? text : text + "\n" + file.say("choices").replace("{choices}", lines);
    }
}
