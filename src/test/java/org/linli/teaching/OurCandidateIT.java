package org.linli.teaching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.linli.DemoCommunity;
import org.linli.LinliTest;
import org.linli.Results;
import org.linli.WhileThereIsTime;
import org.linli.channels.Address;
import org.linli.community.ImportCommunity;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.dialogue.Teachable;
import org.linli.dialogue.Teachable.Cause;
import org.linli.platform.audit.NoteChange;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Bells;
import org.linli.platform.words.Folder;
import org.linli.teaching.Promotion.Result;
import org.linli.understanding.CompareIntents;
import org.linli.understanding.IntentFiles;
import org.linli.understanding.Trial;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestConstructor;

/// The examples that we ship go through the teaching room: a candidate is learnt from all of them and a few more,
/// compared, promoted and taken back.
@LinliTest
@Tag("long")
@Order(WhileThereIsTime.LAST)
@Timeout(600)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class OurCandidateIT {

    private static final CommunityId LM = new CommunityId("lm");
    private static final StaffMember CHEN = new StaffMember(LM, "chen", "陈", Role.ADMIN, "desk", null, null);
    private static final Duration SIX_TRAININGS = Duration.ofMinutes(8);
    private static final List<String> TAUGHT = List.of("那铁笼子又不上不下了", "坐那个升降的玩意儿心慌 老抖");

    private final Effects effects;
    private final Lessons lessons;
    private final Teach teach;
    private final Candidates candidates;
    private final Differences differences;
    private final NoteChange note;
    private final CompareIntents compare;
    private final Trial trial;
    private final DatabaseClient database;
    private final ImportCommunity imports;
    private final Bells bells;
    private final Clock clock;

    @TempDir
    private Path folder;

    OurCandidateIT(
            Effects effects,
            Lessons lessons,
            Teach teach,
            Candidates candidates,
            Differences differences,
            NoteChange note,
            CompareIntents compare,
            Trial trial,
            DatabaseClient database,
            ImportCommunity imports,
            Bells bells,
            Clock clock) {
        this.effects = effects;
        this.lessons = lessons;
        this.teach = teach;
        this.candidates = candidates;
        this.differences = differences;
        this.note = note;
        this.compare = compare;
        this.trial = trial;
        this.database = database;
        this.imports = imports;
        this.bells = bells;
        this.clock = clock;
    }

    @BeforeEach
    void ourExamplesLieInAFolder() throws IOException {
        DemoCommunity.isThere(imports);
        Results.completed(database.sql("""
                        truncate teaching.lessons, teaching.refusals, teaching.candidates, teaching.differences""").then());
        for (var it : new Folder("intents").read(".yml").entrySet()) {
            Path file = folder.resolve(it.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, it.getValue());
        }
    }

    @AfterEach
    void nothingIsOnTrialOrPromoted() {
        trial.end();
        Results.completed(
                database.sql("truncate teaching.lessons, teaching.candidates").then());
    }

    @Test
    void aCandidateOfOurExamplesIsComparedPromotedAndTakenBack() {
        TAUGHT.forEach(this::taught);
        Results.result(promotion().ask(CHEN));

        assertThat(training().round().block(SIX_TRAININGS)).isOne();

        var candidate = Results.results(promotion().candidates(LM)).getFirst();
        var comparison = Objects.requireNonNull(candidate.comparison());
        var examples = comparison.examples();
        assertThat(examples.messages()).isGreaterThan(10_000);
        assertThat(examples.rightAfter()).isGreaterThan(examples.messages() * 3 / 4);
        assertThat(examples.isNoAccident()).isFalse();
        assertThat(comparison.groups()).hasSize(3).allSatisfy(it -> {
            assertThat(it.silences().messages()).isGreaterThan(2_000);
            assertThat(it.silences().accuracyAfter()).isGreaterThan(.95);
            assertThat(it.reports().accuracyAfter()).isGreaterThan(.5);
        });
        assertThat(comparison.alarm().reports().accuracyAfter()).isGreaterThan(.5);
        assertThat(comparison.corrections()).hasSize(TAUGHT.size());

        assertThat(Results.result(promotion().promote(CHEN, candidate.id()))).isEqualTo(Result.DONE);
        assertThat(inUse()).contains(TAUGHT);
        assertThat(Results.result(promotion().rollBack(CHEN, candidate.id()))).isEqualTo(Result.DONE);
        assertThat(inUse()).doesNotContain(TAUGHT.getFirst());
    }

    private String inUse() {
        return String.valueOf(Results.result(learning().next(LM)).before().get("report/elevator.yml"));
    }

    private void taught(String words) {
        Results.completed(effects.commit(List.of(new Teachable(
                LM,
                words,
                Address.parse("webchat:lm:person:su"),
                words,
                true,
                "chatter",
                .4,
                null,
                Cause.MISSED,
                Instant.parse("2026-03-02T01:00:00Z")))));
        Results.completed(teach.label(CHEN, List.of(words), "report.elevator", "click-" + words));
    }

    private IntentFiles files() {
        return new IntentFiles(folder.toString());
    }

    private Learning learning() {
        return new Learning(files(), lessons);
    }

    private Promotion promotion() {
        return new Promotion(lessons, learning(), candidates, differences, note, database, bells, clock);
    }

    private TrainCandidates training() {
        return new TrainCandidates(candidates, differences, lessons, learning(), compare, trial, clock);
    }
}
