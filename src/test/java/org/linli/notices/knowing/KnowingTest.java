package org.linli.notices.knowing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.cases.web.SignedInAs;
import org.linli.channels.Address;
import org.linli.community.Communities;
import org.linli.community.Residents;
import org.linli.community.StaffMember;
import org.linli.community.StaffPasswords;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.notices.Importance;
import org.linli.notices.Kind;
import org.linli.notices.Notice;
import org.linli.notices.Notices;
import org.linli.notices.Period;
import org.linli.notices.Wording;
import org.linli.notices.asking.Questions;
import org.linli.notices.sending.Fate;
import org.linli.notices.sending.FindWishes;
import org.linli.notices.sending.NoticeLinks;
import org.linli.notices.writing.Draft;
import org.linli.notices.writing.HandleNotices;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Job;
import org.linli.understanding.Entities;
import org.linli.understanding.Intent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/// Who knows of a notice to building 3 of the demo, and at whose door somebody has to knock.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class KnowingTest {

    private static final CommunityId LM = new CommunityId("lm");

    @Autowired
    HandleNotices handle;

    @Autowired
    Notices notices;

    @Autowired
    FindTold told;

    @Autowired
    FindProgress progress;

    @Autowired
    FindVisits visits;

    @Autowired
    NoticeLinks links;

    @Autowired
    Questions questions;

    @Autowired
    FindWishes wishes;

    @Autowired
    List<Skill> skills;

    @Autowired
    Residents residents;

    @Autowired
    Communities communities;

    @Autowired
    Effects effects;

    @Autowired
    List<Job> jobs;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    WebTestClient web;

    @Autowired
    DatabaseClient database;

    private Notice notice = sample();

    @BeforeEach
    void aNoticeWentToBuilding3() {
        SignedInAs.givePasswords(passwords, encoder);
        run(
                "truncate notices.asked, notices.board, notices.visits, notices.recipients, notices.spreads, notices.steps, notices.notices, notices.wishes cascade");
        run("delete from outbox.letters where key like 'notice/%'");
        run("update community.residents set home = 'b3-1-201' where id = 'r14'");
        var draft = new Draft(sample().wording(), "3栋", sample().period(), null);
        var written = done(result(handle.save(member("chen"), UUID.randomUUID(), draft)));
        notice = done(result(handle.submit(member("chen"), written)));
        var spread = jobs.stream()
                .filter(it -> it.name().equals("spread-notices"))
                .findFirst()
                .orElseThrow();
        while (result(spread.round()) > 0) {}
        run("update notices.recipients set fate = 'ACCEPTED'");
        run(
                "update notices.recipients set fate = 'FAILED', reason = 'RECIPIENT_GONE' where who in ('r16', 'r18', 'r21')");
    }

    @AfterEach
    void everybodyLivesWhereTheyDid() {
        run("update community.residents set home = 'b3-1-402' where id = 'r14'");
    }

    @Test
    void oneWhoSaysGotItSpeaksForTheHouseholdAndForNobodyElse() {
        var confirmed = result(residents
                .byId(LM, "r13")
                .zipWith(communities.map(LM))
                .flatMap(it -> told.latest(it.getT1(), it.getT2())));
        completed(effects.commit(List.of(confirmed)));

        assertThat(fates()).containsEntry("r13", "CONFIRMED").containsEntry("r14", "CONFIRMED");
        assertThat(fates().values().stream().filter("CONFIRMED"::equals)).hasSize(2);
    }

    @Test
    void aPersonsOwnLinkConfirmsOnlyForThatPerson() {
        var sign = result(links.signing());
        String path = sign.path(notice, "r15");

        assertThat(page(path)).contains("今天停水", "收到");
        web.post().uri(path + "/seen").exchange().expectStatus().isNoContent();
        assertThat(fates()).containsEntry("r15", "SEEN");
        web.post().uri(path + "/got").exchange().expectStatus().isOk();
        assertThat(fates()).containsEntry("r15", "CONFIRMED");

        web.post()
                .uri(path.replace("/r15/", "/r17/") + "/got")
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(fates()).containsEntry("r17", "ACCEPTED");
    }

    @Test
    void aPersonsWishesAreTakenFromTheirOwnLinkAlone() {
        String path = result(links.signing()).path(notice, "r15") + "/wishes";
        web.post()
                .uri(path)
                .body(BodyInserters.fromFormData("kinds", "outage").with("quiet", "22:00-07:00"))
                .exchange()
                .expectStatus()
                .isOk();

        var wish = Objects.requireNonNull(result(wishes.of(LM, List.of("r15"))).get("r15"));
        assertThat(wish.unwanted()).contains(Kind.JOBS, Kind.ACTIVITY).doesNotContain(Kind.OUTAGE);
        assertThat(wish.quiet()).isNotNull();
        web.get().uri(path.replace("/r15/", "/r17/")).exchange().expectStatus().isNotFound();
    }

    @Test
    void aQuestionIsAnsweredFromTheNoticeThatSaysIt() {
        var live = jobs.stream()
                .filter(it -> it.name().equals("know-live-notices"))
                .findFirst()
                .orElseThrow();
        completed(live.round());
        var ask = skills.stream()
                .filter(it -> it.id().equals("ask-notice"))
                .findFirst()
                .orElseThrow();

        assertThat(ask.recognises(speaker("r13"), "停水到几点啊")).isPresent();
        assertThat(ask.recognises(speaker("r13"), "到几典啊"))
                .as("what was told last")
                .isPresent();
        assertThat(ask.recognises(speaker("r01"), "到几典啊"))
                .as("not told to them")
                .isEmpty();
        assertThat(ask.recognises(speaker("r13"), "怎么又停水了")).isEmpty();
        assertThat(ask.recognises(speaker("r13"), "停电到几点")).isEmpty();
        assertThat(result(ask.perform(asked("r01"))).facts()).containsEntry("concerns", "no");

        var answer = result(ask.perform(asked("r13")));
        assertThat(answer.facts()).containsEntry("concerns", "yes");
        completed(effects.commit(answer.effects()));
        assertThat(result(questions.around(notice))).isEqualTo(new Questions.Curve(0, 1, false));
    }

    @Test
    void aQuestionThatNoNoticeAnswersIsRememberedAndCountsAsAskedBeforeTheNoticeThatDoes() {
        var ask = skills.stream()
                .filter(it -> it.id().equals("ask-notice"))
                .findFirst()
                .orElseThrow();
        var open = ask.leftOpen(new Request(
                "earlier",
                speaker("r13"),
                new Intent("ask.notice"),
                List.of("是不是要停水，停多久"),
                List.of(),
                null,
                "",
                Entities.NONE,
                Objects.requireNonNull(notice.sendAt()).minusSeconds(60)));
        completed(effects.commit(List.of(open.orElseThrow())));

        assertThat(result(questions.around(notice))).isEqualTo(new Questions.Curve(1, 0, false));
    }

    private Speaker speaker(String resident) {
        var address = Address.parse("webchat:lm:person:" + resident);
        return new Speaker(LM, address, result(residents.byId(LM, resident)), null, null);
    }

    private Request asked(String resident) {
        return new Request(
                "k",
                speaker(resident),
                new Intent("notice.ask"),
                List.of("停水到几点啊"),
                List.of(),
                null,
                "",
                Entities.NONE,
                Instant.now());
    }

    @Test
    void aDraftIsReadByNobody() {
        var draft = done(result(handle.save(
                member("chen"), UUID.randomUUID(), new Draft(notice.wording(), "5栋", notice.period(), null))));

        web.get().uri(NoticeLinks.path(draft)).exchange().expectStatus().isNotFound();
    }

    @Test
    void theBoardShowsWhatAPlaceWasToldAndNothingThatWasForSomeAlone() {
        var some = done(result(handle.save(
                member("chen"), UUID.randomUUID(), new Draft(sample().wording(), "3栋 且 志愿者", notice.period(), null))));
        done(result(handle.submit(member("chen"), some)));

        assertThat(page("/board/lm")).contains(notice.id()).doesNotContain(some.id());
        assertThat(page("/board/lm?q=今天停水")).contains(notice.id());
        assertThat(page("/board/lm?q=停电")).doesNotContain(notice.id());
        assertThat(page("/board/lm/feed.xml")).contains("<feed", notice.id(), "今天停水");
        web.get().uri("/board/nowhere").exchange().expectStatus().isNotFound();
    }

    @Test
    void thoseWhoWereNotReachedAreListedByStairsInTheOrderOfTheDoors() {
        var list = result(visits.of(notice, member("chen"), false));

        assertThat(list.left()).isEqualTo(3);
        assertThat(list.stairs()).extracting(VisitList.Stairs::name).containsExactly("阳光里 3栋2单元", "阳光里 3栋3单元");
        assertThat(list.stairs().getFirst().doors())
                .extracting(VisitList.Door::who)
                .containsExactly("r16", "r18");
        assertThat(result(visits.of(notice, member("lin"), false)).left()).isEqualTo(3);
        assertThat(result(visits.of(notice, member("he"), false)).left())
                .as("another grid's worker")
                .isZero();
    }

    @Test
    void aDoorTickedOffOfflineCountsOnceHoweverOftenItIsSent() {
        var staff = new SignedInAs("lin", web);
        var tick = Map.of(
                "who",
                "r16",
                "outcome",
                "TOLD",
                "visit",
                UUID.randomUUID().toString(),
                "at",
                Instant.now().minus(Duration.ofHours(1)).toString());
        for (int i = 0; i < 3; i++) {
            staff.post("/desk/notices/" + notice.id() + "/visits/kept", tick)
                    .expectStatus()
                    .isNoContent();
        }
        staff.post("/desk/notices/" + notice.id() + "/visits", Map.of("who", "r18", "outcome", "NOBODY_IN"));
        staff.post("/desk/notices/" + notice.id() + "/visits", Map.of("who", "r01", "outcome", "TOLD"));

        assertThat(fates()).containsEntry("r16", "VISITED").containsEntry("r18", "FAILED");
        assertThat(results(database.sql("select id from notices.visits")
                        .map(row -> "x")
                        .all()))
                .hasSize(2);
        assertThat(result(visits.of(notice, member("lin"), false)).left()).isEqualTo(2);
        assertThat(staff.page("/desk/notices/" + notice.id() + "/visits")).contains("没人在家", "刘玉梅");
    }

    @Test
    void nobodyTicksOffADoorInAnothersGrid() {
        run("update notices.recipients set home = 's2' where who = 'r16'");

        new SignedInAs("lin", web)
                .post("/desk/notices/" + notice.id() + "/visits", Map.of("who", "r16", "outcome", "TOLD"))
                .expectStatus()
                .isNotFound();

        assertThat(fates()).doesNotContainEntry("r16", "VISITED");
    }

    @Test
    void everybodyIsCountedOnce() {
        var counted = result(progress.of(notice));

        assertThat(counted.total()).isEqualTo(9);
        assertThat(counted.told()).isEqualTo(6);
        assertThat(counted.missed()).isEqualTo(3);
        assertThat(counted.reasons()).containsEntry("RECIPIENT_GONE", 3L);
        assertThat(counted.people()).containsEntry(Fate.ACCEPTED, 6L);
        assertThat(counted.where()).containsOnlyKeys("b3");
    }

    @Test
    void onlyWhatLeavesCanBeStoppedAndADraftIsPutAway() {
        var draft = new Draft(sample().wording(), "3栋", sample().period(), null);
        var written = done(result(handle.save(member("chen"), UUID.randomUUID(), draft)));
        var staff = new SignedInAs("chen", web);

        assertThat(staff.page("/desk/notices/" + written.id()))
                .contains("不发了，收起这份草稿")
                .doesNotContain(">停止发送<");
        assertThat(staff.page("/desk/notices/" + notice.id()))
                .contains(">停止发送<", "能发到的都已经发出", "已经看到的收不回", "已发出")
                .doesNotContain("收起这份草稿", "已批准", "??");

        staff.post("/desk/notices/" + written.id() + "/cancel", Map.of())
                .expectStatus()
                .is3xxRedirection();
        for (String page : List.of("/desk/notices/" + written.id(), "/desk/notices")) {
            assertThat(staff.page(page)).contains("没有发，收起了").doesNotContain("已停止", "停止发送</span>", "??");
        }
        assertThat(staff.page("/desk/notices/" + written.id())).contains("不发了，收起草稿");
        assertThat(staff.page("/desk/audit")).contains("不发了，收起草稿");
    }

    private static Notice sample() {
        var now = Instant.now();
        return new Notice(
                LM,
                "n",
                new Wording(Kind.OUTAGE, Importance.IMPORTANT, "停水", "今天停水 " + UUID.randomUUID()),
                "3栋",
                new Period(now, now.plus(Duration.ofHours(9))),
                null,
                Notice.State.DRAFT,
                "chen",
                now,
                null,
                null,
                1);
    }

    private String page(String path) {
        return String.valueOf(web.get()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private Map<String, String> fates() {
        return results(database.sql("select who, fate from notices.recipients")
                        .map(row -> List.of(
                                String.valueOf(row.get("who", String.class)),
                                String.valueOf(row.get("fate", String.class))))
                        .all())
                .stream()
                .collect(Collectors.toMap(List::getFirst, List::getLast));
    }

    private static Notice done(HandleNotices.Result result) {
        assertThat(result).isInstanceOf(HandleNotices.Result.Done.class);
        return ((HandleNotices.Result.Done) result).after();
    }

    private StaffMember member(String id) {
        return result(communities.map(LM)).staffMember(id).orElseThrow();
    }

    private void run(String sql) {
        completed(database.sql(sql).then());
    }
}
