package org.linli.cases;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.DemoCommunity;
import org.linli.LinliTest;
import org.linli.SettableClock;
import org.linli.cases.rules.Calendars;
import org.linli.cases.staffing.Absence;
import org.linli.cases.staffing.Absences;
import org.linli.community.Communities;
import org.linli.community.ImportCommunity;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.understanding.NameEntities;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@LinliTest
class FireClocksTest {

    private static final CommunityId LM = new CommunityId("lm");

    /// A Monday, nine o'clock.
    private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");

    @Autowired
    DatabaseClient database;

    @Autowired
    FindCases find;

    @Autowired
    Communities communities;

    @Autowired
    Absences absences;

    @Autowired
    Workflows workflows;

    @Autowired
    Calendars calendars;

    @Autowired
    Effects effects;

    @Autowired
    CaseWords words;

    private final SettableClock clock = new SettableClock(NINE);

    @BeforeEach
    void noCases(@Autowired ImportCommunity imports) {
        DemoCommunity.isThere(imports);
        DemoCommunity.hasNoCases(
                database, "cases.clocks", "cases.misses", "cases.told", "cases.promises", "outbox.letters");
    }

    @Test
    void whoDoesNotAcceptIsRemindedThenTheUnitAboveIsToldOnceAndSeesItFromThenOn() {
        var late = open(1).getFirst();

        clock.pass(Duration.ofMinutes(20));
        replica().round().block();
        assertThat(letters()).isEmpty();

        clock.pass(Duration.ofMinutes(5));
        replica().round().block();
        assertThat(letters()).containsExactly("case-unit-warned");

        clock.pass(Duration.ofMinutes(5));
        replica().round().block();
        replica().round().block();
        assertThat(letters()).containsExactly("case-unit-escalated", "case-unit-overdue", "case-unit-warned");
        assertThat(missed()).containsExactly("accept property desk ASSIGNED");
        assertThat(requireNonNull(find.file(LM, late.number()).block()).told()).containsExactly("desk");
    }

    @Test
    void whoStandsInIsRemindedInsteadOfWhoIsAway() {
        var map = requireNonNull(communities.map(LM).block());
        var chen = map.staffMember("chen").orElseThrow();
        var today = LocalDate.now(SpokenTime.ZONE);
        absences.add(chen, new Absence("away", "fang", today, today.plusDays(1), "xu"))
                .block();
        open(1, "safety");

        clock.pass(Duration.ofMinutes(25));
        replica().round().block();

        var xu = requireNonNull(map.staffMember("xu").orElseThrow().chat());
        assertThat(texts("select address from outbox.letters where template = 'case-unit-warned'"))
                .containsExactly(xu.text());
        absences.forget(chen, "away").block();
    }

    @Test
    void whatIsDueIsFoundByItsIndexHoweverManyCasesAreOpen() {
        open(200);
        database.sql("analyze cases.clocks").then().block();

        assertThat(
                        texts(
                                "explain select * from cases.clocks where next_at <= '2026-03-02T01:00:00Z' order by next_at limit 500"))
                .anySatisfy(line -> assertThat(line).contains("clocks_due"));
    }

    @Test
    void whatIsAcceptedInTimeIsNotMissed() {
        var opened = open(1).getFirst();
        var workflow = requireNonNull(workflows.of(opened).block());
        clock.pass(Duration.ofMinutes(10));
        var moved = (Outcome.Moved)
                new Moves(workflow, opened, Who.staff("qian", "钱永福"), clock.instant()).make(new Act.Accept());
        effects.commit(List.of(new CaseMoved(opened, moved.after()), moved.clocks(), new StepTaken(moved.step())))
                .block();

        clock.pass(Duration.ofMinutes(60));
        replica().round().block();

        assertThat(missed()).isEmpty();
        assertThat(running()).containsExactly("solve");
    }

    @Test
    void threeReplicasEscalateEachOfAThousandOnce() {
        open(1_000);
        clock.pass(Duration.ofMinutes(31));

        Flux.range(0, 3)
                .flatMap(_ -> untilNothingIsDue(replica()).subscribeOn(Schedulers.parallel()))
                .collectList()
                .block(Duration.ofMinutes(2));

        assertThat(missed()).hasSize(1_000);
        assertThat(count("select count(*) from cases.steps where kind = 'OVERDUE'"))
                .isEqualTo(1_000);
        assertThat(letters().stream().filter("case-unit-escalated"::equals)).hasSize(1_000);
    }

    @Test
    void aCaseWhoseRulesCannotBeReadHoldsUpNoOther() {
        open(200);
        database.sql("update cases.cases set workflow = 99 where number = 'LM-2026-000001'")
                .then()
                .block();
        clock.pass(Duration.ofMinutes(31));

        untilNothingIsDue(replica()).blockLast();

        assertThat(missed()).hasSize(199);
        assertThat(count("select count(*) from cases.clocks where number = 'LM-2026-000001' and name = 'accept'"))
                .isOne();
    }

    @Test
    void promisesAreKeptOrBrokenAndCounted() {
        var promised = open(2);
        promised.forEach(it -> act(it, new Act.Promise(clock.instant().plus(Duration.ofHours(1)), "十点前")));
        clock.pass(Duration.ofMinutes(30));
        act(read(promised.getFirst()), new Act.Resolve("修好了", List.of()));

        clock.pass(Duration.ofMinutes(31));
        untilNothingIsDue(replica()).blockLast();

        assertThat(texts("select outcome from cases.promises order by number")).containsExactly("KEPT", "BROKEN");
        var counted = new Promises(new NameEntities(), calendars, database, clock)
                .thisMonth(LM)
                .block();
        assertThat(counted).isEqualTo(new Promises.Count(2, 1, 1, 0));
    }

