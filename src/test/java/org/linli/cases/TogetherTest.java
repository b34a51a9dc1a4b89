package org.linli.cases;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.DemoCommunity;
import org.linli.LinliTest;
import org.linli.cases.ActOnCase.Result;
import org.linli.cases.ActTogether.Chosen;
import org.linli.cases.ActTogether.Each;
import org.linli.cases.desk.HandOverCases;
import org.linli.cases.staffing.Absence;
import org.linli.cases.staffing.Absences;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.ImportCommunity;
import org.linli.community.StaffMember;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/// The same to many cases, and the way back.
@LinliTest
class TogetherTest {

    private static final CommunityId LM = new CommunityId("lm");
    private static final Sight EVERYTHING = new Sight(LM, true, "desk", Set.of());
    private static final Act PASS_ON = new Act.PassOn("enforcement", "要执法队来");

    @Autowired
    Communities communities;

    @Autowired
    ReportCase reportCase;

    @Autowired
    FindCases find;

    @Autowired
    ActTogether acts;

    @Autowired
    ActOnCase single;

    @Autowired
    Absences absences;

    @Autowired
    DoneTogether done;

    @Autowired
    UndoTogether undo;

    @Autowired
    HandOverCases handOver;

    @Autowired
    DueClocks clocks;

    @Autowired
    Effects effects;

    @Autowired
    Clock clock;

    @Autowired
    DatabaseClient database;

    CommunityMap map;
    StaffMember chen;
    final String bulk = UUID.randomUUID().toString();

    @BeforeEach
    void noCases(@Autowired ImportCommunity imports) {
        DemoCommunity.isThere(imports);
        DemoCommunity.hasNoCases(database, "cases.clocks", "cases.told", "cases.done_together", "outbox.letters");
        map = requireNonNull(communities.map(LM).block());
        chen = map.staffMember("chen").orElseThrow();
    }

    @Test
    void whoWasChangedMeanwhileIsLeftAloneAndNamed() {
        var first = open("b3");
        var second = open("b4");
        var chosen = chosen(first, second);
        acts.act(
                        chen,
                        EVERYTHING,
                        chosen(second),
                        new Act.Relabel("report.noise", ""),
                        UUID.randomUUID().toString())
                .block();

        var became =
                requireNonNull(acts.act(chen, EVERYTHING, chosen, PASS_ON, bulk).block());

        assertThat(became).extracting(Each::number).containsExactly(first, second);
        assertThat(became.getFirst().result()).isInstanceOf(Result.Done.class);
        assertThat(became.getLast().result()).isInstanceOf(Result.Stale.class);
        assertThat(file(first).it().care().unit()).isEqualTo("enforcement");
        assertThat(file(second).it().care().unit()).isEqualTo("property");
    }

    @Test
    void undoneWithinAMinuteItStandsExactlyAsBeforeAndNobodyWasTold() {
        var number = open("b3");
        var before = file(number).it();
        var ran = clocks(number);
        database.sql("truncate outbox.letters").then().block();
        acts.act(chen, EVERYTHING, chosen(number), PASS_ON, bulk).block();
        assertThat(clocks(number)).isNotEqualTo(ran);

        assertThat(requireNonNull(undo.undo(chen, bulk).block()).back()).containsExactly(number);

        assertThat(file(number).it()).isEqualTo(before.as(before.version() + 2));
        assertThat(clocks(number)).isEqualTo(ran);
        later(Duration.ofMinutes(2));
        assertThat(letters()).isEmpty();
        assertThat(requireNonNull(undo.undo(chen, bulk).block()).back()).isEmpty();
        assertThat(steps(number)).endsWith("PASSED_ON", "UNDONE");
    }

    @Test
    void afterTheMinuteItStandsAndEverybodyIsToldOnce() {
        var number = open("b3");
        database.sql("truncate outbox.letters").then().block();
        acts.act(chen, EVERYTHING, chosen(number), PASS_ON, bulk).block();

        later(Duration.ofSeconds(50));
        assertThat(letters()).isEmpty();
        later(Duration.ofSeconds(61));
        later(Duration.ofSeconds(90));

        assertThat(letters()).containsExactlyInAnyOrder("case-passed-on", "case-unit-new");
        var late = new UndoTogether(done, find, clocks, effects, Clock.offset(clock, Duration.ofSeconds(61)));
        assertThat(requireNonNull(late.undo(chen, bulk).block()).back()).isEmpty();
        assertThat(file(number).it().care().unit()).isEqualTo("enforcement");
    }

    @Test
    void whatSomebodyWentOnWithIsNotUndone() {
        var number = open("b3");
        acts.act(chen, EVERYTHING, chosen(number), PASS_ON, bulk).block();
        acts.act(
                        chen,
                        EVERYTHING,
                        chosen(number),
                        new Act.PassOn("grid-1", "网格先看"),
                        UUID.randomUUID().toString())
                .block();

        assertThat(requireNonNull(undo.undo(chen, bulk).block()).changed()).containsExactly(number);
        assertThat(file(number).it().care().unit()).isEqualTo("grid-1");
    }

    @Test
    void aNeighbourWhoJoinsMeanwhileStaysAndIsInNobodysWay() {
        var number = open("b3");
        acts.act(chen, EVERYTHING, chosen(number), PASS_ON, bulk).block();
        report("b3", "r17");

        assertThat(requireNonNull(undo.undo(chen, bulk).block()).back()).containsExactly(number);
        assertThat(file(number).supporters()).hasSize(1);
        assertThat(file(number).it().care().unit()).isEqualTo("property");
    }

