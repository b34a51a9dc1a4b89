package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever people do in whatever order: the case stays where its workflow knows what comes next.
class WorkflowPropertyTest {

    record Deed(Who who, Act act, int minutes) {}

    @Property(tries = 2_000)
    void noSequenceOfActsLeavesTheWorkflow(@ForAll("labels") String label, @ForAll("deeds") List<Deed> deeds) {
        var workflow = Sunshine.workflow(label);
        Case it = Sunshine.caseOf(label, "坏了", Sunshine.neighbour("zhang"), State.ASSIGNED);
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
                    it = moved.after();
                    apply(moved.clocks(), running);
                }
            }
            assertThat(it.state() == State.WITHDRAWN || canStillBeClosed(workflow, it.state()))
                    .as("%s after %s in %s", it.state(), deed.act().kind(), before)
                    .isTrue();
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

    private static boolean canStillBeClosed(Workflow workflow, State state) {
        return state == State.CLOSED
                || workflow.allows(Act.Kind.CLOSE, Who.Kind.SERVICE, state)
                || workflow.allows(Act.Kind.RESOLVE, Who.Kind.STAFF, state);
    }

    @Provide
    Arbitrary<String> labels() {
        return Arbitraries.of("report.elevator", "emergency", "help.hardship", "ask.hours", "suggest", "report.noise");
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
