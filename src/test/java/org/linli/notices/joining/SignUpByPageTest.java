package org.linli.notices.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.number;
import static org.linli.Results.result;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.cases.web.SignedInAs;
import org.linli.notices.Invitation;
import org.linli.notices.Invitation.Whose;
import org.linli.notices.Kind;
import org.linli.notices.Notice;
import org.linli.notices.sending.NoticeLinks;
import org.linli.notices.writing.ChangePlaces;
import org.linli.notices.writing.Draft;
import org.linli.notices.writing.HandleNotices.Result;
import org.linli.notices.writing.StopNotice;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;

/// The button on the reading page, and places that are more or fewer after the notice has left.
class SignUpByPageTest extends PlayedActivities {

    @Autowired
    NoticeLinks links;

    @Autowired
    SignUpByPage signUp;

    @Autowired
    ChangePlaces places;

    @Autowired
    StopNotice stop;

    @Test
    void theButtonTakesPlacesPutsOnTheWaitingListAndGivesThemBack() {
        var walk = invited("健步走", 3, Whose.PERSON);
        assertThat(page(walk, "r13")).contains("名额 3 人，还剩 3 人", "几个人来", ">报名</button>");

        assertThat(press(walk, "r13", "join", "2")).contains("joined=comes");
        assertThat(page(walk, "r13")).contains("您报上了，2 人", "改人数", "取消报名");
        assertThat(page(walk, "r15")).contains("还剩 1 人");

        assertThat(press(walk, "r15", "join", "2")).contains("joined=waits");
        assertThat(page(walk, "r15")).contains("您排在候补第 1 位，2 人");
        assertThat(page(walk, "r16")).contains("名额满了（3 人），现在报名是排候补，前面有 1 份", ">排候补</button>");

        assertThat(press(walk, "r13", "leave", "")).contains("joined=left");
        assertThat(page(walk, "r15")).contains("您报上了，2 人");
        assertThat(lettersTo("r15")).isEqualTo(1);
        assertThat(press(walk, "r13", "leave", "")).contains("joined=not_there");
    }

    @Test
    void whatIsNoNumberOfPeopleIsSaidAndTakesNothing() {
        var walk = invited("健步走", 0, Whose.PERSON);
        for (String nonsense : List.of("", "0", "21", "-1", "两个", "999999999999")) {
            assertThat(press(walk, "r13", "join", nonsense)).contains("joined=number");
        }
        assertThat(register(walk).entries()).isEmpty();
        assertThat(read(path(walk, "r13") + "?joined=number")).contains("人数请写 1 到 20");
        assertThat(read(path(walk, "r13") + "?joined=<b>")).doesNotContain("<b>", "notices.join");
    }

    @Test
    void whoeverIsNotKnownByTheLinkIsToldHowToSignUpAndTakesNothing() {
        var walk = invited("健步走", 3, Whose.PERSON);
        assertThat(read(NoticeLinks.path(walk))).contains("要报名，在聊天里回").doesNotContain("几个人来");
        post(NoticeLinks.path(walk) + "/r13/wrongwrongwrongwrongwr/join", "1")
                .expectStatus()
                .isNotFound();
        assertThat(register(walk).entries()).isEmpty();
    }

    @Test
    void nobodySignsUpForWhatIsOverOrStopped() {
        var walk = invited("健步走", 3, Whose.PERSON);
        press(walk, "r13", "join", "1");
        run("update notices.notices set valid_until = now() - interval '1 minute'");
        assertThat(press(walk, "r15", "join", "1")).contains("joined=over");
        assertThat(read(path(walk, "r15") + "?joined=over")).contains("现在不能报名了").doesNotContain("几个人来", "要报名");
        assertThat(register(walk).people()).isEqualTo(1);
    }

    @Test
    void manyWhoPressAtTheSameMomentGetAsManyPlacesAsThereAre() {
        var walk = invited("健步走", 2, Whose.PERSON);
        var who = List.of("r13", "r14", "r15", "r16", "r17");

        var became = result(
                Flux.fromIterable(who).flatMap(it -> signUp.join(walk, it, 1)).collectList());

        assertThat(became).hasSize(5);
        assertThat(register(walk).people()).isEqualTo(2);
        assertThat(register(walk).waiting()).hasSize(3);
    }

