package org.linli.notices.knowing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.number;
import static org.linli.Results.result;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.channels.Address;
import org.linli.community.Communities;
import org.linli.community.Residents;
import org.linli.community.StaffMember;
import org.linli.dialogue.Speaker;
import org.linli.notices.Importance;
import org.linli.notices.Kind;
import org.linli.notices.Notice;
import org.linli.notices.Notices;
import org.linli.notices.Period;
import org.linli.notices.Wording;
import org.linli.notices.asking.LiveNotices;
import org.linli.notices.writing.Draft;
import org.linli.notices.writing.HandleNotices;
import org.linli.notices.writing.HandleNotices.Result;
import org.linli.notices.writing.StopNotice;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;

/// What still changes about a notice once it has left, and what does not.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class AfterItLeftTest {

    private static final CommunityId LM = new CommunityId("lm");

    @Autowired
    HandleNotices handle;

    @Autowired
    StopNotice stop;

    @Autowired
    Notices notices;

    @Autowired
    FindVisits visits;

    @Autowired
    LiveNotices live;

    @Autowired
    Communities communities;

    @Autowired
    Residents residents;

    @Autowired
    List<Job> jobs;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void somebodyHasTwoWays() {
        run("truncate notices.notices cascade");
        run("delete from outbox.letters where key like 'notice/%'");
        run("insert into community.identities (community_id, address, resident)"
                + " values ('lm', 'webchat:lm:person:second', 'r13') on conflict do nothing");
    }

    @AfterEach
    void everybodyIsAsBefore() {
        run("delete from community.identities where address = 'webchat:lm:person:second'");
        run("update community.residents set home = 'b3-1-201' where id = 'r13'");
    }

    @Test
    void whoHasShownThatTheyKnowIsToldByNoSecondWay() {
        var notice = sent("3栋", "停水");
        run("update notices.recipients set fate = 'SEEN' where who = 'r13'");
        timePasses();
        assertThat(lettersTo(notice, "r13")).isEqualTo(1);
    }

    @Test
    void whatIsOverIsToldByNoSecondWay() {
        var notice = sent("3栋", "停水");
        run("update notices.notices set valid_until = now() - interval '1 minute'");
        timePasses();
        assertThat(lettersTo(notice, "r13")).isEqualTo(1);
    }

    @Test
    void whatHasLeftIsNotWrittenAnewAndNotStoppedByAGridWorker() {
        var notice = sent("3栋", "停水");
        assertThat(result(handle.save(member("chen"), UUID.fromString(notice.id()), draft("3栋", "别的"))))
                .isEqualTo(new Result.Declined("left"));
        assertThat(result(stop.cancel(member("lin"), result(notices.find(LM, notice.id())))))
                .isEqualTo(new Result.Declined("not-now"));
        assertThat(result(notices.find(LM, notice.id())).state()).isEqualTo(Notice.State.APPROVED);
    }

    @Test
    void whoeverAsksIsAnsweredFromTheNoticeForTheOwnBuilding() {
        var ours = sent("3栋", "停水");
        sent("4栋", "停水");
        completed(live.round());

        var meant = live.about(speaker("r13"), "停水到几点").orElseThrow();

        assertThat(meant.notice().id()).isEqualTo(ours.id());
    }

    @Test
    void doorsAreInTheOrderOfTheHouseWhoeverLivesThere() {
        run("update community.residents set home = 'b3-3-501' where id = 'r13'");
        var notice = sent("3栋", "停水");

        var list = result(visits.of(notice, member("chen"), true));

        assertThat(list.stairs())
                .extracting(VisitList.Stairs::name)
                .containsExactly("阳光里 3栋1单元", "阳光里 3栋2单元", "阳光里 3栋3单元");
    }

    /// The patience of an emergency is over.
    private void timePasses() {
        run("update notices.recipients set due_at = now() - interval '1 second' where due_at is not null");
        completed(job("post-what-is-due").round());
    }

    private long lettersTo(Notice notice, String who) {
        return number(
                database,
                "select count(*) as n from outbox.letters where key like 'notice/%s/%s/%%'"
                        .formatted(notice.id(), who));
    }

    private Notice sent(String whom, String title) {
        var written = done(result(handle.save(member("chen"), UUID.randomUUID(), draft(whom, title))));
        var gone = done(result(handle.submit(member("chen"), written)));
        for (int i = 0; i < 5; i++) {
            completed(job("spread-notices").round());
        }
        return gone;
    }

    private static Draft draft(String whom, String title) {
        var now = Instant.now();
        return new Draft(
                new Wording(Kind.OUTAGE, Importance.EMERGENCY, title, "今天停水 " + UUID.randomUUID()),
                whom,
                new Period(now, now.plus(Duration.ofHours(9))),
                null);
    }

    private static Notice done(Result result) {
        assertThat(result).isInstanceOf(Result.Done.class);
        return ((Result.Done) result).after();
    }

    private Speaker speaker(String resident) {
        var address = Address.parse("webchat:lm:person:" + resident);
        return new Speaker(LM, address, result(residents.byId(LM, resident)), null, null);
    }

    private Job job(String name) {
        return jobs.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    private StaffMember member(String id) {
        return result(communities.map(LM)).staffMember(id).orElseThrow();
    }

    private void run(String sql) {
        completed(database.sql(sql).then());
    }
}
