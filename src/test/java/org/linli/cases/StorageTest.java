package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.DemoCommunity;
import org.linli.LinliTest;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.ImportCommunity;
import org.linli.dialogue.Answer;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.util.retry.Retry;

@LinliTest
class StorageTest {

    private static final CommunityId LM = new CommunityId("lm");
    private static final AtomicInteger MESSAGES = new AtomicInteger();
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    @Autowired
    ImportCommunity imports;

    @Autowired
    Communities communities;

    @Autowired
    ReportCase reportCase;

    @Autowired
    FindCases find;

    @Autowired
    CountNumbers numbers;

    @Autowired
    Effects effects;

    @Autowired
    DatabaseClient database;

    CommunityMap map;

    @BeforeEach
    void aCommunityWithoutCases() {
        DemoCommunity.isThere(imports);
        map = Objects.requireNonNull(communities.map(LM).block());
        DemoCommunity.hasNoCases(database);
    }

    @Test
    void whatIsWrittenIsRead() {
        var number = told(receive("report.elevator", "b5-2-1101", "电梯'; drop table cases; <b>坏</b>了", "r32"));
        var file = Objects.requireNonNull(find.file(LM, number).block());

        assertThat(file.it().number()).matches("LM-2026-\\d{6}");
        assertThat(file.it().problem().words()).isEqualTo("电梯'; drop table cases; <b>坏</b>了");
        assertThat(file.it().problem().spot()).isEqualTo("b5");
        assertThat(file.it().care()).isEqualTo(new Care("property", null, NOW.plus(Duration.ofHours(2))));
        assertThat(file.it().state()).isEqualTo(State.ASSIGNED);
        assertThat(find.own(LM, Sunshine.neighbour("r32")).block()).containsExactly(file.it());
        assertThat(find.own(LM, Sunshine.neighbour("r01")).block()).isEmpty();
    }

    @Test
    void twentyEqualReportsOfOneNeighbourAtOnceAreOneCase() {
        Flux.range(0, 20)
                .flatMap(_ -> receive("report.power", "b3-2-501", "停电了", "r18"), 20)
                .then()
                .block();

        assertThat(count("select count(*) from cases.cases")).isOne();
        assertThat(count("select count(*) from cases.steps where kind = 'ADDED'"))
                .isEqualTo(19);
        assertThat(count("select count(*) from cases.supporters")).isZero();
    }

    @Test
    void twentyNeighboursWithTheSameProblemAreOneCaseWithNineteenSupporters() {
        Flux.range(0, 20)
                .flatMap(i -> receive("report.power", "b3-2-501", "停电了", "neighbour-" + i), 20)
                .then()
                .block();

        assertThat(count("select count(*) from cases.cases")).isOne();
        assertThat(count("select count(*) from cases.supporters")).isEqualTo(19);
        assertThat(count("select count(*) from cases.steps where kind = 'JOINED'"))
                .isEqualTo(19);
    }

    @Test
    void ofTwoPeopleWhoChangeTheSameCaseOneIsTold() {
        var number = told(receive("report.noise", "b3", "半夜装修", "r18"));
        var read = Objects.requireNonNull(find.file(LM, number).block());

        commit(read, new Act.Accept()).as(StepVerifier::create).verifyComplete();
        commit(read, new Act.PassOn("property", "不归我管"))
                .as(StepVerifier::create)
                .verifyError(Conflict.class);

        assertThat(Objects.requireNonNull(find.file(LM, number).block()).it().state())
                .isEqualTo(State.IN_PROGRESS);
    }

    @Test
    void whoJoinsWhileItIsFinishedIsToldOrOpensANewCase() {
        var number = told(receive("report.power", "b3", "停电了", "r18"));
        var read = Objects.requireNonNull(find.file(LM, number).block());
        var joins = Objects.requireNonNull(
                reportCase.report(report("report.power", "b3", "停电了", "r17")).block());
        var late = Objects.requireNonNull(
                reportCase.report(report("report.power", "b3", "停电了", "r16")).block());

        effects.commit(joins.effects()).block();
        commit(read, new Act.Resolve("来电了", List.of())).as(StepVerifier::create).verifyError(Conflict.class);
        var again = Objects.requireNonNull(find.file(LM, number).block());
        assertThat(again.supporters()).hasSize(1);
        assertThat(again.seen()).isEqualTo(read.seen());
        commit(again, new Act.Resolve("来电了", List.of())).block();

        effects.commit(late.effects()).as(StepVerifier::create).verifyError(Conflict.class);
        assertThat(count("select count(*) from cases.supporters")).isOne();
    }

