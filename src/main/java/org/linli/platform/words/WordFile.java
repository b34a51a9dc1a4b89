package org.linli.platform.words;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The words of one file of keys and values, like `templates/channels/wechat.properties`, as they are now.
///
/// One that is changed is taken up within seconds ([ReloadWords]). One that is broken leaves the last good words in
/// place, and the log says where: see [Wording] for what a good file is.
public final class WordFile {

    private static final Logger LOG = LoggerFactory.getLogger(WordFile.class);
    private static final Map<String, WordFile> ALL = new ConcurrentHashMap<>();

    private final String name;
    private final Wording packed;
    private final Supplier<String> text;
    private volatile String last;
    private volatile Wording now;

    /// @param packed as it came with the program
    /// @param text   as it is now
    WordFile(String name, String packed, Supplier<String> text) {
        this.name = name;
        this.packed = Wording.read(packed);
        this.text = text;
        this.last = packed;
        this.now = this.packed;
        reload();
    }

    /// The same one for whoever asks. Reads the disk: blocking, for the start.
    ///
    /// @param folder like `templates/channels`
    public static WordFile of(String folder, String file) {
        return ALL.computeIfAbsent(folder + "/" + file, name -> {
            var from = new Folder(folder);
            String packed = from.readPacked(file).get(file);
            if (packed == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new WordFile(name, packed, () -> from.read(file).getOrDefault(file, packed));
        });
    }

    static void reloadAll() {
        ALL.values().forEach(WordFile::reload);
    }

    /// @throws IllegalStateException when the file came without that key, which no change of it can bring about
    public String say(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException("%s: '%s' is missing".formatted(name, key)));
    }

    public Optional<String> find(String key) {
        return Optional.ofNullable(now.words().get(key));
    }

    public Map<String, String> all() {
        return now.words();
    }

    /// Takes up a change now. Reads the disk: blocking. Tells once a version what is wrong with it.
    public synchronized void reload() {
        String found = text.get();
        if (found.equals(last)) {
            return;
        }
        last = found;
        try {
            now = Wording.read(found).insteadOf(packed);
        } catch (BrokenWords broken) {
            LOG.warn("{}{}; the last good words stay in use", name, broken.getMessage());
        }
    }
}
