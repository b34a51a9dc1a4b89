package org.linli.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.linli.cases.rules.Calendars;
import org.linli.cases.rules.Definition;
import org.linli.cases.rules.Fault;
import org.linli.cases.rules.KeepWorkflows;
import org.linli.cases.rules.ReadWorkflow;
import org.linli.cases.rules.WorkflowFiles;
import org.linli.platform.database.CommunityId;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Under which rules a case begins, and under which it runs. Almost always answered from memory.
@Service
public class Workflows {

    private record Numbered(CommunityId community, CaseKind kind, String text) {}

    private record Begun(CommunityId community, Course course) {}

    private final WorkflowFiles files;
    private final KeepWorkflows kept;
    private final Calendars calendars;
    private final Clock clock;
    private final Map<Numbered, Course> current = new ConcurrentHashMap<>();
    private final Map<Begun, Definition> begun = new ConcurrentHashMap<>();

    Workflows(WorkflowFiles files, KeepWorkflows kept, Calendars calendars, Clock clock) {
        this.files = files;
        this.kept = kept;
        this.calendars = calendars;
        this.clock = clock;
    }

    /// For a case that begins now. Never empty.
    public Mono<Workflow> begin(CommunityId community, String label) {
        return Mono.defer(() -> {
            var definitions = files.of(community);
            return begin(community, definitions.of(definitions.kindOf(label)));
        });
    }

    /// For a case that begins now and whose kind is known. Never empty.
    Mono<Workflow> begin(CommunityId community, CaseKind kind) {
        return Mono.defer(() -> begin(community, files.of(community).of(kind)));
    }

    private Mono<Workflow> begin(CommunityId community, Definition definition) {
        var key = new Numbered(community, definition.kind(), definition.text());
        var known = current.get(key);
        return (known != null ? Mono.just(known) : number(key, definition))
                .map(course -> new Workflow(course, definition, calendars.of(community)));
    }

    private Mono<Course> number(Numbered key, Definition definition) {
        return kept.number(key.community(), definition)
                .map(version -> new Course(key.kind(), version))
                .doOnNext(course -> {
                    current.put(key, course);
                    begun.put(new Begun(key.community(), course), definition);
                });
    }

    /// For a case that runs. Never empty: one that is older than workflows runs under the rules of its kind as they are
    /// now.
    public Mono<Workflow> of(Case it) {
        return Mono.defer(() -> definition(it.community(), it.course()))
                .map(definition -> new Workflow(it.course(), definition, calendars.of(it.community())));
    }

    private Mono<Definition> definition(CommunityId community, Course course) {
        if (course.version() == 0) {
            return Mono.just(files.of(community).of(course.kind()));
        }
        var key = new Begun(community, course);
        var known = begun.get(key);
        return known != null ? Mono.just(known) : load(key).doOnNext(found -> begun.put(key, found));
    }

    private Mono<Definition> load(Begun key) {
        return kept.kept(key.community(), key.course())
                .map(text -> ReadWorkflow.kept(key.course().kind(), text)
                        .orElseThrow(() -> new IllegalStateException(
                                "the kept workflow %s cannot be read any more".formatted(key.course()))))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("no workflow " + key.course())));
    }

    /// What is wrong with files that are therefore not in use, and which year's holidays are missing.
    public List<Fault> faults() {
        var today = LocalDate.ofInstant(clock.instant(), SpokenTime.ZONE);
        return Stream.concat(files.faults().stream(), calendars.faults(today).stream())
                .toList();
    }
}
