package org.linli.teaching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.LinliTest;
import org.linli.Results;
import org.linli.channels.Address;
import org.linli.community.ImportCommunity;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.dialogue.Teachable;
import org.linli.dialogue.Teachable.Cause;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Bells;
import org.linli.teaching.Candidate.State;
import org.linli.teaching.Promotion.Result;
import org.linli.understanding.CompareIntents;
import org.linli.understanding.IntentFiles;
import org.linli.understanding.Trial;
import org.linli.understanding.Understand;
import org.linli.understanding.opennlp.SmallExamples;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestConstructor;

/// From what was taught to what is learnt, step by step, each a person's.
@LinliTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class PromotionTest {

    private static final CommunityId LM = new CommunityId("lm");
    private static final StaffMember CHEN = new StaffMember(LM, "chen", "陈", Role.ADMIN, "desk", null, null);
    private static final String FILE = "report/elevator.yml";

    private final Effects effects;
    private final Lessons lessons;
    private final Teach teach;
    private final Candidates candidates;
    private final CompareIntents compare;
    private final Trial trial;
    private final Understand understand;
    private final DatabaseClient database;
    private final ImportCommunity imports;
    private final Bells bells;
    private final Clock clock;

    @TempDir
    private Path folder;

    PromotionTest(
            Effects effects,
            Lessons lessons,
            Teach teach,
            Candidates candidates,
            CompareIntents compare,
            Trial trial,
            Understand understand,
            DatabaseClient database,
            ImportCommunity imports,
            Bells bells,
            Clock clock) {
        this.effects = effects;
        this.lessons = lessons;
        this.teach = teach;
        this.candidates = candidates;
        this.compare = compare;
        this.trial = trial;
        this.understand = understand;
        this.database = database;
        this.imports = imports;
        this.bells = bells;
        this.clock = clock;
    }

    @BeforeEach
    void begin() throws IOException {
        Results.completed(imports.from(Path.of("deploy/demo/community.yaml")));
        Results.completed(database.sql("""
                        truncate teaching.lessons, teaching.refusals, teaching.candidates, teaching.differences""").then());
        for (var it : SmallExamples.files().entrySet()) {
            Path file = folder.resolve(it.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, it.getValue());
        }
    }

    @AfterEach
    void nothingIsOnTrial() {
        trial.end();
    }

    @Test
    void whatWasTaughtIsTrainedComparedPromotedAndTakenBack() throws IOException {
        taught("a", "上下楼那铁盒子罢工了");
        String before = Files.readString(folder.resolve(FILE));

        assertThat(Results.result(promotion().ask(CHEN))).isEqualTo(Result.DONE);
        assertThat(Files.readString(folder.resolve(FILE))).isEqualTo(before);
        assertThat(Results.result(training().round())).isOne();

        var trying = newest();
        assertThat(trying.state()).isEqualTo(State.TRYING);
        var comparison = Objects.requireNonNull(trying.comparison());
        assertThat(comparison.heldOut()).isBetween(1, 15);
        assertThat(comparison.corrections()).singleElement().satisfies(it -> {
            assertThat(it.correction().label()).isEqualTo("report.elevator");
            assertThat(it.willBeRight()).isTrue();
        });
        assertThat(comparison.regressions()).isEmpty();

        assertThat(Results.result(promotion().promote(CHEN, trying.id()))).isEqualTo(Result.DONE);
        assertThat(Results.result(promotion().promote(CHEN, trying.id()))).isEqualTo(Result.STALE);
        assertThat(Files.readString(folder.resolve(FILE))).isEqualTo(before + "      - 上下楼那铁盒子罢工了\n");
        assertThat(Results.results(lessons.taught(LM))).isEmpty();
        assertThat(Results.results(lessons.corrections())).hasSize(1);
        Results.completed(training().round());
        assertThat(trial.name()).isEmpty();

        assertThat(Results.result(promotion().rollBack(CHEN, trying.id()))).isEqualTo(Result.DONE);
        assertThat(Files.readString(folder.resolve(FILE))).isEqualTo(before);
        assertThat(newest().state()).isEqualTo(State.ROLLED_BACK);
        assertThat(Results.results(lessons.taught(LM))).hasSize(1);
    }

    @Test
    void whatIsOnTrialHearsWithoutEffectAndItsDifferencesAreCounted() {
        taught("a", "上下楼那铁盒子罢工了");
        Results.completed(promotion().ask(CHEN));
        Results.completed(training().round());
        var now = LocalDateTime.parse("2026-06-10T12:00");
        var running = understand.understand("我要办居住证", false, now).intent();

        Results.completed(training().round());

        assertThat(newest().heard()).isEqualTo(1);
        assertThat(Results.results(candidates.differences(newest(), 9)))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.running()).isEqualTo(running.label());
                    assertThat(it.times()).isOne();
                });
        assertThat(understand.understand("我要办居住证", false, now).intent()).isEqualTo(running);
    }

    @Test
    void filesThatSomebodyElseChangedAreNotOverwritten() throws IOException {
        taught("a", "上下楼那铁盒子罢工了");
        Results.completed(promotion().ask(CHEN));
        Results.completed(training().round());
        Files.writeString(folder.resolve(FILE), SmallExamples.file("report.elevator", List.of("电梯坏了", "电梯停了")));

        assertThat(Results.result(promotion().promote(CHEN, newest().id()))).isEqualTo(Result.STALE);
        assertThat(Files.readString(folder.resolve(FILE))).doesNotContain("铁盒子");
        assertThat(newest().state()).isEqualTo(State.TRYING);
    }

    @Test
    void oneAtATimeIsOnTrial() {
        taught("a", "上下楼那铁盒子罢工了");
        Results.completed(promotion().ask(CHEN));
        Results.completed(promotion().ask(CHEN));

        assertThat(Results.results(promotion().candidates()))
                .extracting(Candidate::state)
                .containsExactlyInAnyOrder(State.ASKED, State.DROPPED);
        assertThat(Results.result(promotion().drop(CHEN, "nobody"))).isEqualTo(Result.STALE);
    }

    @Test
    void withNothingTaughtThereIsNothingToTry() {
        assertThat(Results.result(promotion().ask(CHEN))).isEqualTo(Result.STALE);
    }

    @Test
    void aPatchAppliedByHandIsNoticed() throws IOException {
        taught("a", "上下楼那铁盒子罢工了");
        var change = Results.result(promotion().proposed(LM));
        Files.writeString(
                folder.resolve(FILE), Objects.requireNonNull(change.after().get(FILE)));

        assertThat(Results.result(new NoticeLearnt(lessons, files(), database).round()))
                .isOne();
        assertThat(Results.results(lessons.taught(LM))).isEmpty();
    }

    private void taught(String key, String words) {
        Results.completed(effects.commit(List.of(new Teachable(
                LM,
                key,
                Address.parse("webchat:lm:person:su"),
                words,
                false,
                "chatter",
                .4,
                null,
                Cause.UNSURE,
                Instant.parse("2026-03-02T01:00:00Z")))));
        Results.completed(teach.label(CHEN, List.of(key), "report.elevator", "click-" + key));
    }

    private Candidate newest() {
        return Results.results(promotion().candidates()).getFirst();
    }

    private IntentFiles files() {
        return new IntentFiles(folder.toString());
    }

    private Promotion promotion() {
        return new Promotion(lessons, candidates, files(), database, bells, clock);
    }

    private TrainCandidates training() {
        return new TrainCandidates(candidates, lessons, files(), compare, trial, clock);
    }
}
