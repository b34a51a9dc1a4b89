package org.linli.teaching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.DemoCommunity;
import org.linli.LinliTest;
import org.linli.Results;
import org.linli.channels.Address;
import org.linli.channels.Reach;
import org.linli.community.ImportCommunity;
import org.linli.community.Residents;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.dialogue.LearningRefused;
import org.linli.dialogue.Teachable;
import org.linli.dialogue.Teachable.Cause;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.linli.platform.retention.Retention;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestConstructor;

/// What is kept of messages to learn from, and of whom nothing is.
@LinliTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class LessonsTest {

    private static final CommunityId LM = new CommunityId("lm");
    private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");
    private static final Address SU = Address.parse("webchat:lm:person:su");
    private static final Address ZHANG = Address.parse("webchat:lm:person:zhang");
    private static final StaffMember CHEN = new StaffMember(LM, "chen", "陈", Role.ADMIN, "desk", null, null);

    private final Effects effects;
    private final Lessons lessons;
    private final Teach teach;
    private final DatabaseClient database;
    private final ImportCommunity imports;
    private final Residents residents;

    LessonsTest(
            Effects effects,
            Lessons lessons,
            Teach teach,
            DatabaseClient database,
            ImportCommunity imports,
            Residents residents) {
        this.residents = residents;
        this.effects = effects;
        this.lessons = lessons;
        this.teach = teach;
        this.database = database;
        this.imports = imports;
    }

    @BeforeEach
    void begin() {
        DemoCommunity.isThere(imports);
        Results.completed(
                database.sql("truncate teaching.lessons, teaching.refusals").then());
    }

    @Test
    void whatIsKeptIsMaskedWithTheNamesOfTheRegister() {
        String resident =
                String.valueOf(Results.result(residents.byId(LM, "r18")).name());

        commit(said("a", SU, resident + "家3栋2单元501漏水，13812345678", NINE));

        assertThat(waiting()).containsExactly("某某家3栋2单元000漏水，00000000000");
        assertThat(Results.number(
                        database,
                        "select count(*) n from teaching.lessons where person like '%su%' or words like '%138%'"))
                .isZero();
    }

    @Test
    void theSameMessageTwiceIsOneLessonAndALongOneNone() {
        commit(said("a", SU, "电梯咋了", NINE), said("a", SU, "电梯咋了", NINE));
        commit(said("a", SU, "电梯咋了", NINE), said("b", SU, "长".repeat(201), NINE));

        assertThat(waiting()).containsExactly("电梯咋了");
    }

    @Test
    void whoWantsToBeLeftAloneIsForgottenAndNotKeptAgain() {
        commit(said("a", SU, "电梯咋了", NINE), said("b", ZHANG, "灯咋了", NINE));
        commit(new LearningRefused(LM, SU, NINE));
        commit(said("c", SU, "水咋了", NINE));
        commit(new Reach(LM, SU, true, NINE));
        commit(said("d", SU, "路咋了", NINE));

        assertThat(waiting()).containsExactly("灯咋了");
    }

    @Test
    void whoWantsToBeLeftAloneIsForgottenWhereverTheyAreKnown() {
        var mine = Results.results(database.sql("""
                        select address from community.identities where community_id = 'lm' and resident = (
                            select resident from community.identities where community_id = 'lm'
                            group by resident order by count(*) desc, resident limit 1)""").mapValue(String.class).all());
        var elsewhere = Address.parse("wecom:desk:person:elsewhere");
        Results.completed(database.sql("""
                        insert into community.identities (community_id, address, resident)
                        select community_id, $1, resident from community.identities
                        where community_id = 'lm' and address = $2 on conflict do nothing""")
                .bind(0, elsewhere.text())
                .bind(1, mine.getFirst())
                .then());

        commit(said("a", Address.parse(mine.getFirst()), "电梯咋了", NINE), said("b", elsewhere, "灯咋了", NINE));
        commit(new LearningRefused(LM, elsewhere, NINE));
        assertThat(waiting()).isEmpty();

        commit(said("c", Address.parse(mine.getFirst()), "水咋了", NINE));
        assertThat(waiting()).isEmpty();
        Results.completed(database.sql("delete from community.identities where address = $1")
                .bind(0, elsewhere.text())
                .then());
    }

    @Test
    void whoLeavesIsForgottenUntilTheyComeBack() {
        commit(said("a", SU, "电梯咋了", NINE));
        commit(new Reach(LM, SU, false, NINE));
        commit(said("b", SU, "灯咋了", NINE));
        assertThat(waiting()).isEmpty();

        commit(new Reach(LM, SU, true, NINE.plusSeconds(1)));
        commit(said("c", SU, "水咋了", NINE));
        assertThat(waiting()).containsExactly("水咋了");
    }

    @Test
    void evenWhatWasTaughtIsForgottenWithThem() {
        commit(said("a", SU, "电梯咋了", NINE));
        Results.completed(teach.label(CHEN, List.of("a"), "report.elevator", "click-1"));
        commit(new LearningRefused(LM, SU, NINE));

        assertThat(Results.results(lessons.corrections())).isEmpty();
    }

    @Test
    void aClickTeachesOnceAndIsTakenBackAsAWhole() {
        commit(said("a", SU, "电梯咋了", NINE), said("b", ZHANG, "电梯咋啦", NINE));

        assertThat(Results.result(teach.label(CHEN, List.of("a", "b"), "report.elevator", "click-1")))
                .isEqualTo(2);
        assertThat(Results.result(teach.label(CHEN, List.of("a", "b"), "chatter", "click-2")))
                .isZero();
        assertThat(Results.results(lessons.taught(LM)))
                .extracting(Lesson::label)
                .containsOnly("report.elevator");

        assertThat(Results.result(teach.takeBack(CHEN, "click-1"))).isEqualTo(2);
        assertThat(waiting()).hasSize(2);
        assertThat(Results.results(lessons.taught(LM))).isEmpty();
    }

    @Test
    void aLabelThatNobodyKnowsIsNotTaught() {
        commit(said("a", SU, "电梯咋了", NINE));

        assertThat(Results.result(teach.label(CHEN, List.of("a"), "report.dragons", "click")))
                .isZero();
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void whatNobodyTeachesIsForgottenAfterAMonthAndWhatWasTaughtIsNot() {
        commit(
                said("a", SU, "电梯咋了", NINE),
                said("b", SU, "灯咋了", NINE),
                said("c", SU, "水咋了", NINE.plus(ForgetLessons.PERIOD.usually())));
        Results.completed(teach.label(CHEN, List.of("a"), "report.elevator", "click"));
        var later = Clock.fixed(NINE.plus(ForgetLessons.PERIOD.usually()).plus(Duration.ofMinutes(1)), ZoneOffset.UTC);

        assertThat(Results.result(new ForgetLessons(new Retention(database, later)).round()))
                .isOne();
        assertThat(waiting()).containsExactly("水咋了");
        assertThat(Results.results(lessons.corrections())).hasSize(1);
    }

    private void commit(Effect... decision) {
        Results.completed(effects.commit(List.of(decision)));
    }

    private List<String> waiting() {
        return Results.result(lessons.waiting(LM)).stream()
                .flatMap(group -> group.lessons().stream())
                .map(Lesson::words)
                .toList();
    }

    private static Teachable said(String key, Address by, String words, Instant at) {
        return new Teachable(LM, key, by, words, false, "chatter", .4, null, Cause.UNSURE, at);
    }
}
