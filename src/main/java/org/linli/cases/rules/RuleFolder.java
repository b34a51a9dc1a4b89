package org.linli.cases.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.linli.cases.CaseWords;
import org.linli.platform.words.Folder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The files of rules in one folder as they are now.
///
/// A file that is broken leaves the last good one in place; what is wrong with it is in the log once and on the desk
/// until it is mended.
///
/// @param <T> what a good file says
final class RuleFolder<T> {

    private static final Logger LOG = LoggerFactory.getLogger(RuleFolder.class);

    private record Read<T>(Map<String, T> byFile, List<Fault> faults) {}

    private final Folder folder;
    private final BiFunction<RuleFile, String, Optional<T>> read;
    private final CaseWords words;
    private volatile SortedMap<String, String> last = new TreeMap<>();
    private volatile Read<T> now = new Read<>(Map.of(), List.of());

    /// Reads the disk: blocking, for the start.
    ///
    /// @param read what a text says; empty when something is wrong with it, which is then among the file's faults
    /// @throws IllegalStateException when something is wrong with the packed files
    RuleFolder(String folder, CaseWords words, BiFunction<RuleFile, String, Optional<T>> read) {
        this.folder = new Folder(folder);
        this.words = words;
        this.read = read;
        take(this.folder.readPacked(".yml"));
        if (!now.faults().isEmpty()) {
            throw new IllegalStateException("packed files of rules: " + now.faults());
        }
        reload();
    }

    /// By its path within the folder.
    Optional<T> find(String file) {
        return Optional.ofNullable(now.byFile().get(file));
    }

    /// By path within the folder.
    Map<String, T> all() {
        return now.byFile();
    }

    /// What is wrong with files that are therefore not in use.
    List<Fault> faults() {
        return now.faults();
    }

    /// Takes up a change now. Reads the disk: blocking.
    void reload() {
        take(folder.read(".yml"));
    }

    synchronized void take(SortedMap<String, String> files) {
        if (files.equals(last)) {
            return;
        }
        last = files;
        var good = new TreeMap<String, T>();
        var faults = new ArrayList<Fault>();
        files.forEach((file, text) -> read.apply(new RuleFile(file, faults), text)
                .or(() -> find(file))
                .ifPresent(it -> good.put(file, it)));
        now = new Read<>(good, List.copyOf(faults));
        faults.forEach(it -> LOG.warn("{}/{}; the last good one stays in use", folder.name(), it.told(words)));
    }
}
