package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.linli.cases.rules.ClockRule;
import org.linli.cases.rules.Fault;
import org.linli.cases.rules.ReadWorkflow;
import org.linli.cases.rules.RuleFile;

/// Whatever people do in whatever order: the case stays where its workflow knows what comes next.
class WorkflowPropertyTest {

    record Deed(Who who, Act act, int minutes) {}

    @Property(tries = 2_000)
    void noSequenceOfActsLeavesTheWorkflow(@ForAll CaseKind kind, @ForAll("deeds") List<Deed> deeds) {
        play(Sunshine.workflow(kind), deeds);
    }

    /// A line of a community's own file, changed: left out, or leading to another state.
    record Change(int line, @Nullable State to) {}

    @Property(tries = 1_000)
    void norOneThatACommunityWroteAndThatWasNotRefused(
            @ForAll CaseKind kind, @ForAll("changes") List<Change> changes, @ForAll("deeds") List<Deed> deeds) {
        var usual = Sunshine.workflow(kind);
        var faults = new ArrayList<Fault>();
        ReadWorkflow.read(kind, changed(usual.definition().text(), changes), new RuleFile("own.yml", faults))
                .map(own -> new Workflow(new Course(kind, 1), own, usual.hours()))
                .ifPresent(own -> play(own, deeds));
    }