    @Test
    void whoLeavesIsToldNothingMore() {
        var number = told(receive("report.power", "b3", "停电了", "r18"));
        receive("report.power", "b3", "停电了", "r17").block();
        receive("report.power", "b3", "停电了", "r16").block();

        effects.commit(List.of(new NeighbourLeft(LM, number, Sunshine.neighbour("r17"))))
                .block();
        effects.commit(List.of(new NeighbourLeft(LM, number, Sunshine.neighbour("r18"))))
                .block();

        var file = Objects.requireNonNull(find.file(LM, number).block());
        assertThat(file.waiting()).containsExactly(Sunshine.neighbour("r16"));
        assertThat(file.concerns(Sunshine.neighbour("r18"))).isTrue();
        assertThat(file.othersWaitBeside(Sunshine.neighbour("r16"))).isFalse();
    }

    @Test
    void aStepThatCannotBeWrittenTakesTheMoveBack() {
        var number = told(receive("report.noise", "b3", "半夜装修", "r18"));
        var read = Objects.requireNonNull(find.file(LM, number).block());
        var moved = (Outcome.Moved)
                Sunshine.moves(read.it(), Who.staff("lin", "林晓梅"), NOW).make(new Act.Accept());
        var nowhere = new Step(
                LM, "LM-2026-999999", Step.Kind.ACCEPTED, Who.SERVICE, NOW, State.IN_PROGRESS, "", "", List.of(), null);

        effects.commit(List.of(new CaseMoved(moved.before(), moved.after()), new StepTaken(nowhere)))
                .as(StepVerifier::create)
                .verifyError();

        assertThat(find.file(LM, number).block()).isEqualTo(read);
    }

    @Test
    void historyIsOnlyAddedTo() {
        told(receive("report.noise", "b3", "半夜装修", "r18"));

        database.sql("update cases.steps set words = 'nothing happened'")
                .then()
                .as(StepVerifier::create)
                .verifyErrorSatisfies(it -> assertThat(it).hasMessageContaining("only added to"));
        database.sql("delete from cases.steps").then().as(StepVerifier::create).verifyError();
    }

    @Test
    void numbersThatAreTakenAtOnceAreAllDifferent() {
        var taken = Flux.range(0, 500)
                .flatMap(_ -> numbers.next(LM, 2027), 500)
                .collectList()
                .block();

        assertThat(taken).doesNotHaveDuplicates().contains(1L, 500L);
    }

    private Mono<Void> commit(CaseFile file, Act act) {
        var moved = (Outcome.Moved)
                Sunshine.moves(file.it(), Who.staff("lin", "林晓梅"), NOW).make(act);
        var letters = new CaseLetters(
                map, new CaseFacts(map, new CaseWords(), NOW), "t" + MESSAGES.incrementAndGet(), StepPictures.NONE);
        return effects.commit(Consequences.of(moved, file, letters));
    }

    private String told(Mono<Answer> answer) {
        return Objects.requireNonNull(
                Objects.requireNonNull(answer.block()).facts().get("number"));
    }

    /// As the dialogue does it: what became impossible meanwhile is decided again.
    private Mono<Answer> receive(String label, String place, String words, String who) {
        var report = report(label, place, words, who);
        return Mono.defer(() -> reportCase.report(report))
                .flatMap(answer -> effects.commit(answer.effects()).thenReturn(answer))
                .retryWhen(Retry.max(5).filter(Conflict.class::isInstance));
    }

    private Report report(String label, String place, String words, String who) {
        return new Report(
                LM,
                "m" + MESSAGES.incrementAndGet(),
                label,
                map.place(place).orElseThrow(),
                "",
                words,
                List.of(),
                Sunshine.neighbour(who),
                NOW);
    }

    private long count(String sql) {
        return Objects.requireNonNull(
                database.sql(sql).mapValue(Long.class).one().block());
    }
}
