package org.linli.notices.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.cases.web.SignedInAs;
import org.linli.community.Communities;
import org.linli.community.QuietHours;
import org.linli.community.StaffMember;
import org.linli.community.StaffPasswords;
import org.linli.notices.Importance;
import org.linli.notices.Kind;
import org.linli.notices.Notice;
import org.linli.notices.Notices;
import org.linli.notices.Period;
import org.linli.notices.Wording;
import org.linli.notices.writing.Draft;
import org.linli.notices.writing.HandleNotices;
import org.linli.notices.writing.HandleNotices.Result;
import org.linli.notices.writing.RemindReaders;
import org.linli.notices.writing.StopNotice;
import org.linli.platform.database.Columns;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/// An invitation to building 3 of the demo went out yesterday. Whoever read it hears no more of it.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class SendRemindersTest {

    private static final CommunityId LM = new CommunityId("lm");

    @Autowired
    HandleNotices handle;

    @Autowired
    StopNotice stop;

    @Autowired
    RemindReaders remind;

    @Autowired
    Notices notices;

    @Autowired
    Communities communities;

    @Autowired
    SpreadNotices spread;

    @Autowired
    SendReminders send;

    @Autowired
    Effects effects;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    WebTestClient web;

    @Autowired
    DatabaseClient database;

    private String id = "";

    @BeforeEach
    void itWentOutYesterday() {
        run("truncate notices.board, notices.visits, notices.recipients, notices.spreads, notices.steps,"
                + " notices.notices, notices.wishes cascade");
        run("delete from outbox.letters");
        var now = Instant.now();
        var draft = new Draft(
                new Wording(Kind.ACTIVITY, Importance.ORDINARY, "健步走", "周六早上八点 " + UUID.randomUUID()),
                "3栋",
                new Period(now, now.plus(Duration.ofDays(9))),
                null);
        var written = done(result(handle.save(member("chen"), UUID.randomUUID(), draft)));
        id = done(result(handle.submit(member("chen"), written))).id();
        while (result(spread.round()) > 0) {}
        run("update notices.recipients set fate = 'SEEN'");
        are("ACCEPTED", "r13", "r14");
        aDayPasses();
    }

    @Test
    void whoHasNotReadItIsWrittenToOnceMoreAndNobodyElse() {
        are("UNWANTED", "r16");
        are("IN_GROUP", "r17");
        are("ACCEPTED", "group:b3");

        done(result(remind.remind(member("chen"), notice())));
        assertThat(toRemind()).containsExactly("r13", "r14");
        completed(send.round());
        completed(send.round());

        assertThat(reminded()).containsExactly("r13", "r14");
        assertThat(fact("r13", "reminder")).isEqualTo("1");
        assertThat(fates()).as("what is known of the first stays").containsEntry("r13", "ACCEPTED");
        assertThat(results(notices.history(notice())).getLast().what()).isEqualTo("reminded");
    }

    @Test
    void whoReadsItMeanwhileIsNotWrittenTo() {
        done(result(remind.remind(member("chen"), notice())));
        are("CONFIRMED", "r14");

        completed(send.round());

        assertThat(reminded()).containsExactly("r13");
    }

    @Test
    void whoWantsToBeLeftAloneIsRemindedLaterOrNot() {
        var now = LocalTime.now(ZoneId.of("Asia/Shanghai")).truncatedTo(ChronoUnit.MINUTES);
        wish("r13", new Wishes(Set.of(), new QuietHours(now.minusHours(1), now.plusHours(2))));
        wish("r14", new Wishes(Set.of(Kind.ACTIVITY), null));
        done(result(remind.remind(member("chen"), notice())));

        completed(send.round());

        assertThat(reminded()).isEmpty();
        assertThat(toRemind()).containsExactly("r13");
        run("delete from notices.wishes");
        run("update notices.recipients set remind_at = now() where remind_at is not null");
        completed(send.round());
        assertThat(reminded()).containsExactly("r13");
    }

    @Test
    void whatIsStoppedRemindsNobody() {
        done(result(remind.remind(member("chen"), notice())));
        done(result(stop.cancel(member("chen"), notice())));
        assertThat(toRemind()).isEmpty();

        run("update notices.recipients set remind_at = now()");
        completed(send.round());

        assertThat(reminded()).isEmpty();
        assertThat(toRemind()).isEmpty();
    }

    @Test
    void twoAtOnceRemindOnceAndTheSecondTimeIsADayLater() {
        var before = notice();
        done(result(remind.remind(member("chen"), before)));

        assertThat(result(remind.remind(member("xu"), notice()))).isEqualTo(new Result.Declined("reminded-early"));
        run("delete from notices.steps where what = 'reminded'");
        assertThat(result(remind.remind(member("xu"), before))).isEqualTo(new Result.Declined("changed"));
        assertThat(result(remind.remind(member("lin"), notice()))).isEqualTo(new Result.Declined("not-now"));
    }

    @Test
    void aNoticeThatThisVersionDoesNotKnowWaitsAndKeepsNobodyBusy() {
        done(result(remind.remind(member("chen"), notice())));
        run("update notices.notices set importance = 'SOLEMN'");

        assertThat(result(send.round())).isZero();
        assertThat(toRemind()).containsExactly("r13", "r14");
    }

    @Test
    void thePageSaysHowManyHaveNotReadItAndHasThemRemindedOnce() {
        SignedInAs.givePasswords(passwords, encoder);
        var chen = new SignedInAs("chen", web);
        String page = "/desk/notices/" + id;
        assertThat(chen.page(page)).contains("2 人收到了，没有打开看", "再发一次，最多 2 人").doesNotContain("??");
        assertThat(new SignedInAs("lin", web).page(page))
                .contains("2 人收到了，没有打开看")
                .doesNotContain("再发一次");

        chen.post(page + "/remind", Map.of()).expectStatus().is3xxRedirection();

        assertThat(chen.page(page)).contains("已经提醒过 1 次", "起可以提醒", "提醒了收到没看的人").doesNotContain("再发一次，最多", "??");
        assertThat(chen.page("/desk/audit")).contains("提醒了收到没看的人");
        chen.post(page + "/remind", Map.of())
                .expectHeader()
                .value("Location", it -> assertThat(it).endsWith("trouble=reminded-early"));
        assertThat(chen.page(page + "?trouble=reminded-early")).contains("还不到一天，没有再发");
    }

    private List<String> reminded() {
        return texts("select split_part(key, '/', 3) as it from outbox.letters where key like 'notice/" + id
                + "/%/2' order by key");
    }

    private List<String> toRemind() {
        return texts("select who as it from notices.recipients where remind_at is not null order by who");
    }

    private String fact(String who, String fact) {
        return texts("select facts ->> '%s' as it from outbox.letters where key = 'notice/%s/%s/2'"
                        .formatted(fact, id, who))
                .getFirst();
    }

    private List<String> texts(String sql) {
        return results(database.sql(sql).map(row -> Columns.text(row, "it")).all());
    }

    private Map<String, String> fates() {
        return result(database.sql("select who, fate from notices.recipients")
                .map(row -> List.of(Columns.text(row, "who"), Columns.text(row, "fate")))
                .all()
                .collectMap(List::getFirst, List::getLast));
    }

    private void are(String fate, String... who) {
        run("update notices.recipients set fate = '%s' where who in ('%s')".formatted(fate, String.join("', '", who)));
    }

    private void aDayPasses() {
        run("update notices.notices set send_at = now() - interval '25 hours'");
    }

    private void wish(String resident, Wishes wishes) {
        completed(effects.commit(List.of(new WishesSaid(LM, resident, wishes, Instant.now()))));
    }

    private Notice notice() {
        return result(notices.find(LM, id));
    }

    private StaffMember member(String staff) {
        return result(communities.map(LM)).staffMember(staff).orElseThrow();
    }

    private static Notice done(Result result) {
        assertThat(result).isInstanceOf(Result.Done.class);
        return ((Result.Done) result).after();
    }

    private void run(String sql) {
        completed(database.sql(sql).then());
    }
}
