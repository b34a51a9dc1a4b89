package org.linli.cases;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.DemoCommunity;
import org.linli.LinliTest;
import org.linli.cases.rules.Calendars;
import org.linli.cases.rules.KeepWorkflows;
import org.linli.cases.rules.WorkflowFiles;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.linli.platform.words.Folder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

@LinliTest
class WorkflowsTest {

    @Autowired
    DatabaseClient database;

    @Autowired
    KeepWorkflows kept;

    @Autowired
    Calendars calendars;

    @Autowired
    Effects effects;

    @Autowired
    FindCases find;

    @BeforeEach
    void noCases() {
        DemoCommunity.hasNoCases(database);
    }

    @Test
    void aRunningCaseEndsUnderTheVersionItBeganWith() {
        var files = new WorkflowFiles(new CaseWords());
        var workflows = new Workflows(files, kept, calendars, Clock.systemUTC());
        var first =
                requireNonNull(workflows.begin(Sunshine.ID, "report.elevator").block());
        var opened = Sunshine.caseOf("report.elevator", "停了", Sunshine.neighbour("zhang"), State.ASSIGNED)
                .under(first.course());
        effects.commit(List.of(new CaseOpened(opened, 0, List.of()))).block();

        var changed = new TreeMap<>(new Folder("templates/workflows").read(".yml"));
        changed.compute(
                "complaint.yml",
                (_, text) -> requireNonNull(text)
                        .replace("to: resolved, needs: [note]", "to: resolved, needs: [note, picture]"));
        files.take(changed);
        var second =
                requireNonNull(workflows.begin(Sunshine.ID, "report.elevator").block());
        var read =
                requireNonNull(find.file(Sunshine.ID, opened.number()).block()).it();
        var forgetful = new Workflows(files, kept, calendars, Clock.systemUTC());

        assertThat(first.course().kind()).isEqualTo(CaseKind.COMPLAINT);
        assertThat(second.course().version()).isEqualTo(first.course().version() + 1);
        assertThat(requireNonNull(forgetful.of(read).block())).isEqualTo(first);
        assertThat(first.needsPicture(Act.Kind.RESOLVE, State.ASSIGNED)).isFalse();
        assertThat(second.needsPicture(Act.Kind.RESOLVE, State.ASSIGNED)).isTrue();
    }

    @Test
    void replicasThatBeginTogetherCountTheSameVersion() {
        var replicas = Flux.range(0, 8)
                .map(_ -> new Workflows(
                        new WorkflowFiles(new CaseWords()),
                        new KeepWorkflows(database, Clock.systemUTC()),
                        calendars,
                        Clock.systemUTC()))
                .collectList()
                .block();
        Set<Course> courses = Flux.fromIterable(requireNonNull(replicas))
                .flatMap(it -> it.begin(new CommunityId("eight"), "help.hardship"))
                .map(Workflow::course)
                .collect(Collectors.toSet())
                .block();

        assertThat(courses).containsExactly(new Course(CaseKind.HELP, 1));
    }
}
