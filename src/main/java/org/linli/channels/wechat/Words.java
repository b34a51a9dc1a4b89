package org.linli.channels.wechat;

import java.util.List;
import org.linli.platform.words.WordFile;

/// The few words that this channel adds to a letter; they live in `templates/channels/wechat.properties`.
record Words(WordFile file) {

    /// Reads the disk: blocking, for the start.
    static Words read() {
        return new Words(WordFile.of("templates/channels", "wechat.properties"));
    }

    /// The text, and behind it what may be answered.
    String withChoices(String text, List<String> offered) {
        return offered.isEmpty()
                ? text
                : text + "\n" + file.say("choices").replace("{choices}", String.join(file.say("between"), offered));
    }
}
