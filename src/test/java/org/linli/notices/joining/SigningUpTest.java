package org.linli.notices.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.number;
import static org.linli.Results.result;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.cases.web.SignedInAs;
import org.linli.channels.Address;
import org.linli.community.Residents;
import org.linli.dialogue.Answer;
import org.linli.dialogue.Request;
import org.linli.dialogue.Skill;
import org.linli.dialogue.Speaker;
import org.linli.notices.Invitation;
import org.linli.notices.Invitation.Whose;
import org.linli.notices.Kind;
import org.linli.notices.audience.FindAudience;
import org.linli.notices.audience.Reading;
import org.linli.notices.writing.HandleNotices;
import org.linli.notices.writing.StopNotice;
import org.linli.platform.database.Conflict;
import org.linli.platform.database.Effects;
import org.linli.understanding.Entities;
import org.linli.understanding.Intent;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.test.StepVerifier;

/// From the invitation to the list at the desk, in words that people use.
class SigningUpTest extends PlayedActivities {

    private static final Intent SIGN_UP = new Intent("notice.sign-up");

    @Autowired
    StopNotice stop;

    @Autowired
    FindAudience audience;

    @Autowired
    List<Skill> skills;

    @Autowired
    Residents residents;

    @Autowired
    FillFreedPlaces freed;

    @Autowired
    Effects effects;

    @Test
    void untilThereIsAnActivityNobodySignsUp() {
        assertThat(skill().recognises(speaker("r13"), "报名")).isEmpty();
        invited("健步走", 0, Whose.PERSON);
        assertThat(skill().recognises(speaker("r13"), "报名")).contains(SIGN_UP);
        assertThat(skill().recognises(speaker("r13"), "健步走怎么报名")).isEmpty();
    }

    @Test
    void placesRunOutWhoeverWaitsMovesUpAndIsTold() {
        var walk = invited("健步走", 3, Whose.PERSON);

        assertThat(says("r13", "报名2人").template()).isEqualTo("activity-comes");
        assertThat(says("r15", "我要报名").template()).isEqualTo("activity-comes");
        var waits = says("r16", "我也报名");
        assertThat(waits.template()).isEqualTo("activity-waits");
        assertThat(waits.facts()).containsEntry("turn", "1");
        assertThat(says("r16", "报名").template()).isEqualTo("activity-known");
        assertThat(register(walk).people()).isEqualTo(3);

        assertThat(says("r15", "取消报名").template()).isEqualTo("activity-left");
        assertThat(says("r15", "取消报名").template()).isEqualTo("activity-not-there");
        assertThat(register(walk).coming()).extracting(Entry::who).containsExactly("resident:r13", "resident:r16");
        assertThat(number(
                        database,
                        "select count(*) as n from outbox.letters where template = 'activity-moved-up' and key"
                                + " like '%r16'"))
                .isEqualTo(1);
    }

    @Test
    void whoeverWaitsMovesUpWhereSomebodyWasForgotten() {
        var walk = invited("健步走", 2, Whose.PERSON);
        says("r13", "报名");
        says("r15", "报名");
        says("r16", "报名");
        completed(freed.round());
        assertThat(register(walk).waiting()).hasSize(1);

        run("update notices.activities set version = version + 1");
        run("delete from notices.signed_up where resident = 'r13'");
        assertThat(result(freed.round())).isEqualTo(1);

        assertThat(register(walk).coming()).extracting(Entry::who).containsExactly("resident:r15", "resident:r16");
        assertThat(number(
                        database,
                        "select count(*) as n from outbox.letters where template = 'activity-moved-up' and key"
                                + " like '%r16'"))
                .isEqualTo(1);
        assertThat(result(freed.round())).isZero();
    }

    @Test
    void ofAHouseholdOneSpeaksForAll() {
        run("update community.residents set home = 'b3-1-201' where id = 'r14'");
        var supper = invited("百家宴", 0, Whose.HOUSEHOLD);

        assertThat(says("r13", "报名3人").template()).isEqualTo("activity-comes");
        assertThat(says("r14", "报名3人").template()).isEqualTo("activity-known");
        assertThat(register(supper).people()).isEqualTo(3);
    }

    @Test
    void ofSeveralActivitiesTheOneThatIsNamedIsMeant() {
        var walk = invited("周六健步走", 0, Whose.PERSON);
        var dumplings = invited("冬至包饺子", 0, Whose.PERSON);

        assertThat(says("r13", "报名").template()).isEqualTo("activity-which");
        assertThat(says("r13", "包饺子算我一个").template()).isEqualTo("activity-comes");
        assertThat(register(walk).people()).isZero();
        assertThat(register(dumplings).people()).isEqualTo(1);
    }

    @Test
    void whoSignedUpMayThenSayHowManyCome() {
        var walk = invited("健步走", 5, Whose.PERSON);
        says("r13", "报名");

        assertThat(skill().continues("两个人")).isTrue();
        var answer = result(skill().perform(request("r13", "两个人")));
        completed(effects.commit(answer.effects()));

        assertThat(answer.template()).isEqualTo("activity-comes");
        assertThat(answer.facts()).containsEntry("people", "2");
        assertThat(register(walk).people()).isEqualTo(2);
    }

    @Test
    void howManyComeIsSaidOfWhatOneSignedUpToLast() {
        var dance = invited("两个人的交谊舞", 0, Whose.PERSON);
        var walk = invited("健步走", 0, Whose.PERSON);
        says("r13", "健步走算我一个");

        completed(effects.commit(result(skill().perform(request("r13", "两个人"))).effects()));

        assertThat(register(walk).people()).isEqualTo(2);
        assertThat(register(dance).people()).isZero();
    }

