package org.linli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.result;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.audit.Trail;
import org.linli.cases.web.SignedInAs;
import org.linli.community.Viewings;
import org.linli.keys.Scope;
import org.linli.polls.Electorate.Voice;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.counting.Completion;
import org.linli.polls.counting.Rule;
import org.linli.polls.log.Level;
import org.linli.polls.rounds.HoldRound;
import org.linli.polls.rounds.Rules;
import org.linli.polls.rounds.Schedule;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/// What administrators do on pages, done by programs.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class AdministrationApiTest extends WithPrograms {

    @Autowired
    Trail trail;

    @Autowired
    Viewings viewings;

    @Autowired
    DatabaseClient database;

    @Autowired
    HoldRound rounds;

    @Test
    void staffIsTakenOnWithAPasswordThatIsToldOnceAndNotKeptReadable() {
        String id = "w" + UUID.randomUUID().toString().substring(0, 8);
        String once = UUID.randomUUID().toString();
        String newcomer = """
            {"id":"%s","name":"文静","unit":"grid-1","role":"grid-worker"}""".formatted(id);

        var added = program.post("/api/v1/staff", once, newcomer);

        assertThat(added.status()).as(added.body().toString()).isEqualTo(201);
        assertThat(added.text("password")).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
        assertThat(program.post("/api/v1/staff", once, newcomer).body()).isEqualTo(added.body());
        assertThat(kept(once)).doesNotContain(added.text("password")).contains("sealed:");
        assertThat(program.get("/api/v1/staff/" + id).body().has("password")).isFalse();
        assertThat(program.post("/api/v1/staff", newcomer).text("reason")).isEqualTo("taken");
        assertThat(program.post("/api/v1/staff", newcomer.replace(id, "Not A Name"))
                        .text("field"))
                .isEqualTo("id");
        assertThat(about("staff/" + id)).anyMatch(it -> it.startsWith("added"));
        fieldsOf("Staff", program.get("/api/v1/staff").body().path("items").get(0));
    }

    @Test
    void staffIsMovedSuspendedAndBroughtBackButNeverTheLastAdministrator() {
        String id = "w" + UUID.randomUUID().toString().substring(0, 8);
        program.post("/api/v1/staff", """
            {"id":"%s","name":"文静","unit":"grid-1","role":"grid-worker"}""".formatted(id));
        String path = "/api/v1/staff/" + id;

        assertThat(program.post(path + "/move", "{\"unit\":\"desk\",\"role\":\"community-worker\"}")
                        .text("role"))
                .isEqualTo("community-worker");
        assertThat(program.post(path + "/move", "{\"unit\":\"nowhere\",\"role\":\"admin\"}")
                        .text("reason"))
                .isEqualTo("no-unit");
        assertThat(program.post(path + "/suspend", "").text("suspended_at")).isNotEmpty();
        assertThat(result(communities.map(SignedInAs.LM)).staffMember(id)).isEmpty();
        assertThat(program.post(path + "/bring-back", "")
                        .body()
                        .path("suspended_at")
                        .isNull())
                .isTrue();
        assertThat(program.post(path + "/password", "").text("password")).isNotEmpty();
        assertThat(program.post("/api/v1/staff/nobody/suspend", "").status()).isEqualTo(404);
    }

    @Test
    void staffIsSignedOutAndToldHowOften() {
        var signedOut = program.post("/api/v1/staff/lin/sessions/end", "");

        fieldsOf("SignedOut", signedOut.body());
        assertThat(program.post("/api/v1/staff/lin/sessions/end", "")
                        .body()
                        .path("ended")
                        .asInt())
                .isZero();
        assertThat(about("staff/lin")).contains("signed out everywhere");
        assertThat(program.post("/api/v1/staff/nobody/sessions/end", "").status())
                .isEqualTo(404);
        fieldsOf("SignedOut", program.post("/api/v1/staff/sessions/end", "").body());
    }

    @Test
    void whoeverIsKnownElsewhereMaySignInFromThere() {
        String id = "w" + UUID.randomUUID().toString().substring(0, 8);
        program.post("/api/v1/staff", """
            {"id":"%s","name":"文静","unit":"grid-1","role":"grid-worker"}""".formatted(id));
        String path = "/api/v1/staff/" + id + "/elsewhere";

        assertThat(program.post(path, "{\"where\":\"oidc\",\"subject\":\"wen-%s\"}".formatted(id))
                        .status())
                .isEqualTo(200);
        assertThat(about("staff/" + id)).contains("bound at OIDC");
        assertThat(program.post(
                                "/api/v1/staff/lin/elsewhere",
                                "{\"where\":\"oidc\",\"subject\":\"wen-%s\"}".formatted(id))
                        .text("reason"))
                .isEqualTo("taken");
        assertThat(program.post(path, "{\"where\":\"fax\",\"subject\":\"1\"}").text("field"))
                .isEqualTo("where");
        assertThat(program.post(path, "{\"where\":\"oidc\"}").status()).isEqualTo(200);
        assertThat(about("staff/" + id)).contains("not bound at OIDC");
    }

    @Test
    void aDraftIsChangedUntilItLeaves() {
        String draft = """
            {"kind":"policy","title":"图书角开放","text":"周六","audience":"3栋",
             "from":"2026-11-21T09:00:00+08:00","until":"2999-11-22T09:00:00+08:00"}""";
        String path =
                "/api/v1/notices/" + program.post("/api/v1/notices", draft).text("id");

        assertThat(program.put(path, draft.replace("周六", "周日")).text("text")).isEqualTo("周日");
        assertThat(program.get(path).text("text")).isEqualTo("周日");
        assertThat(program.post(path + "/remind", "").text("reason")).isEqualTo("not-now");
        assertThat(program.post(path + "/withdraw", "").text("state")).isEqualTo("cancelled");
        assertThat(program.put(path, draft).text("reason")).isEqualTo("left");
        assertThat(program.put("/api/v1/notices/" + UUID.randomUUID(), draft).status())
                .isEqualTo(404);
    }

    @Test
    void roundsAreReadAsEverybodyMaySeeThem() {
        var now = Instant.now();
        var round = result(rounds.open(
                member("chen"),
                new HoldRound.Declared(
                        UUID.randomUUID(),
                        "今年的微实事",
                        "b3",
                        new Rules(
                                50_000,
                                BallotKind.SEVERAL,
                                3,
                                false,
                                Rule.GREEDY,
                                Completion.NONE,
                                "lot",
                                Level.TALLIES),
                        Voice.PERSON,
                        3,
                        new Schedule(
                                now,
                                now.plus(1, ChronoUnit.DAYS),
                                now.plus(2, ChronoUnit.DAYS),
                                now.plus(3, ChronoUnit.DAYS),
                                now.plus(4, ChronoUnit.DAYS)))));
        String path = "/api/v1/rounds/" + round.number();

        result(database.sql("""
                        insert into polls.proposals (community_id, round, number, title, words, place, proposer, told_at,
                          send, proposed_at, state, reason, cost, unit, version)
                        values ('lm', $1, 1, '长椅', '长椅', 'b3', 'resident:x', '', $1, now(), 'INFEASIBLE',
                          '王工说不行，问他13800138000', null, '', 1)""").bind("$1", round.id()).then().thenReturn(true));

        result(database.sql("""
                        insert into polls.objections (community_id, round, number, words, objector, told_at, send, objected_at, answer)
                        values ('lm', $1, 1, '算错了，问我13800138000', 'resident:y', 'webchat:lm:person:y', $1, now(), '')""").bind("$1", round.id()).then().thenReturn(true));
        result(database.sql("""
                        insert into polls.rearrangements (community_id, round, number, sources, titles, reason, state, asked_by, asked_at)
                        values ('lm', $1, 1, '{1}', '{长椅,凉亭}', '两件事', 'ASKED', 'chen', now())""").bind("$1", round.id()).then().thenReturn(true));

        result(database.sql("""
                        insert into polls.consents (community_id, round, rearrangement, proposer, told_at)
                        values ('lm', $1, 1, 'resident:x', '')""").bind("$1", round.id()).then().thenReturn(true));

        var one = program.get(path).body();

        fieldsOf("Objection", one.path("objections").get(0));
        assertThat(one.path("objections").toString()).contains("算错了").doesNotContain("13800138000", "resident:y");
        fieldsOf("Rearrangement", one.path("rearrangements").get(0));
        assertThat(one.path("rearrangements").toString())
                .contains("\"number\":1", "\"state\":\"asked\"", "凉亭")
                .doesNotContain("chen");
        assertThat(one.path("proposals").get(0).path("reason").asString())
                .contains("王工说不行")
                .doesNotContain("13800138000");
        assertThat(one.path("title").asString()).isEqualTo("今年的微实事");
        assertThat(one.path("phase").asString()).isEqualTo("collecting");
        assertThat(one.path("result").isNull()).isTrue();
        assertThat(one.path("proposals").isArray()).isTrue();
        fieldsOf("Round", program.get("/api/v1/rounds").body().path("items").get(0));
        assertThat(program.get("/api/v1/rounds/999999").status()).isEqualTo(404);
    }

    @Test
    void aUnitIsCalledAndItsOwnProgramReportsIn() {
        String number = program.post("/api/v1/cases", """
            {"label":"report.noise","place":"b3","words":"楼上一直吵","way":"telephone","phone":"1380013%04d"}""".formatted((int) (Math.random() * 9999)))
                .text("number");
        var unit = program(EnumSet.of(Scope.CASES_READ, Scope.CASES_WRITE), "property");
        var other = program(EnumSet.of(Scope.CASES_READ, Scope.CASES_WRITE), "grid-1");

        var blown = program.post("/api/v1/whistles", """
            {"case":"%s","unit":"property","words":"请来看看","hours":2}""".formatted(number));

        assertThat(blown.status()).as(blown.body().toString()).isEqualTo(201);
        fieldsOf("Whistle", blown.body());
        String path = "/api/v1/whistles/" + blown.text("id");
        assertThat(other.get(path).status()).isEqualTo(404);
        assertThat(other.post(path + "/acts", "{\"act\":\"tell\",\"words\":\"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(unit.get("/api/v1/whistles").body().toString()).contains(blown.text("id"));
        assertThat(unit.post(path + "/acts", "{\"act\":\"rate\",\"stars\":5}").text("field"))
                .isEqualTo("act");
        assertThat(program.post(path + "/acts", "{\"act\":\"report-in\",\"name\":\"王工\"}")
                        .text("field"))
                .isEqualTo("act");
        assertThat(unit.post(path + "/acts", "{\"act\":\"report-in\",\"name\":\"王工\"}")
                        .text("state"))
                .isEqualTo("reported-in");
        assertThat(unit.post(path + "/acts", "{\"act\":\"finish\",\"words\":\"修好了\"}")
                        .text("state"))
                .isEqualTo("done");
        assertThat(program.post(path + "/acts", "{\"act\":\"rate\",\"stars\":9}")
                        .text("reason"))
                .isEqualTo("whistle-stars-missing");
        assertThat(program.post(path + "/acts", "{\"act\":\"rate\",\"stars\":5}")
                        .body()
                        .path("stars")
                        .asInt())
                .isEqualTo(5);
    }

    @Test
    void whoIsAwayIsKnownFromTheProgramForLeave() {
        String until = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(3).toString();
        String away = """
            {"staff":"lin","from":"2026-01-01","until":"%s","substitute":"chen"}""".formatted(until);
        String once = UUID.randomUUID().toString();

        var entered = program.post("/api/v1/absences", once, away);

        assertThat(entered.status()).as(entered.body().toString()).isEqualTo(201);
        program.post("/api/v1/absences", once, away);
        String id = entered.text("id");
        assertThat(program.get("/api/v1/absences")
                        .body()
                        .path("items")
                        .valueStream()
                        .filter(it -> it.path("id").asString().equals(id)))
                .hasSize(1);
        fieldsOf("Absence", entered.body());
        for (var wrong : List.of(
                List.of("\"lin\"", "\"nobody\"", "staff"),
                List.of("chen", "lin", "substitute"),
                List.of(until, "2026-01-02", "until"))) {
            assertThat(program.post("/api/v1/absences", away.replace(wrong.get(0), wrong.get(1)))
                            .text("field"))
                    .isEqualTo(wrong.get(2));
        }
        assertThat(program.post("/api/v1/absences/" + id + "/end", "").status()).isEqualTo(200);
        assertThat(program.post("/api/v1/absences/" + id + "/end", "").status()).isEqualTo(404);
    }

    @Test
    void accountsOfPlatformsAreWatched() {
        assertThat(program.get("/api/v1/channels").body().path("items").isArray())
                .isTrue();
        assertThat(program.post("/api/v1/channels/wechat/nobody/check", "").status())
                .isEqualTo(404);
    }

    @Test
    void whoIsToldIsSubscribedAndItsSecretTurned() {
        var made = program.post("/api/v1/webhooks", """
            {"url":"https://example.org/linli","topics":["case.opened","poll.counted"]}""");
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        assertThat(made.text("secret")).startsWith("whsec_");
        String path = "/api/v1/webhooks/" + made.text("id");

        assertThat(program.get(path).body().has("secret")).isFalse();
        fieldsOf("Webhook", program.get(path).body());
        assertThat(program.post(path + "/rotate", "").text("secret"))
                .startsWith("whsec_")
                .isNotEqualTo(made.text("secret"));
        assertThat(program.post(path + "/stop", "").text("stopped_why")).isEqualTo("staff");
        assertThat(program.post(path + "/resend", "").body().path("stopped_at").isNull())
                .isTrue();
        for (String wrong : List.of("http://example.org/x", "https://me@example.org/", "no address")) {
            assertThat(program.post("/api/v1/webhooks", """
                {"url":"%s","topics":["case.opened"]}""".formatted(wrong)).text("field"))
                    .isEqualTo("url");
        }
        assertThat(program.post("/api/v1/webhooks", "{\"url\":\"https://example.org\",\"topics\":[\"case.eaten\"]}")
                        .text("field"))
                .isEqualTo("topics");
    }

    @Test
    void whatWasToldIsListedInPagesAndToldAgain() {
        String id = program.post("/api/v1/webhooks", """
            {"url":"https://example.org/linli","topics":["poll.opened"]}""").text("id");
        database.sql("""
            insert into webhooks.deliveries (community_id, subscription, topic, body, at, due_at, done_at, tries, outcome)
            select 'lm', $1, 'POLL_OPENED', '{}', now(), now(), now(), 3, 'done' from generate_series(1, 51)""").bind(0, id).then().block();
        String path = "/api/v1/webhooks/" + id + "/deliveries";

        var first = program.get(path).body();
        var second =
                program.get(path + "?cursor=" + first.path("next").asString()).body();

        assertThat(first.path("items").size()).isEqualTo(50);
        assertThat(second.path("items").size()).isEqualTo(1);
        assertThat(second.path("next").isNull()).isTrue();
        fieldsOf("Delivery", first.path("items").get(0));
        String one = second.path("items").get(0).path("id").asString();
        var again = program.post(path + "/" + one + "/resend", "");
        assertThat(again.body().path("done_at").isNull()).isTrue();
        assertThat(again.body().path("tries").asInt()).isZero();
        assertThat(program.get("/api/v1/webhooks/" + id).body().path("waiting").asInt())
                .isEqualTo(1);
        assertThat(program.post(path + "/999999999/resend", "").status()).isEqualTo(404);
        program.post("/api/v1/webhooks/" + id + "/stop", "");
        assertThat(program.post(path + "/" + one + "/resend", "").status()).isEqualTo(404);
    }

    @Test
    void aKeyMakesNoneThatOpensMoreThanItself() {
        var small = program(EnumSet.of(Scope.KEYS, Scope.CASES_READ), null);

        assertThat(small.post("/api/v1/keys", "{\"name\":\"x\",\"scopes\":[\"cases-read\",\"staff-write\"]}")
                        .text("reason"))
                .isEqualTo("more-than-own");
        var made = small.post("/api/v1/keys", "{\"name\":\"物业系统\",\"scopes\":[\"cases-read\"],\"unit\":\"property\"}");
        var fresh = new Program(web, made.text("key"));
        assertThat(fresh.get("/api/v1/cases").status()).isEqualTo(200);
        assertThat(fresh.get("/api/v1/keys").status()).isEqualTo(403);
        assertThat(small.get("/api/v1/keys").body().toString()).doesNotContain(made.text("key"));
        fieldsOf(
                "Key",
                small.post("/api/v1/keys/" + made.text("id") + "/revoke", "").body());
        assertThat(fresh.get("/api/v1/cases").status()).isEqualTo(401);
    }

    @Test
    void residentsAreMaskedUntilSomebodySaysWhyAndThatIsNoted() {
        var page = program.get("/api/v1/residents?place=b1").body();
        fieldsOf("Resident", page.path("items").get(0));
        assertThat(page.toString()).doesNotContain("赵桂兰", "101").contains("赵**");

        assertThat(program.get("/api/v1/residents/r01").text("field")).isEqualTo("why");
        var whole = program.get("/api/v1/residents/r01?why=visit");
        assertThat(whole.text("name")).isEqualTo("赵桂兰");
        assertThat(whole.text("home")).contains("101");
        assertThat(result(viewings.of(SignedInAs.LM, "r01").collectList()))
                .anyMatch(it -> it.why().equals("visit") && !it.staff().equals("chen"));
        assertThat(program.get("/api/v1/residents/nobody?why=visit").status()).isEqualTo(404);
        assertThat(program.post("/api/v1/residents/find", "{\"text\":\"桂兰\"}")
                        .body()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void aResidentIsVerifiedAndItIsTakenBack() {
        String path = "/api/v1/residents/r03/verification";

        assertThat(program.post(path, "{\"verified\":true}")
                        .body()
                        .path("verified")
                        .asBoolean())
                .isTrue();
        assertThat(program.post(path, "{\"verified\":false}")
                        .body()
                        .path("verified")
                        .asBoolean())
                .isFalse();
        assertThat(program.post(path, "{\"verified\":\"yes\"}").text("field")).isEqualTo("verified");
    }

    @Test
    void somethingIsPutToTheVoteOnceByTheRulesOfTheDesk() {
        String once = UUID.randomUUID().toString();
        String asked = """
            {"question":"楼道刷成白色好不好？","kind":"yes-no","group":"b3","hours":24}""";

        var poll = program.post("/api/v1/polls", once, asked);

        assertThat(poll.status()).as(poll.body().toString()).isEqualTo(201);
        assertThat(program.post("/api/v1/polls", once, asked).body()).isEqualTo(poll.body());
        assertThat(program.get("/api/v1/polls/" + poll.body().path("number").asInt())
                        .body()
                        .path("choices")
                        .size())
                .isEqualTo(3);
        for (var wrong : List.of(
                List.of("\"kind\":\"yes-no\"", "\"kind\":\"one\",\"choices\":[\"好\"]", "choices"),
                List.of("\"group\":\"b3\"", "\"place\":\"b1-1-101\"", "place"),
                List.of("24", "745", "hours"),
                List.of("\"hours\"", "\"voice\":\"everybody\",\"hours\"", "voice"),
                List.of("yes-no", "coin", "kind"))) {
            assertThat(program.post("/api/v1/polls", asked.replace(wrong.get(0), wrong.get(1)))
                            .text("field"))
                    .isEqualTo(wrong.get(2));
        }
    }

    @Test
    void aNoticeIsApprovedByAKeyOfAnotherHandThatHasReadIt() {
        var writer = program(
                "xu", EnumSet.of(Scope.NOTICES_WRITE, Scope.NOTICES_READ, Scope.NOTICES_APPROVE, Scope.KEYS), null);
        var child = new Program(
                web,
                writer.post("/api/v1/keys", "{\"name\":\"子\",\"scopes\":[\"notices-approve\",\"keys\"]}")
                        .text("key"));
        var grandchild = new Program(
                web,
                child.post("/api/v1/keys", "{\"name\":\"孙\",\"scopes\":[\"notices-approve\"]}")
                        .text("key"));
        String id = writer.post("/api/v1/notices", """
            {"kind":"policy","importance":"important","title":"医保窗口搬家","text":"下周一起搬到二楼","audience":"3栋",
             "from":"2026-11-21T09:00:00+08:00","until":"2999-11-22T09:00:00+08:00"}""").text("id");
        writer.post("/api/v1/notices/" + id + "/submit", "");
        var read = program.get("/api/v1/notices/" + id).body();
        String seen = "{\"version\":%d,\"people\":%d}"
                .formatted(read.path("version").asLong(), read.path("people").asLong());
        String path = "/api/v1/notices/" + id;

        assertThat(read.path("state").asString()).isEqualTo("waiting");
        for (var own : List.of(writer, child, grandchild)) {
            assertThat(own.post(path + "/approve", seen).text("reason")).isEqualTo("four-eyes");
        }
        assertThat(program.post(path + "/approve", "{\"version\":1,\"people\":0}")
                        .text("reason"))
                .isIn("changed", "grown");
        assertThat(program.post(path + "/approve", "{}").text("field")).isEqualTo("version");
        assertThat(program.post(path + "/approve", seen).text("state")).isEqualTo("approved");
        assertThat(program.post(path + "/cancel", "").text("state")).isEqualTo("cancelled");
        assertThat(program.post(path + "/refuse", "").type()).isEqualTo("urn:linli:api:refused");
    }

    @Test
    void settingsAreChangedTogetherByWhoeverHasSeenThem() {
        var now = program.get("/api/v1/settings").body();
        fieldsOf("Settings", now);
        fieldsOf("GroupSettings", now.path("groups").get(0));
        fieldsOf("UnitSettings", now.path("units").get(0));
        String change = """
            {"version":%d,"groups":[{"code":"b3","quiet_hours":"21:30-6:30","unit":"environment"}],"units":[{"id":"property","hours":"8:00-18:00"}]}""".formatted(now.path("version").asLong());

        var changed = program.post("/api/v1/settings", change);

        assertThat(changed.status()).as(changed.body().toString()).isEqualTo(200);
        var map = result(communities.map(SignedInAs.LM));
        assertThat(map.group("b3").orElseThrow().quiet()).hasToString("QuietHours[from=21:30, until=06:30]");
        assertThat(map.group("b3").orElseThrow().unit()).isEqualTo("environment");
        assertThat(map.unit("property").orElseThrow().hours()).isNotNull();
        assertThat(about("settings/group/b3")).anyMatch(it -> it.contains("-> ") && it.contains("21:30-06:30"));
        assertThat(program.post("/api/v1/settings", change).type()).isEqualTo("urn:linli:api:stale");
        var undone = program.post(
                "/api/v1/settings", """
            {"version":%d,"groups":[{"code":"b3","quiet_hours":null,"unit":null}],"units":[{"id":"property","hours":null}]}""".formatted(changed.body().path("version").asLong()));
        assertThat(undone.status()).isEqualTo(200);
        assertThat(result(communities.map(SignedInAs.LM))
                        .group("b3")
                        .orElseThrow()
                        .quiet())
                .isNull();
        assertThat(result(communities.map(SignedInAs.LM))
                        .group("b3")
                        .orElseThrow()
                        .unit())
                .isNull();
        assertThat(program.post("/api/v1/settings", "{\"version\":1,\"groups\":[{\"code\":\"b3\",\"unit\":\"x\"}]}")
                        .text("field"))
                .isEqualTo("unit");
        assertThat(program.post(
                                "/api/v1/settings",
                                "{\"version\":1,\"groups\":[{\"code\":\"b3\",\"quiet_hours\":\"soon\"}]}")
                        .text("field"))
                .isEqualTo("quiet_hours");
    }

    @Test
    void theOrderOfWaysIsSetWholeOrNotAtAll() {
        var now = program.get("/api/v1/settings").body();
        var usual = now.path("ways")
                .valueStream()
                .map(it -> "\"" + it.asString() + "\"")
                .toList();
        String turned = String.join(",", usual.reversed());

        var changed = program.post("/api/v1/settings", ordered(now, "[" + turned + "]"));

        assertThat(changed.status()).as(changed.body().toString()).isEqualTo(200);
        assertThat(changed.body().path("ways").get(0).asString())
                .isEqualTo(usual.getLast().replace("\"", ""));
        assertThat(about("settings/ways")).anyMatch(it -> it.startsWith("as usual -> "));
        for (String wrong : List.of("[]", "[\"wechat.pigeon\"]", "[" + usual.getFirst() + "]", "\"wecom.app\"")) {
            assertThat(program.post("/api/v1/settings", ordered(changed.body(), wrong))
                            .text("field"))
                    .as(wrong)
                    .isEqualTo("ways");
        }
        var back = program.post("/api/v1/settings", ordered(changed.body(), "null"))
                .body();
        assertThat(back.path("ways")).isEqualTo(now.path("ways"));
    }

    private static String ordered(JsonNode seen, String ways) {
        return "{\"version\":%d,\"ways\":%s}".formatted(seen.path("version").asLong(), ways);
    }

    @Test
    void howLongWhatIsKeptIsShortenedInTwoSteps() {
        var letters = period("letters");
        fieldsOf("Period", letters);
        int now = letters.path("days").asInt();

        var first = program.post("/api/v1/retention", "{\"kind\":\"letters\",\"days\":%d}".formatted(now - 1));
        assertThat(first.text("reason")).isEqualTo("shortens");
        assertThat(first.text("count")).isNotEmpty();
        assertThat(first.text("detail")).contains("confirmed");
        assertThat(period("letters").path("days").asInt()).isEqualTo(now);
        assertThat(program.post(
                                "/api/v1/retention",
                                "{\"kind\":\"letters\",\"days\":%d,\"confirmed\":%d}".formatted(now - 1, now))
                        .body()
                        .path("days")
                        .asInt())
                .isEqualTo(now - 1);
        assertThat(program.post("/api/v1/retention", "{\"kind\":\"letters\",\"days\":%d}".formatted(now))
                        .status())
                .isEqualTo(200);
        assertThat(program.post("/api/v1/retention", "{\"kind\":\"letters\",\"days\":9999}")
                        .text("field"))
                .isEqualTo("days");
    }

    @Test
    void theTrailIsReadInPages() {
        program.post("/api/v1/staff/nobody/suspend", "");
        var page =
                program.get("/api/v1/audit?what=setting-changed&about=api-key/").body();

        fieldsOf("Entry", page.path("items").get(0));
        assertThat(page.toString()).contains("api-key/").doesNotContain("staff/");
        assertThat(program.get("/api/v1/audit?what=breakfast").text("field")).isEqualTo("what");
        assertThat(program.get("/api/v1/audit?cursor=abc").type()).isEqualTo("urn:linli:api:no-cursor");
    }

    @Test
    void neitherAUnitsKeyNorOneWithoutTheScopeComesIn() {
        var unit = program(EnumSet.allOf(Scope.class), "property");
        var reader = program(EnumSet.of(Scope.CASES_READ), null);
        for (String path :
                List.of("staff", "residents", "webhooks", "keys", "settings", "retention", "audit", "channels")) {
            assertThat(unit.get("/api/v1/" + path).status()).as(path).isEqualTo(403);
            assertThat(reader.get("/api/v1/" + path).status()).as(path).isEqualTo(403);
        }
        assertThat(unit.post("/api/v1/polls", "{}").status()).isEqualTo(403);
        assertThat(reader.post("/api/v1/staff", "{}").status()).isEqualTo(403);
    }

    private JsonNode period(String kind) {
        return program.get("/api/v1/retention")
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private List<String> about(String what) {
        return result(trail.latest(SignedInAs.LM, "SETTING_CHANGED", Long.MAX_VALUE, 50)
                        .collectList())
                .stream()
                .filter(it -> it.about().equals(what))
                .map(it -> it.detail())
                .toList();
    }

    private String kept(String once) {
        return result(
                database.sql("select coalesce(body, '') || coalesce(secret, '') as it from api.calls where key = $1")
                        .bind(0, once)
                        .map(row -> String.valueOf(row.get("it", String.class)))
                        .one());
    }
}