    private static String changed(String text, List<Change> changes) {
        var lines = new ArrayList<>(text.lines().toList());
        var acts = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains("by:"))
                .boxed()
                .toList();
        for (Change change : changes) {
            int at = acts.get(change.line() % acts.size());
            var to = change.to();
            lines.set(at, to == null ? "" : led(lines.get(at), to.word()));
        }
        return String.join("\n", lines);
    }

    private static String led(String line, String to) {
        return line.contains("to: ")
                ? line.replaceAll("to: [a-z-]+", "to: " + to)
                : line.replace("}", ", to: " + to + "}");
    }

    private static void play(Workflow workflow, List<Deed> deeds) {
        Case it = Sunshine.caseOf("report.elevator", "坏了", Sunshine.neighbour("zhang"), State.ASSIGNED);
        Instant now = Sunshine.NINE;
        var running = new TreeMap<String, Deadline>();
        apply(new RunClocks(workflow, now).from(null, it), running);
        for (Deed deed : deeds) {
            now = now.plus(Duration.ofMinutes(deed.minutes()));
            State before = it.state();
            var refusal = workflow.refuses(deed.act(), deed.who(), before);
            switch (new Moves(workflow, it, deed.who(), now).make(deed.act())) {
                case Outcome.Refused _ -> {}
                case Outcome.Moved moved -> {
                    assertThat(refusal).isEmpty();
                    assertThat(moved.step().state()).isEqualTo(moved.after().state());
                    assertThat(moved.after().version()).isBetween(it.version(), it.version() + 1);
                    assertThat(moved.after().state()).isEqualTo(expected(workflow, deed.act(), it));
                    it = moved.after();
                    apply(moved.clocks(), running);
                }
            }
            assertThat(leadsToAnEnd(workflow, it.state()))
                    .as("%s after %s in %s", it.state(), deed.act().kind(), before)
                    .isTrue();
            assertThat(!it.isOpen() || it.resolvedAt() == null).isTrue();
            assertThat(!it.state().awaitsVerdict() || it.resolvedAt() != null).isTrue();
            assertThat(withoutPromise(running.keySet())).isEqualTo(namedBy(workflow, it));
            assertThat(it.isOpen() || !running.containsKey(Deadline.PROMISE)).isTrue();
            assertThat(running.values())
                    .allSatisfy(clock ->
                            assertThat(clock.nextAt() == null).isEqualTo(clock.stage() == Deadline.Stage.OVER));
            assertThat(it.care().waitingSince() != null).isEqualTo(it.state() == State.WAITING);
            if (running.containsKey(ClockRule.SOLVE)) {
                assertThat(running.get(ClockRule.SOLVE))
                        .extracting(Deadline::dueAt)
                        .isEqualTo(it.care().dueAt());
            }
        }
    }

    /// Where the file says. An act whose state it leaves open stays, unless somebody else has to accept the case.
    private static State expected(Workflow workflow, Act act, Case before) {
        return switch (act) {
            case Act.Withdraw(var _, boolean othersWait) when othersWait -> before.state();
            case Act.Relocate(var _, var routed, var _)
            when !routed.unit().id().equals(before.care().unit()) ->
                workflow.leads(act.kind(), before.state()).orElseGet(() -> State.begin(routed.found()));
            default -> workflow.after(act.kind(), before.state());
        };
    }

    private static Set<String> withoutPromise(Set<String> names) {
        var others = new TreeSet<>(names);
        others.remove(Deadline.PROMISE);
        return others;
    }

    private static void apply(ClocksMoved moved, Map<String, Deadline> running) {
        moved.ended().forEach(running::remove);
        moved.begun().forEach(clock -> running.put(clock.name(), clock));
    }

    private static Set<String> namedBy(Workflow workflow, Case it) {
        return workflow.definition().clocks().stream()
                .filter(rule -> it.state() != State.WAITING && rule.in().contains(it.state()))
                .map(ClockRule::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean leadsToAnEnd(Workflow workflow, State from) {
        var seen = EnumSet.of(from);
        for (int before = 0; before < seen.size(); ) {
            before = seen.size();
            for (State state : EnumSet.copyOf(seen)) {
                Arrays.stream(Act.Kind.values()).forEach(act -> seen.add(workflow.after(act, state)));
            }
        }
        return seen.contains(State.CLOSED) || seen.contains(State.WITHDRAWN);
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.of(State.class).injectNull(0.3))
                .as(Change::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        var people = Arbitraries.of(
                Who.staff("wang", "王物业"), new Who(Who.Kind.DESK, "zhao", "赵主任"), Who.resident("zhang"), Who.SERVICE);
        return Combinators.combine(people, acts(), Arbitraries.integers().between(0, 20_000))
                .as(Deed::new)
                .list()
                .ofMaxSize(30);
    }

    private static Arbitrary<Act> acts() {
        var soon = Sunshine.NINE.plus(Duration.ofDays(12));
        var elsewhere = new Problem("report.elevator", "b9", "b9", "", "坏了");
        return Arbitraries.of(
                new Act.Accept(),
                new Act.PassOn("lift", "归维保"),
                new Act.PassOn("grid1", ""),
                new Act.Return("desk", "不归我们"),
                new Act.Reply("在修"),
                new Act.Ask("几楼?"),
                new Act.Resolve("修好了", List.of()),
                new Act.Resolve("换了灯，花了 120 元", List.of("picture")),
                new Act.Resolve("", List.of()),
                new Act.Delay(soon, "等配件"),
                new Act.Urge("快"),
                new Act.Add("还漏水", List.of()),
                new Act.Relocate(
                        elsewhere,
                        new Routing(Sunshine.MAP).route("report.elevator", Sunshine.at("b9"), Sunshine.NINE),
                        ""),
                new Act.Relabel("report.water", ""),
                new Act.HandOver("zhao", "请假"),
                new Act.Prioritise(Priority.EMERGENCY, "有人被困"),
                new Act.Prioritise(Priority.URGENT, "停水"),
                new Act.Prioritise(Priority.ORDINARY, ""),
                new Act.Prioritise(Priority.ORDINARY, "不急了"),
                new Act.Promise(soon, "十二天内"),
                new Act.Withdraw("好了", false),
                new Act.Withdraw("好了", true),
                new Act.Rate(new Rating(5, "")),
                new Act.Rate(new Rating(1, "")),
                new Act.Reopen("又坏了"),
                new Act.Close(""),
                new Act.Unmask());
    }
}
