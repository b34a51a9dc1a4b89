package org.linli.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.linli.platform.database.CommunityId;
import org.linli.platform.words.Folder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The workflows of the folder `templates/workflows` as they are now: a file of a kind, and in a folder of a
/// community's
/// id one that holds there in its place.
///
/// A file that is broken leaves the last good one in place; what is wrong with it is in the log once and on the desk
/// until it is mended.
@Component
class WorkflowFiles {

    private static final Logger LOG = LoggerFactory.getLogger(WorkflowFiles.class);
    private static final Folder FOLDER = new Folder("templates/workflows");

    private record Read(Map<String, Definition> byFile, List<Fault> faults) {}

    private final CaseWords words;
    private volatile SortedMap<String, String> last = new TreeMap<>();
    private volatile Read now = new Read(Map.of(), List.of());

    /// Reads the disk: blocking, for the start.
    WorkflowFiles(CaseWords words) {
        this.words = words;
        take(FOLDER.readPacked(".yml"));
        if (!now.faults().isEmpty()) {
            throw new IllegalStateException("packed workflows: " + now.faults());
        }
        reload();
    }

    Definitions of(CommunityId community) {
        var kinds = new EnumMap<CaseKind, Definition>(CaseKind.class);
        for (CaseKind kind : CaseKind.values()) {
            find(community.value() + "/" + kind.file())
                    .or(() -> find(kind.file()))
                    .ifPresent(it -> kinds.put(kind, it));
        }
        return new Definitions(kinds);
    }

    private Optional<Definition> find(String file) {
        return Optional.ofNullable(now.byFile().get(file));
    }

    /// What is wrong with files that are therefore not in use.
    List<Fault> faults() {
        return now.faults();
    }

    /// Takes up a change now. Reads the disk: blocking.
    void reload() {
        take(FOLDER.read(".yml"));
    }

    synchronized void take(SortedMap<String, String> files) {
        if (files.equals(last)) {
            return;
        }
        last = files;
        var read = new TreeMap<String, Definition>();
        var faults = new ArrayList<Fault>();
        files.forEach(
                (file, text) -> read(file, text, faults).or(() -> find(file)).ifPresent(it -> read.put(file, it)));
        now = new Read(read, List.copyOf(faults));
        faults.forEach(it -> LOG.warn("templates/workflows/{}; the last good one stays in use", it.told(words)));
    }

    private static Optional<Definition> read(String path, String text, List<Fault> faults) {
        var file = new RuleFile(path, faults);
        String name = path.substring(path.lastIndexOf('/') + 1);
        var kind = Arrays.stream(CaseKind.values())
                .filter(it -> it.file().equals(name))
                .findFirst();
        if (kind.isEmpty()) {
            var known = Arrays.stream(CaseKind.values()).map(CaseKind::file).toList();
            faults.add(Fault.of(path, 1, "unknown-kind", String.join(", ", known)));
        }
        return kind.flatMap(it -> ReadWorkflow.read(it, text, file));
    }
}
