package org.linli.platform.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// A folder of words, like `intents` or `templates/letters`.
///
/// Packed with the program, and where the working directory has it too, changeable without a release.
///
/// @param name relative path, without slashes at its ends
public record Folder(String name) {

    private static final Map<String, SortedMap<String, String>> PACKED = new ConcurrentHashMap<>();

    /// One for all folders: it lists the program file once and remembers what is in it.
    private static final PathMatchingResourcePatternResolver PROGRAM =
            new PathMatchingResourcePatternResolver(Folder.class.getClassLoader());

    /// All files below that end like this, by their path within the folder: the packed ones, and over them those of
    /// the working directory, so that whoever changes one letter keeps the others. Reads the disk: blocking.
    ///
    /// @param ending like `.txt`
    public SortedMap<String, String> read(String ending) {
        try {
            var found = fromJar(ending);
            if (isOnDisk()) {
                found.putAll(fromDisk(ending));
            }
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the folder '" + name + "'", unreadable);
        }
    }

    /// The same, but only those of the working directory where it has the folder: what is missing there is meant to
    /// be missing.
    public SortedMap<String, String> readWhole(String ending) {
        try {
            return isOnDisk() ? fromDisk(ending) : fromJar(ending);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the folder '" + name + "'", unreadable);
        }
    }

    /// The same, but only the packed ones.
    public SortedMap<String, String> readPacked(String ending) {
        try {
            return fromJar(ending);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the folder '" + name + "'", unreadable);
        }
    }

    /// Whether it can change while the program runs.
    public boolean isOnDisk() {
        return Files.isDirectory(Path.of(name));
    }

    private SortedMap<String, String> fromDisk(String ending) throws IOException {
        var root = Path.of(name);
        var found = new TreeMap<String, String>();
        try (var files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = root.relativize(file).toString().replace('\\', '/');
                if (path.endsWith(ending)) {
                    found.put(path, text(file));
                }
            }
        }
        return found;
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException wrong) {
            throw new UncheckedIOException("'%s' is not in UTF-8, save it in that encoding".formatted(file), wrong);
        }
    }

    /// Whoever looks for changes every second need not unpack what cannot change.
    private SortedMap<String, String> fromJar(String ending) throws IOException {
        var known = PACKED.get(name + "/*" + ending);
        if (known == null) {
            known = unpacked(ending);
            PACKED.put(name + "/*" + ending, known);
        }
        return new TreeMap<>(known);
    }

    private SortedMap<String, String> unpacked(String ending) throws IOException {
        var found = new TreeMap<String, String>();
        for (Resource file : PROGRAM.getResources("classpath*:" + name + "/**/*" + ending)) {
            String url = file.getURL().toString();
            found.put(
                    url.substring(url.lastIndexOf("/" + name + "/") + name.length() + 2),
                    new String(file.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
        return found;
    }
}
