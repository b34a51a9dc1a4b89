package org.linli.cases.rules;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.linli.cases.CaseKind;
import org.linli.cases.CaseWords;
import org.linli.platform.database.CommunityId;
import org.linli.platform.words.Tree;
import org.springframework.stereotype.Component;

/// The workflows of the folder `templates/workflows` as they are now: a file of a kind, and in a folder of a
/// community's id one that holds there in its place.
@Component
public class WorkflowFiles {

    private final RuleFolder<Definition> folder;

    public WorkflowFiles(CaseWords words) {
        folder = new RuleFolder<>("templates/workflows", words, WorkflowFiles::read);
    }

    public Definitions of(CommunityId community) {
        var kinds = new EnumMap<CaseKind, Definition>(CaseKind.class);
        for (CaseKind kind : CaseKind.values()) {
            folder.find(community.value() + "/" + kind.file())
                    .or(() -> folder.find(kind.file()))
                    .ifPresent(it -> kinds.put(kind, it));
        }
        return new Definitions(kinds);
    }

    public List<Fault> faults() {
        return folder.faults();
    }

    /// Takes up a change now. Reads the disk: blocking.
    void reload() {
        folder.reload();
    }

    public void take(SortedMap<String, String> files) {
        folder.take(files);
    }

    private static Optional<Definition> read(RuleFile file, String text) {
        String name = file.name().substring(file.name().lastIndexOf('/') + 1);
        var kind = Arrays.stream(CaseKind.values())
                .filter(it -> it.file().equals(name))
                .findFirst();
        if (kind.isEmpty()) {
            var known = Arrays.stream(CaseKind.values()).map(CaseKind::file).toList();
            file.wrong(new Tree.Leaf(1, ""), "unknown-kind", String.join(", ", known));
        }
        return kind.flatMap(it -> ReadWorkflow.read(it, text, file));
    }
}
