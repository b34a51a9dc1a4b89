package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.platform.database.CommunityId;
import org.linli.platform.words.Folder;

class ReadWorkflowTest {

    private static final String GOOD = """
            labels: [report.*]
            acts:
              accept: {by: [staff], in: [assigned, received], to: in-progress}
              resolve: {by: [staff], in: open, to: resolved, needs: [note]}
              close: {by: [service], in: [resolved], to: closed}
            clocks:
              solve:
                in: [assigned, received, in-progress]
                within: {"*": 5 days}
            """;

    @Test
    void whatIsGoodIsRead() {
        var faults = new ArrayList<Fault>();
        var read = ReadWorkflow.read(CaseKind.COMPLAINT, GOOD, new RuleFile("complaint.yml", faults));

        assertThat(faults).isEmpty();
        assertThat(new Workflow(
                                new Course(CaseKind.COMPLAINT, 1),
                                read.orElseThrow(),
                                new Calendars(new CaseWords()).of(Sunshine.ID))
                        .after(Act.Kind.RESOLVE, State.ASSIGNED))
                .isEqualTo(State.RESOLVED);
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "accept: {by|fly: {by|complaint.yml 第 3 行：没有“fly”这种办理",
                "by: [staff], in: open|by: [mayor], in: open|complaint.yml 第 4 行：没有“mayor”这种角色",
                "in: [resolved]|in: [solved]|complaint.yml 第 5 行：没有“solved”这种状态",
                "in: [resolved]|in: [rated]|complaint.yml 第 5 行：没有任何办理能走到“rated”状态",
                "to: closed|to: resolved|complaint.yml 第 4 行：走到“resolved”状态后再也办不完",
                "[assigned, received, in-progress]|[returned]|complaint.yml 第 8 行：时限“solve”没有写在哪些状态下计时",
                "'{\"*\": 5 days}'|'{\"report.*\": 5 days}'|complaint.yml 第 8 行：时限“solve”缺少 \"*\"",
                "5 days|soon|complaint.yml 第 9 行：看不懂时间“soon”",
                "solve:|sign:|complaint.yml 第 1 行：缺少时限“solve”",
                "needs: [note]|needs: [patience]|complaint.yml 第 4 行：不能要求“patience”",
                "labels: [report.*]|'labels: [report.*]\npriority: {report.water: hot}'|complaint.yml 第 2 行：没有“hot”这种紧急程度",
                "'    within: {\"*\": 5 days}'|'    within: {\"*\": 5 days}\n    urgent: {\"*\": soon}'|complaint.yml 第 10 行：看不懂时间“soon”",
                "labels: [report.*]|lables: [report.*]|complaint.yml 第 1 行：没有“lables”这一项",
                "'accept: {'|'accept: ['|complaint.yml 第 3 行：不是有效的 YAML"
            })
    void whatIsWrongIsNamedWithItsLine(String good, String bad, String told) {
        String text = GOOD.replace(good.replace("\\n", "\n"), bad.replace("\\n", "\n"));
        var faults = new ArrayList<Fault>();

        assertThat(ReadWorkflow.read(CaseKind.COMPLAINT, text, new RuleFile("complaint.yml", faults)))
                .isEmpty();
        assertThat(faults)
                .extracting(it -> it.told(new CaseWords()))
                .anySatisfy(it -> assertThat(it).startsWith(told));
    }

    @Test
    void aBrokenFileLeavesTheLastGoodOneInPlaceAndSaysSo() {
        var files = new WorkflowFiles(new CaseWords());
        var good = new TreeMap<>(new Folder("templates/workflows").read(".yml"));
        var before = files.of(Sunshine.ID).of(CaseKind.HELP);

        var broken = new TreeMap<>(good);
        broken.put("help.yml", "acts: {}");
        files.take(broken);
        assertThat(files.of(Sunshine.ID).of(CaseKind.HELP)).isEqualTo(before);
        assertThat(files.faults()).extracting(Fault::file).containsOnly("help.yml");

        files.take(good);
        assertThat(files.faults()).isEmpty();
    }

    @Test
    void aCommunityMayHaveItsOwn() {
        var files = new WorkflowFiles(new CaseWords());
        var own = new TreeMap<>(new Folder("templates/workflows").read(".yml"));
        own.put("sunshine/complaint.yml", GOOD);
        files.take(own);

        assertThat(files.of(Sunshine.ID).of(CaseKind.COMPLAINT).text()).isEqualTo(GOOD);
        assertThat(files.of(new CommunityId("lm")).of(CaseKind.COMPLAINT).text())
                .isNotEqualTo(GOOD);
    }

    @Test
    void aFileOfNoKindIsNamed() {
        var files = new WorkflowFiles(new CaseWords());
        var more = new TreeMap<>(new Folder("templates/workflows").read(".yml"));
        more.put("rumour.yml", GOOD);
        files.take(more);

        assertThat(files.faults()).extracting(Fault::key).isEqualTo(List.of("unknown-kind"));
    }
}
