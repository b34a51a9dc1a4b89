package org.linli.understanding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.SortedMap;
import org.linli.platform.words.Folder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The examples that the service learns from, as people keep them. Every method reads or writes the disk: blocking.
@Component
public class IntentFiles {

    private final String folder;

    @Autowired
    IntentFiles(UnderstandingProperties properties) {
        this(properties.intents());
    }

    public IntentFiles(String folder) {
        this.folder = folder;
    }

    /// Text by path within the folder, like `report/noise.yml`.
    public SortedMap<String, String> read() {
        return new Folder(folder).readWhole(".yml");
    }

    /// Whether a change can be written here. The packed examples cannot be changed.
    public boolean areWritable() {
        return new Folder(folder).isOnDisk() && Files.isWritable(Path.of(folder));
    }

    /// Writes files, each into place whole; whoever watches the folder learns them.
    ///
    /// Safe to repeat. Nothing is written where one of them is neither as it was nor as it is to be.
    ///
    /// @param before the texts that are to be replaced, by path
    /// @param after  those that come instead, of the same paths
    /// @return whether the files are now as in `after`
    public boolean replace(Map<String, String> before, Map<String, String> after) {
        var found = read();
        boolean expected = before.keySet().equals(after.keySet())
                && after.keySet().stream()
                        .allMatch(path -> text(found, path).equals(before.get(path))
                                || text(found, path).equals(after.get(path)));
        if (!expected || !areWritable()) {
            return false;
        }
        after.forEach(this::write);
        return true;
    }

    private static String text(Map<String, String> files, String path) {
        return files.getOrDefault(path, "");
    }

    private void write(String path, String text) {
        Path root = Path.of(folder).toAbsolutePath().normalize();
        Path file = root.resolve(path).normalize();
        if (!file.startsWith(root) || !path.endsWith(".yml")) {
            throw new IllegalArgumentException("'%s' is no file of examples".formatted(path));
        }
        try {
            Path half = Files.createTempFile(file.getParent(), "new", ".half");
            Files.writeString(half, text);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write the examples", unwritable);
        }
    }
}