    @Test
    void whoSignedUpStaysAwayInAFewWords() {
        var walk = invited("健步走", 0, Whose.PERSON);
        invited("冬至包饺子", 0, Whose.PERSON);
        says("r13", "健步走算我一个");

        assertThat(skill().continues("不去了")).isTrue();
        assertThat(goesOn("r13", "不去了").template()).isEqualTo("activity-left");
        assertThat(register(walk).people()).isZero();
        assertThat(goesOn("r13", "帮我取消吧").template()).isEqualTo("activity-which");
    }

    @Test
    void whoSignedUpToSeveralIsAskedWhichOneTheyLeave() {
        var walk = invited("健步走", 0, Whose.PERSON);
        var dumplings = invited("冬至包饺子", 0, Whose.PERSON);
        says("r13", "健步走算我一个");
        says("r13", "包饺子算我一个");

        for (String words : List.of("不去了", "取消报名")) {
            var asked = goesOn("r13", words);
            assertThat(asked.template()).isEqualTo("activity-leave-which");
            assertThat(asked.facts().get("titles")).contains("健步走", "包饺子");
        }
        assertThat(says("r13", "取消报名 健步走").template()).isEqualTo("activity-left");
        assertThat(says("r13", "取消报名 健步走").template()).isEqualTo("activity-not-there");
        assertThat(register(dumplings).people()).isEqualTo(1);
        assertThat(goesOn("r13", "来不了了").template()).isEqualTo("activity-left");
        assertThat(register(walk).people() + register(dumplings).people()).isZero();
    }

    @Test
    void ofTwoWhoTakeTheLastPlaceAtOnceTheSecondIsDecidedAgain() {
        var walk = invited("健步走", 1, Whose.PERSON);
        var one = result(skill().perform(request("r13", "报名")));
        var other = result(skill().perform(request("r15", "报名")));
        assertThat(other.template()).isEqualTo("activity-comes");

        completed(effects.commit(one.effects()));
        effects.commit(other.effects()).as(StepVerifier::create).verifyError(Conflict.class);

        assertThat(says("r15", "报名").template()).isEqualTo("activity-waits");
        assertThat(register(walk).people()).isEqualTo(1);
    }

    @Test
    void anAudienceMayBeThoseWhoHaveAPlace() {
        int number = activity(invited("健步走", 1, Whose.PERSON)).number();
        says("r13", "报名");
        says("r15", "报名");

        var line = result(audience.read(LM, "报名过活动" + number));
        var found = result(audience.of(LM, ((Reading.Understood) line).whom()));

        assertThat(found.some()).hasSize(1);
        assertThat(found.some().getFirst().why()).containsExactly("报名过活动" + number);
    }

    @Test
    void aCorrectionTakesOverWhoSignedUpAndWhatIsStoppedTakesNobodyMore() {
        var wrong = invited("健步走", 0, Whose.PERSON);
        says("r13", "报名");
        var right = done(result(stop.correct(chen(), result(notices.find(LM, wrong.id())))));
        completed(open.round());
        assertThat(skill().recognises(speaker("r15"), "报名")).as("it is stopped").isEmpty();

        run("insert into notices.recipients (community_id, notice, who, home, building, others, letters, fate,"
                + " reason, via, changed_at) select 'lm', id, 'r13', '', '', '{}', 1, 'ACCEPTED', '', '', now()"
                + " from notices.notices where id = '"
                + wrong.id() + "'");
        var sent = done(result(handle.submit(chen(), right)));

        assertThat(register(sent).people()).isEqualTo(1);
    }

    @Test
    void onlyAnActivityInvites() {
        var draft = draft("停水", Kind.OUTAGE, new Invitation(0, Whose.PERSON));
        var written = done(result(handle.save(chen(), UUID.randomUUID(), draft)));
        assertThat(result(handle.submit(chen(), written))).isEqualTo(new HandleNotices.Result.Declined("faults"));
    }

    @Test
    void theDeskSeesWhoComesAndTakesTheListAway() {
        var walk = invited("健步走", 1, Whose.PERSON);
        says("r13", "报名");
        says("r15", "报名2人");
        SignedInAs.givePasswords(passwords, encoder);
        var staff = new SignedInAs("chen", web);

        assertThat(staff.page("/desk/notices/" + walk.id())).contains("报上 1 人", "候补 1 份");
        assertThat(staff.page("/desk/notices/" + walk.id() + "/signed-up")).contains("报上了", "候补", "导出名单");
        assertThat(staff.page("/desk/notices/" + walk.id() + "/signed-up.csv"))
                .contains("\"姓名\",\"住处\",\"人数\",\"情况\"")
                .contains(",\"1\",\"报上了\",")
                .contains(",\"2\",\"候补\",");
    }

    private Answer says(String resident, String words) {
        assertThat(skill().recognises(speaker(resident), words)).contains(SIGN_UP);
        return goesOn(resident, words);
    }

    /// A moment after they signed up.
    private Answer goesOn(String resident, String words) {
        var answer = result(skill().perform(request(resident, words)));
        completed(effects.commit(answer.effects()));
        return answer;
    }

    private Request request(String resident, String words) {
        return new Request(
                "talk-" + UUID.randomUUID(),
                speaker(resident),
                SIGN_UP,
                List.of(words),
                List.of(),
                null,
                "",
                Entities.NONE,
                Instant.now());
    }

    private Speaker speaker(String resident) {
        var address = Address.parse("webchat:lm:person:" + resident);
        return new Speaker(LM, address, result(residents.byId(LM, resident)), null, null);
    }

    private Skill skill() {
        return skills.stream()
                .filter(it -> it.id().equals("sign-up"))
                .findFirst()
                .orElseThrow();
    }
}