    @Test
    void aTimeInTheLastAnswerIsAskedAboutUntilItIsAPromiseAndOnlyThoseWhoSaidIt() {
        var it = open(1).getFirst();
        var map = requireNonNull(communities.map(LM).block());
        var promises = new Promises(new NameEntities(), calendars, database, clock);
        var qian = Who.staff("qian", "钱永福");
        var answer = Step.of(it, Step.Kind.ANSWERED, qian, clock.instant(), "师傅明天上午十点前修好", List.of());
        var promise = Step.of(it, Step.Kind.PROMISED, qian, clock.instant(), "十点前", List.of());

        assertThat(promises.unconfirmed(it, List.of(answer), map)).contains(Instant.parse("2026-03-03T02:00:00Z"));
        assertThat(promises.unconfirmed(it, List.of(answer, promise), map)).isEmpty();
        var done = Step.of(it, Step.Kind.RESOLVED, qian, clock.instant(), "修好了", List.of());
        assertThat(promises.unconfirmed(it, List.of(answer, done), map)).isEmpty();
        var elsewhere = it.with(State.PASSED_ON, it.care().lyingWith("safety"));
        assertThat(promises.unconfirmed(elsewhere, List.of(answer), map)).isEmpty();
    }

    private Case read(Case it) {
        return requireNonNull(find.file(LM, it.number()).block()).it();
    }

    private void act(Case it, Act act) {
        var map = requireNonNull(communities.map(LM).block());
        var workflow = requireNonNull(workflows.of(it).block());
        var moved = (Outcome.Moved) new Moves(workflow, it, Who.staff("qian", "钱永福"), clock.instant()).make(act);
        var letters = new CaseLetters(
                map, new CaseFacts(map, words, clock.instant()), it.number() + act.kind(), StepPictures.NONE);
        effects.commit(Consequences.of(moved, new CaseFile(it, List.of()), letters))
                .block();
    }

    /// One that only slept finds that the others have done its work.
    @Test
    void whatASlowReplicaHadClaimedIsNotDoneTwice() {
        var it = open(1).getFirst();
        clock.pass(Duration.ofMinutes(31));
        var claimed = requireNonNull(
                new DueClocks(database).claim(clock.instant(), 10).blockFirst());
        clock.pass(DueClocks.LEASE);
        untilNothingIsDue(replica()).blockLast();

        var map = requireNonNull(communities.map(LM).block());
        var late = new Escalation(map, requireNonNull(workflows.of(it).block()), it, words, clock.instant());
        assertThatThrownBy(() -> effects.commit(late.of(claimed)).block()).isInstanceOf(Conflict.class);

        assertThat(missed()).hasSize(1);
        assertThat(count("select count(*) from cases.steps where kind = 'OVERDUE'"))
                .isOne();
    }

    /// A replica that dies after it has claimed leaves its work to the others.
    @Test
    void whatADeadReplicaHadClaimedComesBack() {
        open(5);
        clock.pass(Duration.ofMinutes(31));
        assertThat(new DueClocks(database)
                        .claim(clock.instant(), 10)
                        .collectList()
                        .block())
                .hasSize(5);

        replica().round().block();
        assertThat(missed()).isEmpty();

        clock.pass(DueClocks.LEASE);
        untilNothingIsDue(replica()).blockLast();
        assertThat(missed()).hasSize(5);
    }

    @Test
    void whatTwoReplicasSeeAtTheSameTimeIsClaimedByOne() {
        open(50);
        clock.pass(Duration.ofMinutes(31));
        for (int leases = 0; leases < 10; leases++) {
            var claims =
                    requireNonNull(Mono.zip(claimed(), claimed(), Long::sum).block());
            assertThat(claims).isEqualTo(50);
            clock.pass(DueClocks.LEASE);
        }
    }

    private Mono<Long> claimed() {
        return new DueClocks(database).claim(clock.instant(), 100).count();
    }

    private static Flux<Integer> untilNothingIsDue(FireClocks replica) {
        return Flux.defer(replica::round).repeat().takeUntil(done -> done == 0);
    }

    private FireClocks replica() {
        return new FireClocks(new DueClocks(database), find, communities, absences, workflows, effects, words, clock);
    }

    private List<Case> open(int many) {
        return open(many, "property");
    }

    private List<Case> open(int many, String unit) {
        var workflow = requireNonNull(workflows.begin(LM, "report.elevator").block());
        var opened =
                IntStream.range(0, many).mapToObj(i -> lift(i, workflow, unit)).toList();
        var changes = new ArrayList<Effect>();
        for (Case it : opened) {
            changes.add(new CaseOpened(it, 0, List.of()));
            changes.add(new RunClocks(workflow, clock.instant()).from(null, it));
        }
        effects.commit(changes).block();
        return opened;
    }

    private Case lift(int i, Workflow workflow, String unit) {
        return new Case(
                LM,
                "LM-2026-%06d".formatted(i + 1),
                workflow.course(),
                new Problem("report.elevator", null, "", "", "电梯停了"),
                Sunshine.neighbour("zhang"),
                State.ASSIGNED,
                new Care(unit, null, workflow.promise("report.elevator", clock.instant())),
                clock.instant(),
                null,
                null,
                1);
    }

    private List<String> letters() {
        return texts("select template from outbox.letters order by template");
    }

    private List<String> missed() {
        return texts("select clock || ' ' || unit || ' ' || told || ' ' || state from cases.misses order by number");
    }

    private List<String> running() {
        return texts("select name from cases.clocks order by name");
    }

    private List<String> texts(String sql) {
        return requireNonNull(
                database.sql(sql).mapValue(String.class).all().collectList().block());
    }

    private long count(String sql) {
        return requireNonNull(database.sql(sql).mapValue(Long.class).one().block());
    }
}
