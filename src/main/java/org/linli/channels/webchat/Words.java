package org.linli.channels.webchat;

import java.util.Map;
import org.linli.platform.words.WordFile;
import org.springframework.stereotype.Component;

/// What the pages say by themselves; the words live in `templates/channels/webchat.properties`.
@Component
class Words {

    private final WordFile words = WordFile.of("templates/channels", "webchat.properties");

    Map<String, String> all() {
        return words.all();
    }

    String of(String key) {
        return words.say(key);
    }
}
