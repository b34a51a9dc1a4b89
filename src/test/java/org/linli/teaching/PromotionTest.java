package org.linli.teaching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.DemoCommunity;
import org.linli.LinliTest;
import org.linli.Results;
import org.linli.channels.Address;
import org.linli.community.ImportCommunity;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.dialogue.LearningRefused;
import org.linli.dialogue.Teachable;
import org.linli.dialogue.Teachable.Cause;
import org.linli.platform.audit.NoteChange;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Bells;
import org.linli.platform.retention.OldRows;
import org.linli.teaching.Candidate.State;
import org.linli.teaching.Promotion.Result;
import org.linli.understanding.AlsoLearnt;
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
    private static final Address SU = Address.parse("webchat:lm:person:su");
    private static final Address ZHANG = Address.parse("webchat:lm:person:zhang");
    private static final String WORDS = "上下楼那铁盒子罢工了";
    private static final String FILE = "report/elevator.yml";

    private final Effects effects;
    private final Lessons lessons;
    private final Teach teach;
    private final Candidates candidates;
    private final Differences differences;
    private final NoteChange note;
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
            Differences differences,
            NoteChange note,
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
        this.differences = differences;
        this.note = note;
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
        DemoCommunity.isThere(imports);
        Results.completed(database.sql("""
                        truncate teaching.lessons, teaching.refusals, teaching.candidates, teaching.differences""").then());
        for (var it : SmallExamples.files().entrySet()) {
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
    void howFarATrainingIsIsKeptForWhoeverAskedForIt() {
        taught("a", WORDS);
        Results.result(promotion().ask(CHEN));
        assertThat(newest().progress()).isZero();

        Results.result(training().round());

        assertThat(newest().progress()).isEqualTo(100);
    }

    @Test
    void whatWasTaughtIsTrainedComparedPromotedAndTakenBack() {
        taught("a", WORDS);
        long before = decisions();

        assertThat(Results.result(promotion().ask(CHEN))).isEqualTo(Result.DONE);
        assertThat(Results.result(training().round())).isOne();

        var trying = newest();
        assertThat(trying.state()).isEqualTo(State.TRYING);
        var comparison = Objects.requireNonNull(trying.comparison());
        assertThat(comparison.examples().messages()).isEqualTo(30);
        assertThat(comparison.groups()).hasSize(3);
        assertThat(comparison.corrections())
                .singleElement()
                .satisfies(it -> assertThat(it.correction().label()).isEqualTo("report.elevator"));
        assertThat(inUse()).doesNotContain(WORDS);

        assertThat(Results.result(promotion().promote(CHEN, trying.id()))).isEqualTo(Result.DONE);
        assertThat(Results.result(promotion().promote(CHEN, trying.id()))).isEqualTo(Result.STALE);
        assertThat(inUse()).endsWith("      - " + WORDS + "\n");
        assertThat(Results.results(lessons.taught(LM))).isEmpty();
        assertThat(Results.results(lessons.corrections())).hasSize(1);
        Results.completed(training().round());
        assertThat(trial.name()).isEmpty();

        assertThat(Results.result(promotion().rollBack(CHEN, trying.id()))).isEqualTo(Result.DONE);
        assertThat(inUse()).doesNotContain(WORDS);
        assertThat(newest().state()).isEqualTo(State.ROLLED_BACK);
        assertThat(Results.results(lessons.taught(LM))).hasSize(1);
        assertThat(decisions() - before).isEqualTo(2);
    }

    /// The folder that came with the program may lie in an image that nobody can write.
    @Test
    void theFilesOfTheProgramStayAsTheyAre() throws IOException {
        String before = Files.readString(folder.resolve(FILE));
        promoted("a", WORDS);

        assertThat(Files.readString(folder.resolve(FILE))).isEqualTo(before);
        assertThat(Results.result(promotion().proposed(LM)).isEmpty()).isTrue();
        assertThat(Results.result(promotion().missing(LM)).patch("intents")).contains("+      - " + WORDS);
    }

    /// What residents of one community said is for no other one to read, not even around its own lines.
    @Test
    void aPatchShowsNothingOfOtherCommunities() {
        promoted("a", WORDS);
        Results.completed(
                database.sql("update teaching.lessons set community_id = 'hq'").then());
        Results.completed(database.sql("update teaching.candidates set community_id = 'hq'")
                .then());
        taught("b", "那升降的笼子晃得人心慌");

        assertThat(inUse()).contains(WORDS);
        assertThat(Results.result(promotion().missing(LM)).patch("intents"))
                .contains("那升降的笼子晃得人心慌")
                .doesNotContain(WORDS);
        assertThat(Results.result(promotion().proposed(LM)).patch("intents"))
                .contains("那升降的笼子晃得人心慌")
                .doesNotContain(WORDS);
    }

    /// Two changes that were promoted one after the other do not depend on each other.
    @Test
    void anOlderPromotionIsTakenBackAloneAndOnlyByItsCommunity() {
        promoted("a", WORDS);
        String first = newest().id();
        promoted("b", "那升降的笼子晃得人心慌");

        var stranger = new StaffMember(new CommunityId("hq"), "bao", "鲍", Role.ADMIN, "desk", null, null);
        assertThat(Results.result(promotion().rollBack(stranger, first))).isEqualTo(Result.STALE);
        assertThat(Results.result(promotion().rollBack(CHEN, first))).isEqualTo(Result.DONE);

        assertThat(inUse()).doesNotContain(WORDS).contains("那升降的笼子晃得人心慌");
    }

    /// Whoever takes back that we may keep what they said takes it back wherever it has got to.
    @Test
    void whoRefusesTakesTheirWordsOutOfWhatIsInUse() {
        promoted("a", WORDS);
        promoted("b", "那升降的笼子晃得人心慌", ZHANG);

        Results.completed(effects.commit(List.of(new LearningRefused(LM, SU, clock.instant()))));

        assertThat(inUse()).doesNotContain(WORDS).contains("那升降的笼子晃得人心慌");
        assertThat(everythingKept()).noneMatch(it -> it.contains(WORDS));
    }

    @Test
    void whatIsOnTrialIsDroppedWhenSomebodyRefusesWhoseWordsItTeaches() {
        taught("a", WORDS);
        taught("b", "那升降的笼子晃得人心慌", ZHANG);
        Results.completed(promotion().ask(CHEN));
        Results.completed(training().round());
        String trying = newest().id();

        Results.completed(effects.commit(List.of(new LearningRefused(LM, SU, clock.instant()))));

        assertThat(Results.result(promotion().promote(CHEN, trying))).isEqualTo(Result.STALE);
        Results.completed(training().round());
        assertThat(newest().state()).isEqualTo(State.DROPPED);
        Results.completed(training().round());
        assertThat(trial.name()).isEmpty();
        assertThat(everythingKept()).noneMatch(it -> it.contains(WORDS));
        assertThat(Results.results(lessons.taught(LM))).extracting(Lesson::key).containsExactly("b");
    }

    @Test
    void whatWaitsForTrainingIsNotTrainedWhenItWasTakenBackMeanwhile() {
        taught("a", WORDS);
        Results.completed(promotion().ask(CHEN));
        Results.completed(teach.takeBack(CHEN, "click-a"));

        Results.completed(training().round());

        assertThat(newest().state()).isEqualTo(State.DROPPED);
    }

    @Test
    void whatPeopleSaidIsShownToTheirOwnCommunityOnly() {
        taught("a", WORDS);
        Results.completed(promotion().ask(CHEN));
        Results.completed(training().round());

        assertThat(corrected(LM)).containsExactly(WORDS);
        assertThat(corrected(new CommunityId("hq"))).containsExactly("");
    }

    @Test
    void everyReplicaLearnsWhatWasPromoted() {
        var also = new AlsoLearnt();
        var there = new LearnPromoted(lessons, also);
        Results.completed(there.round());
        promoted("a", WORDS);
        assertThat(also.over(files().read()).get(FILE)).doesNotContain(WORDS);

        Results.completed(there.round());
        assertThat(also.over(files().read()).get(FILE)).contains(WORDS);

        Results.completed(promotion().rollBack(CHEN, newest().id()));
        Results.completed(there.round());
        assertThat(also.over(files().read()).get(FILE)).doesNotContain(WORDS);
    }

    @Test
    void whatWasGivenUpIsForgottenAfterAYearAndWhatIsInUseIsNot() {
        promoted("a", WORDS);
        taught("b", "那升降的笼子晃得人心慌");
        Results.completed(promotion().ask(CHEN));
        Results.completed(training().round());
        Results.completed(promotion().drop(CHEN, newest().id()));
        var later = Clock.fixed(clock.instant().plus(Duration.ofDays(366)), ZoneOffset.UTC);

        Results.completed(new ForgetCandidates(new OldRows(database, later)).round());

        assertThat(Results.results(promotion().candidates(LM)))
                .extracting(Candidate::state)
                .containsExactly(State.PROMOTED);
    }

    @Test
    void whatIsOnTrialHearsWithoutEffectAndItsDifferencesAreCounted() {
        taught("a", WORDS);
        Results.completed(promotion().ask(CHEN));
        Results.completed(training().round());
        var now = LocalDateTime.parse("2026-06-10T12:00");
        var running = understand.understand("我要办居住证", false, now).intent();

        Results.completed(training().round());

        assertThat(newest().heard()).isEqualTo(1);
        assertThat(Results.results(differences.of(newest(), 9))).singleElement().satisfies(it -> {
            assertThat(it.running()).isEqualTo(running.label());
            assertThat(it.times()).isOne();
        });
        assertThat(understand.understand("我要办居住证", false, now).intent()).isEqualTo(running);
    }

    @Test
    void filesThatSomebodyElseChangedAreNotOverwritten() throws IOException {
        taught("a", WORDS);
        Results.completed(promotion().ask(CHEN));
        Results.completed(training().round());
        Files.writeString(folder.resolve(FILE), SmallExamples.file("report.elevator", List.of("电梯坏了", "电梯停了")));

        assertThat(Results.result(promotion().promote(CHEN, newest().id()))).isEqualTo(Result.STALE);
        assertThat(inUse()).doesNotContain("铁盒子");
        Results.completed(training().round());
        assertThat(newest().state()).isEqualTo(State.DROPPED);
    }

    @Test
    void oneAtATimeIsOnTrial() {
        taught("a", WORDS);
        Results.completed(promotion().ask(CHEN));
        Results.completed(promotion().ask(CHEN));

        assertThat(Results.results(promotion().candidates(LM)))
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
        taught("a", WORDS);
        var change = Results.result(learning().next(LM));
        Files.writeString(
                folder.resolve(FILE), Objects.requireNonNull(change.after().get(FILE)));

        assertThat(Results.result(new NoticeLearnt(lessons, files(), database).round()))
                .isOne();
        assertThat(Results.results(lessons.taught(LM))).isEmpty();
    }

    @Test
    void whatStandsInTheFilesCannotBeTakenBackHere() throws IOException {
        promoted("a", WORDS);
        String id = newest().id();
        assertThat(Results.result(promotion().inFiles(List.of(newest())))).isEmpty();
        String file = Files.readString(folder.resolve(FILE));

        Files.writeString(folder.resolve(FILE), inUse());

        assertThat(Results.result(promotion().inFiles(List.of(newest())))).containsExactly(id);
        assertThat(Results.result(promotion().rollBack(CHEN, id))).isEqualTo(Result.STALE);
        assertThat(newest().state()).isEqualTo(State.PROMOTED);
        Files.writeString(folder.resolve(FILE), file);
        assertThat(Results.result(promotion().rollBack(CHEN, id))).isEqualTo(Result.DONE);
    }

    private void promoted(String key, String words) {
        promoted(key, words, SU);
    }

    private void promoted(String key, String words, Address by) {
        taught(key, words, by);
        Results.completed(promotion().ask(CHEN));
        Results.completed(training().round());
        assertThat(Results.result(promotion().promote(CHEN, newest().id()))).isEqualTo(Result.DONE);
    }

    private void taught(String key, String words) {
        taught(key, words, SU);
    }

    private void taught(String key, String words, Address by) {
        Results.completed(effects.commit(List.of(new Teachable(
                LM, key, by, words, false, "chatter", .4, null, Cause.UNSURE, Instant.parse("2026-03-02T01:00:00Z")))));
        Results.completed(teach.label(CHEN, List.of(key), "report.elevator", "click-" + key));
    }

    /// The examples of lifts as they are learnt from now on.
    private String inUse() {
        return String.valueOf(Results.result(learning().next(LM)).before().get(FILE));
    }

    private List<String> corrected(CommunityId community) {
        var newest = Results.results(promotion().candidates(community)).getFirst();
        return Objects.requireNonNull(newest.comparison()).corrections().stream()
                .map(it -> it.correction().words())
                .toList();
    }

    private List<String> everythingKept() {
        return Results.results(database.sql("""
                        select c::text from teaching.candidates c union all select l::text from teaching.lessons l""").mapValue(String.class).all());
    }

    private long decisions() {
        return Results.number(
                database, "select count(*) n from audit.entries where about = 'understanding' and who = 'chen'");
    }

    private Candidate newest() {
        return Results.results(promotion().candidates(LM)).getFirst();
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
