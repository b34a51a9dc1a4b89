package org.linli.cases;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.platform.database.CommunityId;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Under which rules a case begins, and under which it runs. Almost always answered from memory.
@Service
public class Workflows {

    private record Numbered(CommunityId community, CaseKind kind, String hash) {}

    private record Begun(CommunityId community, Course course) {}

    private final WorkflowFiles files;
    private final KeepWorkflows kept;
    private final Map<Numbered, Workflow> current = new ConcurrentHashMap<>();
    private final Map<Begun, Workflow> begun = new ConcurrentHashMap<>();

    Workflows(WorkflowFiles files, KeepWorkflows kept) {
        this.files = files;
        this.kept = kept;
    }

    /// For a case that begins now. Never empty.
    public Mono<Workflow> begin(CommunityId community, String label) {
        return Mono.defer(() -> {
            var definitions = files.of(community);
            return begin(community, definitions.of(definitions.kindOf(label)));
        });
    }

    private Mono<Workflow> begin(CommunityId community, Definition definition) {
        var key = new Numbered(community, definition.kind(), definition.hash());
        var known = current.get(key);
        return known != null
                ? Mono.just(known)
                : kept.number(community, definition)
                        .map(version -> new Workflow(new Course(definition.kind(), version), definition))
                        .doOnNext(it -> {
                            current.put(key, it);
                            begun.put(new Begun(community, it.course()), it);
                        });
    }

    /// For a case that runs. Never empty: one that is older than workflows runs under the rules of its kind as they are
    /// now.
    public Mono<Workflow> of(Case it) {
        var course = it.course();
        if (course.version() == 0) {
            return Mono.fromSupplier(
                    () -> new Workflow(course, files.of(it.community()).of(course.kind())));
        }
        var key = new Begun(it.community(), course);
        var known = begun.get(key);
        return known != null ? Mono.just(known) : load(key).doOnNext(found -> begun.put(key, found));
    }

    private Mono<Workflow> load(Begun key) {
        return kept.kept(key.community(), key.course())
                .map(text -> ReadWorkflow.read(key.course().kind(), text, new RuleFile("kept"))
                        .orElseThrow(() -> new IllegalStateException(
                                "the kept workflow %s cannot be read any more".formatted(key.course()))))
                .map(definition -> new Workflow(key.course(), definition))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("no workflow " + key.course())));
    }

    /// What is wrong with files that are therefore not in use.
    public List<Fault> faults() {
        return files.faults();
    }
}
