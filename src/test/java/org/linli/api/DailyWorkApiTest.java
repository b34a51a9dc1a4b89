package org.linli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.result;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.cases.web.SignedInAs;
import org.linli.keys.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;

/// What staff does every day on pages, done by programs.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class DailyWorkApiTest extends WithPrograms {

    private static final String ROUND = """
        {"title":"今年的微实事","place":"b3","budget":50000,"kind":"several","most":3,"voice":"person","rule":"greedy",
         "completion":"none","seed":"lot","supporters":3,"unit":"days","announce":0,"collect":1,"review":1,"vote":1,
         "object":1,"level":"tallies"}""";

    @Autowired
    DatabaseClient database;

    @Test
    void manyCasesArePassedOnTogetherAndStandAgainAsTheyStood() {
        String one = opened("b1");
        String two = opened("b2");
        String once = UUID.randomUUID().toString();
        String both = """
            {"act":"pass-on","unit":"property","words":"请物业看看","cases":[{"number":"%s","version":%d},
             {"number":"%s","version":%d},{"number":"LM-0000-1","version":1}]}""".formatted(one, version(one), two, version(two) + 7);

        var done = program.post("/api/v1/cases/together", once, both);

        assertThat(done.status()).as(done.body().toString()).isEqualTo(200);
        fieldsOf("DoneTogether", done.body());
        assertThat(done.body().path("done").toString()).isEqualTo("[\"" + one + "\"]");
        assertThat(done.body().path("not_done").toString()).contains(two, "stale");
        assertThat(unit(one)).isEqualTo("property");
        assertThat(program.post("/api/v1/cases/together", once, both).body()).isEqualTo(done.body());

        String bulk = "{\"bulk\":\"%s\"}".formatted(done.text("bulk"));
        assertThat(program(EnumSet.allOf(Scope.class), null)
                        .post("/api/v1/cases/together/undo", bulk)
                        .status())
                .as("somebody else's")
                .isEqualTo(404);
        assertThat(program.post("/api/v1/cases/together/undo", bulk)
                        .body()
                        .path("back")
                        .toString())
                .contains(one);
        assertThat(unit(one)).isNotEqualTo("property");
        assertThat(program.post("/api/v1/cases/together", both.replace("pass-on", "resolve"))
                        .text("field"))
                .isEqualTo("act");
        assertThat(program.post("/api/v1/cases/together", "{\"act\":\"close\",\"cases\":[]}")
                        .text("field"))
                .isEqualTo("cases");
    }

    @Test
    void twoCasesBecomeOneAndAreTakenApart() {
        String first = opened("b1");
        String second = opened("b2");

        var merged = program.post("/api/v1/cases/" + second + "/merge", """
            {"version":%d,"other":"%s","words":"同一件"}""".formatted(version(second), first));

        assertThat(merged.text("number")).as(merged.body().toString()).isEqualTo(first);
        assertThat(state(second)).isEqualTo("merged");
        assertThat(program.post("/api/v1/cases/" + second + "/take-apart", "{\"version\":0}")
                        .type())
                .isEqualTo("urn:linli:api:stale");
        assertThat(program.post(
                                "/api/v1/cases/" + second + "/take-apart",
                                "{\"version\":%d}".formatted(version(second)))
                        .status())
                .isEqualTo(200);
        assertThat(state(second)).isNotEqualTo("merged");
        assertThat(program.post(
                                "/api/v1/cases/" + first + "/split",
                                "{\"version\":%d,\"neighbours\":[]}".formatted(version(first)))
                        .text("reason"))
                .isEqualTo("nobody-chosen");
        assertThat(program.get("/api/v1/cases/" + first + "/neighbours").status())
                .isEqualTo(200);
        var stranger = program(EnumSet.of(Scope.CASES_READ, Scope.CASES_WRITE), "grid-2");
        assertThat(stranger.post("/api/v1/cases/" + first + "/merge", "{\"version\":1,\"other\":\"x\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatSomebodyHasInHandIsHandedOver() {
        String number = opened("b1");
        assertThat(program.post("/api/v1/cases/" + number + "/acts", """
                                {"act":"hand-over","staff":"chen","version":%d}""".formatted(version(number)))
                        .status())
                .isEqualTo(200);

        var done = program.post("/api/v1/staff/chen/hand-over", "{\"to\":\"xu\",\"words\":\"休假\"}");

        assertThat(done.status()).as(done.body().toString()).isEqualTo(200);
        assertThat(done.body().path("done").toString()).contains(number);
        assertThat(program.post("/api/v1/staff/chen/hand-over", "{\"to\":\"chen\"}")
                        .text("field"))
                .isEqualTo("to");
        assertThat(program.post("/api/v1/staff/nobody/hand-over", "{\"to\":\"xu\"}")
                        .status())
                .isEqualTo(404);
        assertThat(program.post("/api/v1/cases/" + number + "/acts", """
                                {"act":"promise","version":%d}""".formatted(version(number)))
                        .text("field"))
                .isEqualTo("at");
    }

    @Test
    void whoeverWasDrawnIsCalledBackOnce() {
        String number = opened("b1");
        database.sql("insert into cases.draws (community_id, month, seed, pool, drawn_at) values"
                        + " ('lm', '2020-01', 's', '{}', now()) on conflict do nothing")
                .then()
                .block();
        database.sql("insert into cases.callbacks (community_id, month, number, place, words)"
                        + " values ('lm', '2020-01', $1, 1, '')")
                .bind(0, number)
                .then()
                .block();
        String call = "{\"month\":\"2020-01\",\"number\":\"%s\",\"result\":\"satisfied\",\"words\":\"找13800138000\"}"
                .formatted(number);

        fieldsOf(
                "Callback",
                program.get("/api/v1/callbacks?month=2020-01")
                        .body()
                        .path("items")
                        .get(0));
        assertThat(program.post("/api/v1/callbacks", call).status()).isEqualTo(200);
        assertThat(program.get("/api/v1/callbacks?month=2020-01").body().toString())
                .contains("找")
                .doesNotContain("13800138000");
        assertThat(program.post("/api/v1/callbacks", call.replace(number, "C-no-such"))
                        .text("reason"))
                .isEqualTo("not-drawn-or-reached");
        assertThat(program.post("/api/v1/callbacks", call).text("reason")).isEqualTo("not-drawn-or-reached");
        assertThat(program.post("/api/v1/callbacks", call.replace("satisfied", "happy"))
                        .text("field"))
                .isEqualTo("result");
        assertThat(program.get("/api/v1/callbacks?month=soon").text("field")).isEqualTo("month");
        assertThat(program.get("/api/v1/callbacks?month=1999-01").status()).isEqualTo(404);
        database.sql("delete from cases.callbacks where month = '2020-01'")
                .then()
                .block();
        database.sql("delete from cases.draws where month = '2020-01'").then().block();
    }

    @Test
    void anAudienceIsCountedAndANoticeSaidAgain() {
        assertThat(program.get("/api/v1/notices/audience?line=3栋")
                        .body()
                        .path("people")
                        .asInt())
                .isPositive();
        var few = program.get("/api/v1/notices/audience?line=3栋 且 独居").body();
        assertThat(few.has("people")).as(few.toString()).isFalse();
        assertThat(few.path("fewer_than").asInt()).isEqualTo(5);
        assertThat(program(EnumSet.of(Scope.NOTICES_READ), null)
                        .get("/api/v1/notices/audience?line=3栋")
                        .status())
                .isEqualTo(403);
        var wrong = program.get("/api/v1/notices/audience?line=99栋");
        assertThat(wrong.body().path("understood").asBoolean()).isFalse();
        assertThat(wrong.text("what")).contains("99");
        String draft = """
            {"kind":"policy","title":"图书角开放","text":"周六","audience":"3栋","repeat":"week","repeat_until":"2999-12-01"}""";

        var notice = program.post("/api/v1/notices", draft);

        assertThat(notice.text("repeat")).as(notice.body().toString()).isEqualTo("week");
        assertThat(notice.text("repeat_until")).isEqualTo("2999-12-01");
        assertThat(program.post("/api/v1/notices", draft.replace("2999-12-01", "soon"))
                        .text("field"))
                .isEqualTo("repeat_until");
    }

    @Test
    void aRoundIsDeclaredOnceAndLedByTheRulesOfItsPage() {
        String once = UUID.randomUUID().toString();

        var round = program.post("/api/v1/rounds", once, ROUND);

        assertThat(round.status()).as(round.body().toString()).isEqualTo(201);
        fieldsOf("Round", round.body());
        assertThat(program.post("/api/v1/rounds", once, ROUND).body()).isEqualTo(round.body());
        String path = "/api/v1/rounds/" + round.body().path("number").asInt();
        for (var wrong : List.of(
                List.of("50000", "0", "budget"),
                List.of("greedy", "by-hand", "rule"),
                List.of("\"b3\"", "\"nowhere\"", "place"),
                List.of("days", "years", "unit"))) {
            assertThat(program.post("/api/v1/rounds", ROUND.replace(wrong.get(0), wrong.get(1)))
                            .text("field"))
                    .isEqualTo(wrong.get(2));
        }
        assertThat(program.post(path + "/acts", "{\"act\":\"tell\",\"of\":1,\"words\":\"开工了\"}")
                        .text("reason"))
                .isEqualTo("late");
        assertThat(program.post(path + "/acts", "{\"act\":\"tell\",\"of\":1}").text("field"))
                .isEqualTo("words");
        assertThat(program.post(path + "/acts", "{\"act\":\"dance\"}").text("field"))
                .isEqualTo("act");
        assertThat(program.post(path + "/works", "{\"act\":\"money\",\"of\":1}").status())
                .isEqualTo(404);
        assertThat(program.post(path + "/prizes", "{\"prize\":\"best\",\"reason\":\"x\"}")
                        .text("reason"))
                .isEqualTo("no-prizes-now");
        assertThat(program.post("/api/v1/rounds/999999/acts", "{\"act\":\"end\"}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aProjectsMoneyAndMilestonesAreEntered() {
        var round = program.post("/api/v1/rounds", ROUND).body();
        String id = result(database.sql("select id from polls.rounds where community_id = 'lm' and number = $1")
                .bind(0, round.path("number").asInt())
                .mapValue(String.class)
                .one());
        underWay(id);
        String path = "/api/v1/rounds/" + round.path("number").asInt() + "/works";
        String money = """
            {"act":"money","of":7,"source":"public","yuan":"1200.50","payer":"街道","receipt":"R-1"}""";

        assertThat(program.post(path, money).status()).isEqualTo(200);
        assertThat(result(database.sql("select sum(fen)::bigint from polls.money where round = $1")
                        .bind(0, id)
                        .mapValue(Long.class)
                        .one()))
                .isEqualTo(120_050);
        assertThat(program.post(path, money.replace("public", "moon")).text("field"))
                .isEqualTo("source");
        assertThat(program.post(path, "{\"act\":\"milestone\",\"of\":7,\"title\":\"开工\",\"due\":\"2999-01-01\"}")
                        .status())
                .isEqualTo(200);
        assertThat(program.post(path, "{\"act\":\"reached\",\"of\":7,\"number\":1}")
                        .status())
                .isEqualTo(200);
        assertThat(program.post(path, "{\"act\":\"reached\",\"of\":7,\"number\":9}")
                        .text("field"))
                .isEqualTo("milestone");
    }

    @Test
    void howFarAMilestoneIsIsShownInAPicture() {
        var round = program.post("/api/v1/rounds", ROUND).body();
        underWay(result(database.sql("select id from polls.rounds where community_id = 'lm' and number = $1")
                .bind(0, round.path("number").asInt())
                .mapValue(String.class)
                .one()));
        String path = "/api/v1/rounds/" + round.path("number").asInt() + "/works";
        program.post(path, "{\"act\":\"milestone\",\"of\":7,\"title\":\"开工\",\"due\":\"2999-01-01\"}");
        String shown = "{\"act\":\"picture\",\"of\":7,\"number\":1,\"picture\":\"%s\"}".formatted(base64(png()));

        assertThat(program.post(path, shown).status()).isEqualTo(200);
        assertThat(program.post(path, shown).status()).as("kept once").isEqualTo(200);

        var milestone = program.get(path).body().path("milestones").get(0);
        fieldsOf("MilestoneLine", milestone);
        assertThat(milestone.path("pictures").size()).isEqualTo(1);
        web.get()
                .uri(milestone.path("pictures").get(0).asString())
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(program.post(path, shown.replace("\"number\":1", "\"number\":9"))
                        .text("field"))
                .isEqualTo("milestone");
        assertThat(program.post(path, "{\"act\":\"picture\",\"of\":7,\"number\":1}")
                        .text("field"))
                .isEqualTo("picture");
        assertThat(program.post(path, "{\"act\":\"picture\",\"of\":7,\"number\":1,\"picture\":\"AAAA\"}")
                        .text("reason"))
                .isEqualTo("picture-type");
        assertThat(program.post(path, shown.replace("\"act\":\"picture\"", "\"act\":\"reached\""))
                        .text("field"))
                .isEqualTo("picture");
    }

    @Test
    void whatWasNotUnderstoodIsTaughtAndTakenBack() {
        String key = "api-" + UUID.randomUUID();
        database.sql("""
            insert into teaching.lessons (community_id, key, person, words, in_group, guess, confidence, cause, noticed_at)
            values ('lm', $1, 'p', '灯又不亮了', false, 'chatter', 0.4, 'MISSED', now())""").bind(0, key).then().block();
        String these = "{\"keys\":[\"%s\"],\"label\":\"report.noise\"}".formatted(key);

        var waiting = program.get("/api/v1/teaching").body().path("items");
        fieldsOf("Lesson", waiting.get(0));
        assertThat(waiting.toString()).contains(key);
        var taught = program.post("/api/v1/teaching/label", these);
        assertThat(taught.body().path("count").asInt())
                .as(taught.body().toString())
                .isEqualTo(1);
        assertThat(program.get("/api/v1/teaching").body().toString()).doesNotContain(key);
        assertThat(program.post("/api/v1/teaching/undo", "{\"act\":\"%s\"}".formatted(taught.text("act")))
                        .body()
                        .path("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(program.post("/api/v1/teaching/dismiss", these)
                        .body()
                        .path("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(program.post("/api/v1/teaching/label", "{\"label\":\"x\"}").text("field"))
                .isEqualTo("keys");
        assertThat(program.post("/api/v1/teaching/label", these.replace("report.noise", "report.moon"))
                        .text("field"))
                .isEqualTo("label");
    }

    @Test
    void aPageOfMessagesWaitsToBeTaught() {
        String words = "楼道的灯又灭了" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        var pasted = program.post(
                "/api/v1/teaching/paste", "{\"lines\":[\"%s\",\"%s\"],\"in_group\":true}".formatted(words, words));

        assertThat(pasted.body().path("count").asInt())
                .as(pasted.body().toString())
                .isEqualTo(1);
        var waiting = program.get("/api/v1/teaching").body().path("items");
        assertThat(waiting.toString()).contains(words, "pasted");
        assertThat(program.post("/api/v1/teaching/paste", "{\"lines\":[]}").text("field"))
                .isEqualTo("lines");
    }

    @Test
    void whatAPlaceIsCalledIsTaughtAndForgotten() {
        String name = "老槐树" + (char) ('甲' + (int) (Math.random() * 9));
        String named = "{\"place\":\"s1\",\"name\":\"%s\"}".formatted(name);

        assertThat(program.post("/api/v1/teaching/names", named).status()).isEqualTo(201);
        fieldsOf(
                "TaughtName",
                program.get("/api/v1/teaching/names").body().path("items").get(0));
        assertThat(result(communities.map(SignedInAs.LM))
                        .place("s1")
                        .orElseThrow()
                        .aliases())
                .contains(name);
        assertThat(program.post("/api/v1/teaching/names", named).text("reason")).isEqualTo("known");
        assertThat(program.post("/api/v1/teaching/names", named.replace("s1", "b3-2-501"))
                        .text("field"))
                .isEqualTo("place");
        assertThat(program.post("/api/v1/teaching/names/forget", named).status())
                .isEqualTo(200);
        assertThat(program.post("/api/v1/teaching/names/forget", named).status())
                .isEqualTo(404);
    }

    @Test
    void aLetterThatDidNotArriveIsSentAgainAndNobodyIsNamed() {
        String key = "api-" + UUID.randomUUID();
        database.sql("""
            insert into outbox.letters (community_id, key, address, template, facts, state, created_at)
            values ('lm', $1, 'webchat:lm:person:secret-person', 'case-opened', '{}', 'failed', now())""").bind(0, key).then().block();

        var page = program.get("/api/v1/letters").body();

        fieldsOf("Letter", page.path("items").get(0));
        assertThat(page.toString()).contains(key).doesNotContain("secret-person");
        String again = "{\"key\":\"%s\"}".formatted(key);
        assertThat(program.post("/api/v1/letters/retry", again).status()).isEqualTo(200);
        assertThat(program.post("/api/v1/letters/retry", again).status()).isEqualTo(404);
        database.sql("delete from outbox.letters where key = $1")
                .bind(0, key)
                .then()
                .block();
    }

    @Test
    void theCommunitysFileIsComparedAndThenTaken() {
        String spot = "s" + UUID.randomUUID().toString().substring(0, 8);
        String yaml = "community: {id: lm}\\nplaces:\\n  - {id: %s, kind: spot, name: 新凉亭}\\n".formatted(spot);

        var review = program.post("/api/v1/community/review", "{\"yaml\":\"%s\"}".formatted(yaml));

        fieldsOf("CommunityReview", review.body());
        assertThat(review.body().path("differences").toString()).contains(spot);
        assertThat(result(communities.map(SignedInAs.LM)).place(spot)).isEmpty();
        String draft = "{\"draft\":\"%s\"}".formatted(review.text("draft"));
        assertThat(program.post("/api/v1/community/import", draft).status()).isEqualTo(200);
        assertThat(result(communities.map(SignedInAs.LM)).place(spot)).isPresent();
        assertThat(program.post("/api/v1/community/import", draft).status()).isEqualTo(404);
        var wrong =
                program.post("/api/v1/community/review", "{\"yaml\":\"%s\"}".formatted(yaml.replace("spot", "moon")));
        assertThat(wrong.body().at("/problems/0/line").asInt())
                .as(wrong.body().toString())
                .isEqualTo(3);
        assertThat(program.post("/api/v1/community/review", "{\"yaml\":\"%s\"}".formatted(yaml.replace("lm}", "hq}")))
                        .text("reason"))
                .isEqualTo("other-community");
    }

    @Test
    void theCommunitysSpreadsheetIsComparedAndTakenToo() throws IOException {
        String spot = "s" + UUID.randomUUID().toString().substring(0, 8);
        String sheet = "{\"file\":\"%s\"}".formatted(base64(spreadsheet(spot, "spot")));

        var review = program.post("/api/v1/community/review", sheet);

        assertThat(review.body().path("differences").toString()).contains(spot);
        assertThat(program.post("/api/v1/community/import", "{\"draft\":\"%s\"}".formatted(review.text("draft")))
                        .status())
                .isEqualTo(200);
        assertThat(result(communities.map(SignedInAs.LM)).place(spot)).isPresent();
        var wrong = program.post(
                "/api/v1/community/review", "{\"file\":\"%s\"}".formatted(base64(spreadsheet(spot, "moon"))));
        assertThat(wrong.body().at("/problems/0/line").asInt())
                .as(wrong.body().toString())
                .isEqualTo(2);
        assertThat(wrong.body().at("/problems/0/sheet").asString()).isEqualTo("地点");
        assertThat(program.post("/api/v1/community/review", "{\"file\":\"AAAA\"}")
                        .body()
                        .path("problems")
                        .size())
                .isEqualTo(1);
        assertThat(program.post("/api/v1/community/review", "{\"file\":\"!!\"}").text("field"))
                .isEqualTo("file");
        assertThat(program.post("/api/v1/community/review", sheet.replace("{", "{\"yaml\":\"community: {id: lm}\","))
                        .text("field"))
                .as("one of both")
                .isEqualTo("yaml");
        assertThat(program.post("/api/v1/community/review", "{}").text("field")).isEqualTo("yaml");
    }

    private static byte[] spreadsheet(String spot, String kind) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "linli", "1.0")) {
            row(workbook.newWorksheet("社区"), "编号", "lm");
            row(workbook.newWorksheet("地点"), "编号", spot, "类型", kind, "名称", "新凉亭");
        }
        return bytes.toByteArray();
    }

    /// @param cells a column's head, and what is below it
    private static void row(Worksheet sheet, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            sheet.value(i % 2, i / 2, cells[i]);
        }
    }

    @Test
    void aFileWithPeopleNeedsTheScopesOfPeople() {
        String head = "community: {id: lm}\\n";
        String spot = head + "places:\\n  - {id: s-few, kind: spot, name: 新凉亭}\\n";
        String staff = head + "staff:\\n  - {id: chen, name: 陈社工, role: admin, unit: desk}\\n";
        String residents = head + "residents:\\n  - {id: r-few, name: 李四, home: b3-2-501}\\n";
        var settings = program(EnumSet.of(Scope.SETTINGS_WRITE), null);
        var withStaff = program(EnumSet.of(Scope.SETTINGS_WRITE, Scope.STAFF_WRITE), null);
        var withResidents = program(EnumSet.of(Scope.SETTINGS_WRITE, Scope.RESIDENTS_WRITE), null);

        assertThat(review(settings, spot).status()).isEqualTo(200);
        assertThat(review(settings, staff).type()).isEqualTo("urn:linli:api:scope-missing");
        assertThat(review(settings, residents).status()).isEqualTo(403);
        assertThat(review(withStaff, residents).status()).isEqualTo(403);
        assertThat(review(withResidents, staff).status()).isEqualTo(403);
        for (var allowed : List.of(review(withStaff, staff), review(withResidents, residents))) {
            assertThat(allowed.text("draft")).as(allowed.body().toString()).isNotEmpty();
            String draft = "{\"draft\":\"%s\"}".formatted(allowed.text("draft"));
            assertThat(settings.post("/api/v1/community/import", draft).status())
                    .isEqualTo(403);
        }
    }

    @Test
    void aLongFileIsReadButNoneThatIsTooLongAndWhatIsAnsweredIsKeptSealed() {
        String head = "community: {id: lm}\\nplaces:\\n  - {id: s-long, kind: spot, name: 新凉亭}\\n# ";
        String once = UUID.randomUUID().toString();
        String body = "{\"yaml\":\"%s\"}".formatted(head + "x".repeat(1_000_000));

        var first = program.post("/api/v1/community/review", once, body);

        assertThat(first.text("draft")).as(first.body().toString()).isNotEmpty();
        assertThat(program.post("/api/v1/community/review", once, body).body()).isEqualTo(first.body());
        assertThat(result(database.sql(
                                "select body is null and secret is not null as sealed from api.calls where key = $1")
                        .bind(0, once)
                        .mapValue(Boolean.class)
                        .one()))
                .isTrue();
        assertThat(review(program, head + "x".repeat(4 * 1024 * 1024)).text("field"))
                .isEqualTo("yaml");
        assertThat(review(program, head + "x".repeat(8 * 1024 * 1024)).type()).isEqualTo("urn:linli:api:too-long");
    }

    private static Program.Said review(Program by, String yaml) {
        return by.post("/api/v1/community/review", "{\"yaml\":\"%s\"}".formatted(yaml));
    }

    @Test
    void whatIsNoJsonIsReadOnlyForWhoMayCall() {
        var stranger = new Program(web, "lk_lm.nobody");

        assertThat(stranger.post("/api/v1/rounds/1/acts", "no json").status()).isEqualTo(401);
        assertThat(program.post("/api/v1/rounds/1/acts", "no json").status()).isEqualTo(400);
    }

    @Test
    void whoIsCalledByOpen311AndWhoPushesOrdersIsSetUp() {
        assertThat(program.post("/api/v1/open311/open", "{\"open\":true}").status())
                .isEqualTo(200);
        assertThat(program.post("/api/v1/open311/open", "{}").text("field")).isEqualTo("open");
        var made = program.post("/api/v1/open311/hooks", "{\"url\":\"https://example.org/here\"}");
        assertThat(made.text("secret")).as(made.body().toString()).startsWith("whsec_");
        assertThat(program.post("/api/v1/open311/hooks", "{\"url\":\"http://example.org\"}")
                        .text("field"))
                .isEqualTo("url");
        var hook = program.get("/api/v1/open311/hooks").body().path("items").get(0);
        fieldsOf("Hook", hook);
        String path = "/api/v1/open311/hooks/" + hook.path("id").asString();
        assertThat(program.post(path + "/stop", "").text("stopped_why")).isNotEmpty();
        assertThat(program.post(path + "/resume", "").body().path("stopped_at").isNull())
                .isTrue();

        var sender = program.post("/api/v1/hotline/senders", "{\"city\":\"shanghai\"}");
        assertThat(sender.text("secret")).as(sender.body().toString()).isNotEmpty();
        fieldsOf(
                "Sender",
                program.get("/api/v1/hotline/senders").body().path("items").get(0));
        String revoke = "/api/v1/hotline/senders/" + sender.text("id") + "/revoke";
        assertThat(program.post(revoke, "").status()).isEqualTo(200);
        assertThat(program.post(revoke, "").status()).isEqualTo(404);
    }

    @Test
    void aWorkOrderMeetsItsCase() {
        String number = opened("b1");
        String order = "o-" + UUID.randomUUID();
        database.sql("""
            insert into hotline.orders (community_id, number, words, place, caller, phone, category, received_at, taken_at, taken_by)
            values ('lm', $1, '楼上吵', '1栋', '', '', 'noise', now(), now(), 's')""").bind(0, order).then().block();
        String confirm = "{\"act\":\"confirm\",\"order\":\"%s\",\"case\":\"%s\"}".formatted(order, number);

        String reject = confirm.replace("confirm", "reject");
        for (String nowhere : List.of(reject.replace(number, "C-no-such"), reject.replace(order, "o-no-such"))) {
            assertThat(program.post("/api/v1/hotline/acts", nowhere).status()).isEqualTo(404);
        }
        assertThat(program.post("/api/v1/hotline/acts", reject).status()).isEqualTo(200);
        assertThat(program.post("/api/v1/hotline/acts", confirm).text("case")).isEqualTo(number);
        assertThat(program.post("/api/v1/hotline/acts", confirm).status()).isEqualTo(404);
        assertThat(program.post("/api/v1/hotline/acts", confirm.replace("confirm", "eat"))
                        .text("field"))
                .isEqualTo("act");
        database.sql("delete from hotline.rejected where number = $1")
                .bind(0, order)
                .then()
                .block();
        database.sql("delete from hotline.orders where number = $1")
                .bind(0, order)
                .then()
                .block();
    }

    @Test
    void anActivitysPlacesAreANumber() {
        String id = program.post("/api/v1/notices", """
            {"kind":"policy","title":"图书角开放","text":"周六","audience":"3栋"}""").text("id");

        assertThat(program.post("/api/v1/notices/" + id + "/places", "{\"places\":-1}")
                        .text("field"))
                .isEqualTo("places");
        assertThat(program.post("/api/v1/notices/" + id + "/places", "{\"places\":9}")
                        .status())
                .as("nobody can sign up")
                .isEqualTo(404);
    }

    @Test
    void aUnitsKeyDoesNothingOfTheWholeCommunity() {
        var unit = program(EnumSet.allOf(Scope.class), "property");
        for (String path : List.of(
                "teaching",
                "teaching/names",
                "callbacks?month=2020-01",
                "notices/audience?line=x",
                "letters",
                "open311/hooks")) {
            assertThat(unit.get("/api/v1/" + path).status()).as(path).isEqualTo(403);
        }
        assertThat(unit.post("/api/v1/rounds", ROUND).status()).isEqualTo(403);
        assertThat(unit.post("/api/v1/staff/chen/hand-over", "{\"to\":\"xu\"}").status())
                .isEqualTo(403);
    }

    /// As if it had won.
    private void underWay(String round) {
        database.sql("""
            insert into polls.proposals (community_id, round, number, title, words, place, proposer, told_at, send,
              proposed_at, state, reason, cost, unit, version)
            select 'lm', $1, 7, '装长椅', '在3栋前', 'b3', 'webchat:lm:person:p', 'webchat:lm:person:p', $1 || '-7', now(),
              'HANDED_OVER', '', 1000, 'property', 1""").bind(0, round).then().block();
    }

    private String opened(String place) {
        return program.post("/api/v1/cases", """
            {"label":"report.noise","place":"%s","words":"楼上一直吵","way":"telephone","phone":"139%08d"}""".formatted(place, (int) (Math.random() * 99_999_999)))
                .text("number");
    }

    private long version(String number) {
        return program.get("/api/v1/cases/" + number).body().path("version").asLong();
    }

    private String unit(String number) {
        return program.get("/api/v1/cases/" + number).body().at("/unit/id").asString();
    }

    private String state(String number) {
        return program.get("/api/v1/cases/" + number).body().at("/state/id").asString();
    }
}
