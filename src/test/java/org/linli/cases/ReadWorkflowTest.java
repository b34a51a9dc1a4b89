package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.Shows;
import org.linli.cases.rules.Calendars;
import org.linli.cases.rules.Fault;
import org.linli.cases.rules.ReadWorkflow;
import org.linli.cases.rules.RuleFile;
import org.linli.cases.rules.WorkflowFiles;
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
                "to: closed|to: merged|complaint.yml 第 5 行：没有“merged”这种状态",
                "'{by: [service], in: [resolved], to: closed}'|'[{by: [service], in: [resolved], to: resolved}, {by: [service], in: [resolved], to: closed}]'|complaint.yml 第 4 行：走到“resolved”状态后再也办不完",
                "[assigned, received, in-progress]|[returned]|complaint.yml 第 8 行：时限“solve”没有写在哪些状态下计时",
                "'{\"*\": 5 days}'|'{\"report.*\": 5 days}'|complaint.yml 第 8 行：时限“solve”缺少 \"*\"",
                "5 days|soon|complaint.yml 第 9 行：看不懂时间“soon”",
                "'clocks:\n  solve:'|'clocks:\n  sign:'|complaint.yml 第 1 行：缺少时限“solve”",
                "to: resolved, needs|to: in-progress, needs|complaint.yml 第 4 行：“resolve”要走到已办的状态",
                "to: resolved, needs|needs|complaint.yml 第 4 行：“resolve”要走到已办的状态",
                "'accept: {by: [staff], in: [assigned, received], to: in-progress}'|'rate: {by: [resident], in: [in-progress, resolved], to: rated}'|complaint.yml 第 3 行：“rate”不能让在办的事项直接走到",
                "'accept: {by: [staff], in: [assigned, received], to: in-progress}'|'add: {by: anybody, in: any, to: in-progress}'|complaint.yml 第 3 行：“add”不能让办完的事项重新在办",
                "'accept: {by: [staff], in: [assigned, received], to: in-progress}'|'reject: {by: anybody, in: [resolved]}'|complaint.yml 第 3 行：“reject”要走到在办的状态",
                "'accept: {by: [staff], in: [assigned, received], to: in-progress}'|'promise: {by: [staff], in: open, to: closed}'|complaint.yml 第 3 行：“promise”不能把事项办完",
                "needs: [note]|needs: [patience]|complaint.yml 第 4 行：不能要求“patience”",
                "labels: [report.*]|'labels: [report.*]\npriority: {report.water: hot}'|complaint.yml 第 2 行：没有“hot”这种紧急程度",
                "'    within: {\"*\": 5 days}'|'    within: {\"*\": 5 days}\n    urgent: {\"*\": soon}'|complaint.yml 第 10 行：看不懂时间“soon”",
                "labels: [report.*]|lables: [report.*]|complaint.yml 第 1 行：没有“lables”这一项",
                "'accept: {'|'accept: ['|complaint.yml 第 3 行：第 11 个字的括号没有合上",
                "'  accept: {'|'\taccept: {'|complaint.yml 第 3 行：第 1 个字是制表符",
                "labels: [report.*]|'acts: {}'|complaint.yml 第 2 行：第 1 个字：“acts”在这里写了两次"
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

    @Shows("words, examples or a workflow are broken by an edit")
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
    void whoMayDoItInAnotherStateMayNotDoItHere() {
        var workflow = read(
                GOOD.replace("acts:\n", "acts:\n  add: [{by: [staff], in: [assigned]}, {by: anybody, in: open}]\n"));
        var zhang = Who.resident("zhang");
        var more = new Act.Add("还漏水", List.of());

        assertThat(workflow.refuses(more, zhang, State.ASSIGNED)).contains(Outcome.Refusal.STAFF_ONLY);
        assertThat(workflow.refuses(more, zhang, State.IN_PROGRESS)).isEmpty();
    }

    @Test
    void whereACorrectedPlaceAndAnUrgedCaseLeadIsFollowed() {
        var workflow = read(
                GOOD.replace(
                        "acts:\n",
                        "acts:\n  relocate: {by: anybody, in: open, to: in-progress}\n  urge: {by: anybody, in: open, to: in-progress}\n"));
        var elsewhere = new Problem("report.elevator", "b9", "b9", "", "坏了");
        var stays = Sunshine.MAP.unit("property").orElseThrow();
        var other = Sunshine.MAP.unit("lift").orElseThrow();

        for (Act act : List.of(
                new Act.Urge("快"),
                new Act.Relocate(elsewhere, new Routing.Routed(stays, true, List.of()), ""),
                new Act.Relocate(elsewhere, new Routing.Routed(other, true, List.of()), ""))) {
            var moved = (Outcome.Moved)
                    new Moves(workflow, Sunshine.liftCase(), Who.resident("zhang"), Sunshine.NINE).make(act);
            assertThat(moved.after().state()).as(act.toString()).isEqualTo(State.IN_PROGRESS);
        }
    }

    private static Workflow read(String text) {
        var faults = new ArrayList<Fault>();
        var read = ReadWorkflow.read(CaseKind.COMPLAINT, text, new RuleFile("complaint.yml", faults));
        assertThat(faults).isEmpty();
        return new Workflow(
                new Course(CaseKind.COMPLAINT, 1), read.orElseThrow(), new Calendars(new CaseWords()).of(Sunshine.ID));
    }

    @Test
    void oneWrongWordIsOneFaultAndNotAllThatFollowsFromIt() {
        var faults = new ArrayList<Fault>();

        ReadWorkflow.read(
                CaseKind.COMPLAINT, GOOD.replace("to: resolved", "to: resolvd"), new RuleFile("complaint.yml", faults));

        assertThat(faults).extracting(Fault::key).containsExactly("unknown-state");
    }

    @Test
    void whatCasesRunUnderIsReadThoughItWouldBeRefusedNow() {
        String refused = GOOD.replace("to: resolved", "to: in-progress");

        assertThat(ReadWorkflow.read(CaseKind.COMPLAINT, refused, new RuleFile("complaint.yml")))
                .isEmpty();
        assertThat(ReadWorkflow.kept(CaseKind.COMPLAINT, refused)).isPresent();
        assertThat(ReadWorkflow.kept(CaseKind.COMPLAINT, "acts: [")).isEmpty();
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
