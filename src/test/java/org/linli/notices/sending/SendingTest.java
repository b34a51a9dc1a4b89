package org.linli.notices.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.linli.Results.completed;
import static org.linli.Results.number;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.community.Communities;
import org.linli.community.QuietHours;
import org.linli.community.StaffMember;
import org.linli.community.choosing.ChooseResidents;
import org.linli.community.choosing.Whom;
import org.linli.notices.Importance;
import org.linli.notices.Kind;
import org.linli.notices.Notice;
import org.linli.notices.Notices;
import org.linli.notices.Period;
import org.linli.notices.Wording;
import org.linli.notices.audience.FindAudience;
import org.linli.notices.audience.Reading;
import org.linli.notices.writing.Draft;
import org.linli.notices.writing.HandleNotices;
import org.linli.notices.writing.Seen;
import org.linli.notices.writing.StopNotice;
import org.linli.platform.database.Columns;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Job;
import org.linli.platform.jobs.LateReplica;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/// Notices to people of the demo, step by step.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class SendingTest {

    private static final CommunityId LM = new CommunityId("lm");

    @Autowired
    HandleNotices handle;

    @Autowired
    StopNotice stop;

    @Autowired
    Notices notices;

    @Autowired
    FindAudience audience;

    @Autowired
    ChooseResidents residents;

    @Autowired
    Communities communities;

    @Autowired
    PlanReach plan;

    @Autowired
    Spreads spreads;

    @Autowired
    SpreadNotices spread;

    @Autowired
    PostWhatIsDue post;

    @Autowired
    FollowLetters follow;

    @Autowired
    List<Job> jobs;

    @Autowired
    Effects effects;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void nothingWasSaid() {
        completed(database.sql(
                        "truncate notices.board, notices.visits, notices.recipients, notices.spreads, notices.steps,"
                                + " notices.notices, notices.wishes cascade")
                .then());
        completed(database.sql("delete from outbox.letters").then());
        completed(database.sql("delete from community.group_members where member like 'webchat:lm:person:r%'")
                .then());
    }

    @Test
    void whoIsChosenByTheDatabaseIsChosenByTheRule() {
        var map = result(communities.map(LM));
        for (var line : List.of("3栋", "（3栋 或 5栋）且 高龄", "全体 非 高龄", "第一网格 且 独居 且 高龄", "非 第一网格", "阳光里3栋邻里群 或 志愿者")) {
            var whom = ((Reading.Understood) result(audience.read(LM, line))).whom();
            var everybody = results(residents.page(map, new Whom.Everybody(), "", 1_000));
            var chosen = results(residents.page(map, whom, "", 1_000));

            assertThat(chosen)
                    .as(line)
                    .containsExactlyElementsOf(everybody.stream()
                            .filter(it -> it.isAmong(whom, map))
                            .toList());
            assertThat(result(residents.count(map, whom))).isEqualTo(chosen.size());
        }
    }

    @Test
    void everybodyInTheBuildingAndItsGroupsGetsOneLetterAndEndsInOneTrueState() {
        var notice = sent("3栋", Importance.IMPORTANT, Kind.OUTAGE);

        assertThat(fates(notice)).containsOnlyKeys(building3());
        assertThat(letters(notice)).isEqualTo(fates(notice).size());
        spreadAll();
        assertThat(letters(notice)).isEqualTo(fates(notice).size());

        deliverUntil(notice, "POSTED", 0);

        var fates = fates(notice);
        assertThat(fates.get("r13")).isEqualTo("ACCEPTED");
        assertThat(fates.get("group:b3")).isEqualTo("ACCEPTED");
        assertThat(fates.get("group:w3")).as("no account of that channel here").isEqualTo("FAILED");
    }

    @Test
    void rowsOfAVersionToComeKeepNobodyWaitingBehindThem() {
        var notice = sent("3栋", Importance.IMPORTANT, Kind.OUTAGE);
        completed(database.sql("update notices.recipients set due_at = null").then());
        completed(database.sql("""
                        update notices.recipients set fate = 'WAITING', due_at = now() - interval '1 hour'
                        where who = 'r13'""").then());
        completed(database.sql("""
                        insert into notices.recipients (community_id, notice, who, home, building, others, letters, fate,
                                                        reason, via, due_at, changed_at)
                        select 'lm', notice, 'later' || n, '', '', '{}', 0, 'SHOUTED', '', '',
                               now() - interval '2 hours', now()
                        from notices.recipients cross join generate_series(1, 250) n where who = 'r13'""").then());

        assertThat(post.round().block()).isOne();

        assertThat(fates(notice)).doesNotContainEntry("r13", "WAITING").containsEntry("later250", "SHOUTED");
    }

    @Test
    void aNoticeThatFailsKeepsNoOtherWaiting() {
        var failing = sent("3栋", Importance.IMPORTANT, Kind.OUTAGE);
        var other = sent("高龄", Importance.IMPORTANT, Kind.JOBS);
        completed(database.sql("delete from outbox.letters").then());
        completed(database.sql("""
                        update notices.recipients set fate = 'WAITING', due_at = now() - case notice
                          when '%s' then interval '2 hours' else interval '1 hour' end""".formatted(failing.id())).then());
        completed(database.sql("""
                        alter table notices.recipients add constraint fails
                        check (notice <> '%s' or fate = 'WAITING')""".formatted(failing.id())).then());
        try {
            assertThat(post.round().block()).isEqualTo(fates(other).size());

            assertThat(fates(failing).values()).containsOnly("WAITING");
            assertThat(fates(other).values()).isNotEmpty().doesNotContain("WAITING");
        } finally {
            completed(database.sql("alter table notices.recipients drop constraint fails")
                    .then());
        }
        assertThat(post.round().block())
                .as("afterwards it leaves too")
                .isEqualTo(fates(failing).size());
    }

    @Test
    void whoReadsItInTheGroupIsNotWrittenToOnceMoreUnlessTheGroupDoesNotGetIt() {
        isIn("r13", "webchat:lm:group:b3");
        isIn("r14", "wecom-bot:bot:group:wrLinliGroup");
        var notice = sent("3栋", Importance.ORDINARY, Kind.ACTIVITY);

        assertThat(fates(notice)).containsEntry("r13", "IN_GROUP").containsEntry("r14", "IN_GROUP");

        deliverUntil(notice, "POSTED", 0);
        completed(post.round());
        deliverUntil(notice, "POSTED", 0);

        assertThat(fates(notice)).containsEntry("r13", "IN_GROUP").containsEntry("r14", "ACCEPTED");
    }

    @Test
    void wishesAreRespectedButNotInAnEmergency() {
        var always = new QuietHours(
                LocalTime.now(ZoneId.of("Asia/Shanghai"))
                        .truncatedTo(ChronoUnit.MINUTES)
                        .minusHours(1),
                LocalTime.now(ZoneId.of("Asia/Shanghai"))
                        .truncatedTo(ChronoUnit.MINUTES)
                        .plusHours(2));
        wish("r13", new Wishes(Set.of(Kind.ACTIVITY), null));
        wish("r14", new Wishes(Set.of(), always));

        var activity = sent("3栋", Importance.ORDINARY, Kind.ACTIVITY);
        assertThat(fates(activity)).containsEntry("r13", "UNWANTED").containsEntry("r14", "WAITING");
        assertThat(result(plan.of(activity)).others()).containsEntry(Fate.UNWANTED, 1L);

        var emergency = sent("3栋", Importance.EMERGENCY, Kind.ACTIVITY);
        assertThat(fates(emergency)).containsEntry("r13", "POSTED").containsEntry("r14", "POSTED");
    }

    @Test
    void nobodyGetsMoreThanThreeOrdinaryNoticesADay() {
        for (int i = 0; i < 3; i++) {
            assertThat(fates(sent("高龄", Importance.ORDINARY, Kind.JOBS)).values())
                    .containsOnly("POSTED");
        }

        assertThat(fates(sent("高龄", Importance.ORDINARY, Kind.JOBS)).values()).containsOnly("WAITING");
        assertThat(fates(sent("高龄", Importance.IMPORTANT, Kind.JOBS)).values()).containsOnly("POSTED");
    }

    @Test
    void theSameToTheSamePeopleIsRefusedOnTheSameDay() {
        var draft = draft("3栋", Importance.ORDINARY, Kind.JOBS, "今天停水");
        assertThat(submitted(draft)).isInstanceOf(HandleNotices.Result.Done.class);

        assertThat(submitted(draft)).isEqualTo(new HandleNotices.Result.Declined("twice"));
    }

    @Test
    void whatGoesToEverybodyWaitsForASecondPerson() {
        var asked = done(submitted(draft("全体", Importance.ORDINARY, Kind.POLICY, "请看")));
        assertThat(asked.state()).isEqualTo(Notice.State.WAITING);
        assertThat(result(handle.approve(chen(), asked, seen(asked))))
                .isEqualTo(new HandleNotices.Result.Declined("four-eyes"));

        var approved = done(result(handle.approve(member("xu"), asked, seen(asked))));
        assertThat(approved.approver()).isEqualTo("xu");
        spreadAll();
        assertThat(fates(approved)).containsEntry("r41", "POSTED");
    }

    @Test
    void ofTwoReplicasTheOneThatLostTheLeaseWritesNothing() {
        var notice = approved("3栋", Importance.IMPORTANT, Kind.OUTAGE);
        var slow = result(spreads.claim());
        completed(database.sql("update notices.spreads set leased_until = '-infinity'")
                .then());
        spreadAll();
        int letters = letters(notice);

        var late = new SpreadMoved(slow, List.of(), "r99", false);
        effects.commit(List.of(late)).as(StepVerifier::create).verifyError(Conflict.class);
        assertThat(letters(notice)).isEqualTo(letters);
    }

    @Test
    void ofTwoReplicasThatSeeTheSameNoticeOneHandsItOut() {
        approved("3栋", Importance.IMPORTANT, Kind.OUTAGE);

        assertThat(result(Mono.zip(claims(), claims(), Long::sum))).isEqualTo(1);
    }

    @Test
    void whatAnotherReplicaTookSinceItWasSeenIsNotHandedOutToo() {
        approved("3栋", Importance.IMPORTANT, Kind.OUTAGE);
        var late = new LateReplica(database, spreads.claim());

        assertThat(new Spreads(late.database(), Clock.systemUTC()).claim().blockOptional())
                .isEmpty();
    }

    private Mono<Long> claims() {
        return spreads.claim().flux().count();
    }

    @Test
    void anEmergencyIsHandedOutBeforeWhatWasBegunEarlier() {
        var large = approved("全体 非 高龄", Importance.IMPORTANT, Kind.OUTAGE);
        if (large.state() == Notice.State.WAITING) {
            large = done(result(handle.approve(member("xu"), large, seen(large))));
        }
        var urgent = approved("1栋", Importance.EMERGENCY, Kind.SAFETY);

        completed(spread.round());

        assertThat(fates(urgent)).isNotEmpty();
        assertThat(fates(large)).isEmpty();
    }

    @Test
    void whatIsForLaterLeavesLater() {
        var now = Instant.now();
        var later = done(submitted(new Draft(
                new Wording(Kind.OUTAGE, Importance.IMPORTANT, "通知", "说明 " + UUID.randomUUID()),
                "3栋",
                new Period(now, now.plus(Duration.ofHours(30))),
                now.plus(Duration.ofHours(2)))));
        spreadAll();
        assertThat(fates(later)).isEmpty();

        completed(database.sql("update notices.spreads set ready_at = now()").then());
        spreadAll();
        assertThat(fates(later)).containsEntry("r13", "POSTED");
    }

    @Test
    void anEmergencyWaitsForNoBatchOfAnother() {
        var large = approved("3栋", Importance.IMPORTANT, Kind.OUTAGE);
        assertThat(result(spread.emergencies())).as("there is none").isZero();
        assertThat(fates(large)).isEmpty();

        var urgent = approved("1栋", Importance.EMERGENCY, Kind.SAFETY);
        assertThat(result(spread.emergencies())).isEqualTo(1);
        assertThat(fates(urgent)).isNotEmpty();
        assertThat(fates(large)).isEmpty();
    }

    @Test
    void whatIsStoppedIsTakenBackAndACorrectionGoesToExactlyThoseWhoGotIt() {
        var wrong = sent("3栋", Importance.IMPORTANT, Kind.OUTAGE);
        completed(database.sql(
                        "update outbox.letters set state = 'sent' where key in ('notice/%s/r13/1', 'notice/%s/r14/1')"
                                .formatted(wrong.id(), wrong.id()))
                .then());

        var right = done(result(stop.correct(chen(), current(wrong))));
        completed(follow.round());
        assertThat(fates(wrong))
                .containsEntry("r13", "ACCEPTED")
                .containsEntry("r14", "ACCEPTED")
                .containsEntry("r15", "TAKEN_BACK");

        assertThat(submittedAgain(right)).isInstanceOf(HandleNotices.Result.Done.class);
        spreadAll();
        assertThat(fates(current(right))).containsOnlyKeys("r13", "r14");
    }

    @Test
    void whatArrivedIsTakenBackWhereThePlatformAllowsAndCanStillBeCorrected() {
        var wrong = sent("3栋", Importance.IMPORTANT, Kind.OUTAGE);
        deliverUntil(wrong, "POSTED", 0);
        String shown =
                "select count(*) as n from webchat.lines where id like 'letter/notice/%s/%%' and content::text like '%%说明%%'"
                        .formatted(wrong.id());
        assertThat(number(database, shown)).isGreaterThan(8);

        var withdrawn = result(stop.withdraw(chen(), current(wrong)));

        assertThat(withdrawn.letters().gone()).isGreaterThan(8);
        assertThat(withdrawn.letters().left()).isZero();
        assertThat(number(database, shown)).isZero();
        assertThat(result(stop.correct(chen(), current(wrong)))).isInstanceOf(HandleNotices.Result.Done.class);
    }

    @Test
    void whoGivesNoSignOfLifeIsToldBySecondWay() {
        completed(database.sql("""
                        insert into community.identities (community_id, address, resident)
                        values ('lm', 'webchat:lm:person:second', 'r13') on conflict do nothing""").then());
        var notice = sent("3栋", Importance.EMERGENCY, Kind.SAFETY);
        assertThat(post.round().block()).isZero();

        completed(database.sql(
                        "update notices.recipients set due_at = now() - interval '1 second' where due_at is not null")
                .then());
        completed(post.round());

        assertThat(results(
                        database.sql("select address from outbox.letters where key like 'notice/%/r13/%' order by key")
                                .map(row -> Columns.text(row, "address"))
                                .all()))
                .hasSize(2)
                .doesNotHaveDuplicates();
        assertThat(fates(notice)).hasSize(building3().length);
        completed(database.sql("delete from community.identities where address = 'webchat:lm:person:second'")
                .then());
    }

    @Test
    void whoApprovesApprovesWhatTheySaw() {
        var asked = done(submitted(draft("全体", Importance.ORDINARY, Kind.POLICY, "请看")));
        var seen = seen(asked);
        var changed = done(result(handle.save(
                chen(), UUID.fromString(asked.id()), draft("全体", Importance.ORDINARY, Kind.POLICY, "改了一个字"))));
        var again = done(submittedAgain(changed));

        assertThat(result(handle.approve(member("xu"), again, seen)))
                .as("the words were others")
                .isEqualTo(new HandleNotices.Result.Declined("changed"));
        assertThat(result(handle.approve(member("xu"), again, new Seen(again.version(), 3))))
                .as("it was for three then")
                .isEqualTo(new HandleNotices.Result.Declined("grown"));
        assertThat(result(handle.approve(member("xu"), again, seen(again))))
                .isInstanceOf(HandleNotices.Result.Done.class);
    }

    @Test
    void whereManyMoreWouldBeToldByTheTimeItLeavesItIsApprovedOnceMore() {
        var approved = approved("3栋", Importance.IMPORTANT, Kind.OUTAGE);
        completed(database.sql("update notices.spreads set approved_people = 2").then());

        spreadAll();

        assertThat(fates(approved)).isEmpty();
        assertThat(letters(approved)).as("the desk is told").isEqualTo(1);
        var waiting = current(approved);
        assertThat(waiting.state()).isEqualTo(Notice.State.WAITING);
        assertThat(waiting.approver()).isNull();
        assertThat(results(notices.history(waiting)).getLast().what()).isEqualTo("asked-again");

        assertThat(result(handle.approve(chen(), waiting, seen(waiting))))
                .isInstanceOf(HandleNotices.Result.Done.class);
        spreadAll();
        assertThat(fates(waiting)).containsEntry("r13", "POSTED");
    }

    @Test
    void whatDoesNotSayWhatWasApprovedDoesNotLeave() {
        var approved = approved("3栋", Importance.ORDINARY, Kind.OUTAGE);
        completed(database.sql("update notices.notices set words = '别的话' where id = '%s'".formatted(approved.id()))
                .then());

        spreadAll();

        assertThat(fates(approved)).isEmpty();
        assertThat(current(approved).state()).isEqualTo(Notice.State.WAITING);
    }

    @Test
    void anEmergencyWaitsForNobodyAndAFewMoreAreNoMatter() {
        var urgent = approved("3栋", Importance.EMERGENCY, Kind.SAFETY);
        completed(database.sql("update notices.spreads set approved_people = 0").then());
        spreadAll();
        assertThat(fates(urgent)).containsEntry("r13", "POSTED");

        var ordinary = approved("3栋", Importance.ORDINARY, Kind.JOBS);
        completed(database.sql("update notices.spreads set approved_people = approved_people - 4")
                .then());
        spreadAll();
        assertThat(fates(ordinary)).isNotEmpty();
    }

    private Seen seen(Notice notice) {
        return Seen.of(notice, result(plan.people(notice)));
    }

    private static String[] building3() {
        return new String[] {"group:b3", "group:w3", "r13", "r14", "r15", "r16", "r17", "r18", "r19", "r20", "r21"};
    }

    private Notice sent(String whom, Importance importance, Kind kind) {
        var notice = approved(whom, importance, kind);
        if (notice.state() == Notice.State.WAITING) {
            notice = done(result(handle.approve(member("xu"), notice, seen(notice))));
        }
        spreadAll();
        return notice;
    }

    private Notice approved(String whom, Importance importance, Kind kind) {
        return done(submitted(draft(whom, importance, kind, "说明 " + UUID.randomUUID())));
    }

    private static Draft draft(String whom, Importance importance, Kind kind, String text) {
        var now = Instant.now();
        return new Draft(
                new Wording(kind, importance, "通知", text), whom, new Period(now, now.plus(Duration.ofHours(48))), null);
    }

    private HandleNotices.Result submitted(Draft draft) {
        return submittedAgain(done(result(handle.save(chen(), UUID.randomUUID(), draft))));
    }

    private HandleNotices.Result submittedAgain(Notice notice) {
        return result(handle.submit(chen(), notice));
    }

    private static Notice done(HandleNotices.Result result) {
        assertThat(result).isInstanceOf(HandleNotices.Result.Done.class);
        return ((HandleNotices.Result.Done) result).after();
    }

    private Notice current(Notice notice) {
        return result(notices.find(LM, notice.id()));
    }

    private void spreadAll() {
        while (result(spread.round()) > 0) {}
    }

    private void deliverUntil(Notice notice, String fate, int left) {
        var deliver = jobs.stream()
                .filter(it -> it.name().equals("deliver-letters"))
                .findFirst()
                .orElseThrow();
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            completed(deliver.round());
            completed(follow.round());
            return fates(notice).values().stream().filter(fate::equals).count() == left;
        });
    }

    private Map<String, String> fates(Notice notice) {
        return results(database.sql("select who, fate from notices.recipients where notice = $1")
                        .bind("$1", notice.id())
                        .map(row -> List.of(
                                String.valueOf(row.get("who", String.class)),
                                String.valueOf(row.get("fate", String.class))))
                        .all())
                .stream()
                .collect(Collectors.toMap(List::getFirst, List::getLast));
    }

    private int letters(Notice notice) {
        return (int) number(
                database, "select count(*) as n from outbox.letters where key like 'notice/" + notice.id() + "/%'");
    }

    private void isIn(String resident, String group) {
        completed(database.sql("""
                        insert into community.group_members (community_id, said_in, member, came_at)
                        values ('lm', $1, $2, now()) on conflict do nothing""")
                .bind("$1", group)
                .bind("$2", "webchat:lm:person:" + resident)
                .then());
    }

    private void wish(String resident, Wishes wishes) {
        completed(effects.commit(new ArrayList<>(List.of(new WishesSaid(LM, resident, wishes, Instant.now())))));
    }

    private StaffMember chen() {
        return member("chen");
    }

    private StaffMember member(String id) {
        return result(communities.map(LM)).staffMember(id).orElseThrow();
    }
}