    @Test
    void morePlacesLetInWhoeverWaitsAndTellThem() {
        var walk = invited("健步走", 1, Whose.PERSON);
        press(walk, "r13", "join", "1");
        press(walk, "r15", "join", "2");
        press(walk, "r16", "join", "1");
        SignedInAs.givePasswords(passwords, encoder);
        var staff = new SignedInAs("chen", web);
        String list = "/desk/notices/" + walk.id() + "/signed-up";

        assertThat(toPlaces(staff, walk, "3")).endsWith("/signed-up");

        assertThat(register(walk).people()).isEqualTo(3);
        assertThat(lettersTo("r15")).isEqualTo(1);
        assertThat(lettersTo("r16")).isZero();
        assertThat(page(walk, "r13")).contains("名额满了（3 人）");
        assertThat(staff.page("/desk/notices/" + walk.id())).contains("名额 3", "改了名额");

        assertThat(toPlaces(staff, walk, "2")).endsWith("?trouble=places-few");
        assertThat(staff.page(list + "?trouble=places-few")).contains("已经报上的人比这多");
        assertThat(toPlaces(staff, walk, "many")).endsWith("?trouble=places-none");
        assertThat(register(walk).invites().places()).isEqualTo(3);
    }

    @Test
    void nonsenseForPlacesIsSaidAtItsFieldAndNothingIsWritten() {
        SignedInAs.givePasswords(passwords, encoder);
        String id = UUID.randomUUID().toString();
        var form = Map.of("id", id, "kind", "activity", "title", "健步走", "whose", "PERSON", "places", "二十");

        String page = new SignedInAs("chen", web)
                .post("/desk/notices", form)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(page).contains("名额请写 0 到 10000 的数字", "二十", "健步走", id);
        assertThat(result(notices.find(LM, id).hasElement())).isFalse();
    }

    @Test
    void whoIsNotReachedIsNamedToThoseAloneWhoLookAfterAll() {
        run(
                "insert into community.residents (community_id, id, home, verified) values ('lm', 'far', 'b3-1-201', true)");
        SignedInAs.givePasswords(passwords, encoder);
        var invitation = new Invitation(0, Whose.PERSON);
        var written = done(result(handle.save(chen(), UUID.randomUUID(), draft("健步走", Kind.ACTIVITY, invitation))));
        String path = "/desk/notices/" + written.id();

        assertThat(new SignedInAs("chen", web).page(path)).contains("现在通知不到的是谁");
        assertThat(new SignedInAs("lin", web).page(path)).contains("会怎样送到").doesNotContain("现在通知不到的是谁");
        run("delete from community.residents where id = 'far'");
    }

    @Test
    void aCorrectionBeginsWithThePlacesThereAreAndHasNoFewerThanCome() {
        var wrong = invited("健步走", 1, Whose.PERSON);
        completed(places.to(chen(), wrong, 2).then());
        press(wrong, "r13", "join", "2");
        press(wrong, "r15", "join", "1");
        reached(wrong, "r13");
        var right = done(result(stop.correct(chen(), result(notices.find(LM, wrong.id())))));
        assertThat(Objects.requireNonNull(right.invites()).places()).isEqualTo(2);

        var few = done(result(handle.save(chen(), UUID.fromString(right.id()), inviting(right, 1))));
        assertThat(result(handle.submit(chen(), few))).isEqualTo(new Result.Declined("faults"));
        var more = done(result(handle.save(chen(), UUID.fromString(right.id()), inviting(right, 3))));
        var sent = done(result(handle.submit(chen(), more)));

        assertThat(register(sent).people()).isEqualTo(3);
        assertThat(lettersTo("r15")).isEqualTo(1);
    }

    private static Draft inviting(Notice it, int places) {
        return new Draft(it.wording(), it.audience(), it.period(), null, null, new Invitation(places, Whose.PERSON));
    }

    private static String toPlaces(SignedInAs staff, Notice of, String places) {
        return Objects.requireNonNull(
                staff.post("/desk/notices/" + of.id() + "/signed-up/places", Map.of("places", places))
                        .expectStatus()
                        .isSeeOther()
                        .returnResult(Void.class)
                        .getResponseHeaders()
                        .getFirst("Location"));
    }

    private void reached(Notice notice, String who) {
        run("insert into notices.recipients (community_id, notice, who, home, building, others, letters, fate,"
                + " reason, via, changed_at) values ('lm', '" + notice.id() + "', '" + who
                + "', '', '', '{}', 1, 'ACCEPTED', '', '', now()) on conflict do nothing");
    }

    private long lettersTo(String who) {
        return number(
                database,
                "select count(*) as n from outbox.letters where template = 'activity-moved-up' and key like 'activity/%"
                        + who + "'");
    }

    private String page(Notice notice, String who) {
        return read(path(notice, who));
    }

    private String path(Notice notice, String who) {
        return result(links.signing()).path(notice, who);
    }

    private String read(String path) {
        return Objects.requireNonNull(web.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    /// Where the page leads afterwards.
    private String press(Notice notice, String who, String button, String people) {
        return Objects.requireNonNull(post(path(notice, who) + "/" + button, people)
                .expectStatus()
                .isSeeOther()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getFirst("Location"));
    }

    private WebTestClient.ResponseSpec post(String path, String people) {
        return web.post()
                .uri(path)
                .body(BodyInserters.fromFormData("people", people))
                .exchange();
    }
}
