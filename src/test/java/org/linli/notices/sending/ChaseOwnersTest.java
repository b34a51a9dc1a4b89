package org.linli.notices.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.linli.Results.completed;
import static org.linli.Results.number;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.DemoCommunity;
import org.linli.channels.wecom.PlayedWecom;
import org.linli.community.Communities;
import org.linli.community.ImportCommunity;
import org.linli.notices.Importance;
import org.linli.notices.Kind;
import org.linli.notices.Notice;
import org.linli.notices.Period;
import org.linli.notices.Wording;
import org.linli.notices.writing.Draft;
import org.linli.notices.writing.HandleNotices;
import org.linli.platform.database.Columns;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/// The owner of a customer group who does not confirm what they were asked to send, played on a real port.
class ChaseOwnersTest extends PlayedWecom {

    private static final CommunityId LM = new CommunityId("lm");
    private static final String CHAT = "wrLinliCustomers";

    @Autowired
    HandleNotices handle;

    @Autowired
    SpreadNotices spread;

    @Autowired
    FollowLetters follow;

    @Autowired
    ChaseOwners chase;

    @Autowired
    Communities communities;

    @Autowired
    ImportCommunity imports;

    @Autowired
    List<Job> jobs;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void aGroupWithAnOwner() {
        run("truncate contact.groups, contact.tasks");
        run("truncate notices.notices cascade");
        run("delete from outbox.letters where key like 'notice/%' or address like 'wecom-group:contact:%'");
        run("truncate ledger.acts, ledger.counters, ledger.closings");
        DemoCommunity.isThere(imports);
        GROUPS.shortPages(1_000);
        GROUPS.comes(CHAT, "zhao");
        GROUPS.name(CHAT, "阳光里4栋客户群");
        // the list of groups is asked for once an hour, and other tests have asked
        run("insert into contact.groups (account, chat, changed_at) values ('contact', '" + CHAT + "', now())");
        contactJobs();
    }

    @Test
    void theOwnerIsRemindedOnceAfterHalfAnHourAndTheGroupIsToldOnceTheyConfirm() {
        var notice = sent();
        String task = task();
        assertThat(group(notice)).isEqualTo("POSTED " + Unconfirmed.ASKED);
        completed(chase.round());
        assertThat(GROUPS.reminders(task)).as("they were asked a moment ago").isZero();

        run("update notices.recipients set posted_at = now() - interval '31 minutes'");
        completed(chase.round());
        completed(chase.round());
        completed(follow.round());
        completed(chase.round());

        assertThat(GROUPS.reminders(task)).isEqualTo(1);
        assertThat(group(notice)).isEqualTo("POSTED " + Unconfirmed.REMINDED);

        GROUPS.ends(task, 1);
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            run("update contact.tasks set next_at = now() - interval '1 second'");
            contactJobs();
            completed(follow.round());
            return !group(notice).contains("POSTED");
        });
    }

    private Notice sent() {
        var now = Instant.now();
        var chen = result(communities.map(LM)).staffMember("chen").orElseThrow();
        var draft = new Draft(
                new Wording(Kind.OUTAGE, Importance.IMPORTANT, "停水", "今天停水 " + UUID.randomUUID()),
                "4栋",
                new Period(now, now.plus(Duration.ofHours(48))),
                null);
        var written = done(result(handle.save(chen, UUID.randomUUID(), draft)));
        var notice = done(result(handle.submit(chen, written)));
        while (result(spread.round()) > 0) {}
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            completed(job("deliver-letters").round());
            return number(database, "select count(*) as n from contact.tasks") == 1;
        });
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            completed(job("deliver-letters").round());
            completed(follow.round());
            return group(notice).contains(Unconfirmed.ASKED);
        });
        return notice;
    }

    private void contactJobs() {
        jobs.stream()
                .filter(it -> it.getClass().getPackageName().endsWith(".wecom.contact"))
                .forEach(it -> completed(it.round()));
    }

    private Job job(String name) {
        return jobs.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    private String task() {
        return results(database.sql("select receipt from contact.tasks")
                        .map(row -> Columns.text(row, "receipt"))
                        .all())
                .getFirst();
    }

    private String group(Notice notice) {
        return result(database.sql("select fate || ' ' || reason as it from notices.recipients where who = 'group:w4'"
                        + " and notice = '" + notice.id() + "'")
                .map(row -> Columns.text(row, "it"))
                .one());
    }

    private static Notice done(HandleNotices.Result result) {
        assertThat(result).isInstanceOf(HandleNotices.Result.Done.class);
        return ((HandleNotices.Result.Done) result).after();
    }

    private void run(String sql) {
        completed(database.sql(sql).then());
    }
}