    @Test
    void whoStandsInForSomebodyIsToldInstead() {
        var today = LocalDate.ofInstant(clock.instant(), SpokenTime.ZONE);
        absences.add(chen, new Absence(bulk, "fang", today, today, "xu")).block();
        var number = open("b3");
        database.sql("truncate outbox.letters").then().block();

        requireNonNull(
                single.act(EVERYTHING, number, file(number).seen(), Who.of(chen), new Act.PassOn("safety", "有危险"), bulk)
                        .block());

        var xu = map.staffMember("xu").orElseThrow().chat();
        assertThat(texts("select address as it from outbox.letters where template = 'case-unit-new'"))
                .containsExactly(requireNonNull(xu).text());
        absences.forget(chen, bulk).block();
        assertThat(requireNonNull(absences.today(LM).block()).away()).isEmpty();
    }

    @Test
    void nobodyUndoesWhatAnotherDidAndASecondClickDoesNothing() {
        var number = open("b3");
        var chosen = chosen(number);
        acts.act(chen, EVERYTHING, chosen, PASS_ON, bulk).block();

        assertThat(acts.act(chen, EVERYTHING, chosen, PASS_ON, bulk).block()).isEmpty();
        var xu = map.staffMember("xu").orElseThrow();
        assertThat(requireNonNull(undo.undo(xu, bulk).block()).back()).isEmpty();
        assertThat(file(number).it().care().unit()).isEqualTo("enforcement");
    }

    @Test
    void ofTwoWhoActAtOnceOneWinsAndTheOtherIsTold() {
        for (String place : List.of("b1", "b2", "b3", "b4", "b5", "b6")) {
            var number = open(place);
            var shown = file(number).seen();

            var results = requireNonNull(Flux.just("chen", "xu")
                    .flatMap(who -> single.act(
                                    EVERYTHING,
                                    number,
                                    shown,
                                    Who.of(map.staffMember(who).orElseThrow()),
                                    new Act.HandOver(who, ""),
                                    number + who)
                            .subscribeOn(Schedulers.parallel()))
                    .collectList()
                    .block());

            assertThat(results).filteredOn(Result.Done.class::isInstance).hasSize(1);
            assertThat(results).filteredOn(Result.Stale.class::isInstance).hasSize(1);
            assertThat(steps(number)).containsOnlyOnce("HANDED_OVER");
        }
    }

    @Test
    void whatSomebodyHasInHandIsHandedOverWithTheReasonAndTakenBack() {
        var qian = map.staffMember("qian").orElseThrow();
        var xu = map.staffMember("xu").orElseThrow();
        var accepted = open("b3");
        single.act(EVERYTHING, accepted, file(accepted).seen(), Who.of(qian), new Act.Accept(), bulk)
                .block();
        var notHis = open("b4");
        var running = clocks(accepted);

        var became = requireNonNull(
                handOver.handOver(chen, EVERYTHING, qian, HandOverCases.to(xu, "请假", new CaseWords()), bulk)
                        .block());

        assertThat(became).extracting(Each::number).containsExactly(accepted);
        assertThat(file(accepted).it().care().assignee()).isEqualTo("xu");
        assertThat(file(accepted).it().state()).isEqualTo(State.IN_PROGRESS);
        assertThat(clocks(accepted)).isEqualTo(running);
        assertThat(texts("select words as it from cases.steps where kind = 'HANDED_OVER'"))
                .containsExactly("交给徐慧。请假");
        assertThat(file(notHis).it().care().assignee()).isNull();
        assertThat(requireNonNull(undo.undo(chen, bulk).block()).back()).containsExactly(accepted);
        assertThat(file(accepted).it().care().assignee()).isEqualTo("qian");
    }

    private void later(Duration by) {
        new PostWaitingLetters(done, effects, Clock.offset(clock, by)).round().block();
    }

    private List<Chosen> chosen(String... numbers) {
        return List.of(numbers).stream()
                .map(it -> new Chosen(it, file(it).seen()))
                .toList();
    }

    private String open(String place) {
        return report(place, "r18");
    }

    private String report(String place, String who) {
        var at = Instant.now(clock).atOffset(ZoneOffset.UTC).toInstant();
        var report = new Report(
                LM,
                UUID.randomUUID().toString(),
                "report.power",
                map.place(place).orElseThrow(),
                "",
                "停电了",
                List.of(),
                Sunshine.neighbour(who),
                at);
        var answer = requireNonNull(reportCase.report(report).block());
        effects.commit(answer.effects()).block();
        return requireNonNull(answer.facts().get("number"));
    }

    private CaseFile file(String number) {
        return requireNonNull(find.file(LM, number).block());
    }

    private List<Deadline> clocks(String number) {
        return requireNonNull(clocks.of(LM, number).collectList().block());
    }

    private List<String> letters() {
        return texts("select distinct template as it from outbox.letters");
    }

    private List<String> steps(String number) {
        return texts("select kind as it from cases.steps where number = '" + number + "' order by id");
    }

    private List<String> texts(String sql) {
        return requireNonNull(
                database.sql(sql).mapValue(String.class).all().collectList().block());
    }
}
