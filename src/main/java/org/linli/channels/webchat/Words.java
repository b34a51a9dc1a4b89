package org.linli.channels.webchat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.linli.platform.words.Folder;
import org.springframework.stereotype.Component;

/// What the pages say by themselves; the words live in `templates/channels/webchat.properties`.
@Component
class Words {

    private static final String FILE = "webchat.properties";

    private final Map<String, String> words = new TreeMap<>();

    Words() {
        var read = new Properties();
        try {
            read.load(
                    new StringReader(new Folder("templates/channels").read(FILE).getOrDefault(FILE, "")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        read.stringPropertyNames().forEach(key -> words.put(key, read.getProperty(key)));
    }

    Map<String, String> all() {
        return Map.copyOf(words);
    }

    String of(String key) {
        String word = words.get(key);
        if (word == null) {
            throw new IllegalStateException("templates/channels/%s: '%s' is missing".formatted(FILE, key));
        }
        return word;
    }
}
