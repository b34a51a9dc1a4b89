package org.linli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.LinliTest;
import org.linli.audit.Trail;
import org.linli.cases.Neighbour;
import org.linli.cases.PictureKept;
import org.linli.cases.Report;
import org.linli.cases.ReportCase;
import org.linli.cases.web.SignedInAs;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.keys.Scope;
import org.linli.platform.database.Effects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/// What pages of the desk show, read by programs; and lists read page by page.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class ReadingApiTest extends WithPrograms {

    private static final byte[] BYTES = {1, 2, 3};

    private static final String ROUND = """
            {"title":"今年的微实事","place":"b3","budget":50000,"kind":"several","most":3,"voice":"person","rule":"greedy",
             "completion":"none","seed":"lot","supporters":3,"unit":"days","announce":0,"collect":1,"review":1,"vote":1,
             "object":1,"level":"tallies"}""";

    @Autowired
    ReportCase reportCase;

    @Autowired
    Clock clock;

    @Autowired
    Trail trail;

    @Autowired
    Effects effects;

    @Autowired
    DatabaseClient database;

    @Test
    void whatIsEnclosedComesBackAsItWas() {
        String notice = notice();
        String id = UUID.randomUUID().toString();
        run("""
            insert into notices.enclosures (community_id, notice, id, name, type, bytes)
            values ('lm', '%s', '%s', '通知.pdf', 'application/pdf', '\\x010203')""".formatted(notice, id));

        var read = program.get("/api/v1/notices/" + notice + "/enclosed/" + id);

        assertThat(read.status()).as(read.body().toString()).isEqualTo(200);
        fieldsOf("EnclosedWhole", read.body());
        assertThat(read.text("name")).isEqualTo("通知.pdf");
        assertThat(bytes(read.body())).isEqualTo(BYTES);
        assertThat(program.get("/api/v1/notices/" + notice() + "/enclosed/" + id)
                        .status())
                .as("of another notice")
                .isEqualTo(404);
    }

    @Test
    void picturesOfACaseAreReadByWhoeverSeesItAndMayLook() {
        var kept = new PictureKept(SignedInAs.LM, UUID.randomUUID(), "image/png", BYTES);
        completed(effects.commit(List.of(kept)));
        String number = reported(List.of(kept.id().toString()));
        String all = "/api/v1/cases/" + number + "/media";

        assertThat(items(program.get(all).body()).toString()).contains(kept.id().toString());
        var one = program.get(all + "/" + kept.id());
        fieldsOf("Picture", one.body());
        assertThat(bytes(one.body())).isEqualTo(BYTES);
        assertThat(program.get("/api/v1/cases/" + reported(List.of()) + "/media/" + kept.id())
                        .status())
                .as("of another case")
                .isEqualTo(404);
        for (String path : List.of(all, all + "/" + kept.id())) {
            assertThat(without(Scope.CASES_MEDIA).get(path).status()).isEqualTo(403);
            assertThat(program(EnumSet.allOf(Scope.class), "property").get(path).status())
                    .as("a unit that has no part in it")
                    .isEqualTo(404);
        }
    }

    @Test
    void whoOwnsWhatIsReadWithoutNames() {
        run("delete from polls.parcels");
        run("""
            insert into polls.parcels (community_id, room, area, owner, names)
            select 'lm', 'room-' || lpad(n::text, 4, '0'), 9050, 'owner-' || n, concat_ws(chr(10), '王芳', '李强')
            from generate_series(1, 250) n""");
        run("insert into polls.parcels values ('hq', 'room-0000', 1, 'x', '包大人')");

        var first = program.get("/api/v1/owners/parcels").body();

        fieldsOf("Parcel", items(first).getFirst());
        assertThat(items(first).getFirst().path("area").asString()).isEqualTo("90.50");
        assertThat(items(first).getFirst().path("people").asInt()).isEqualTo(2);
        assertThat(first.toString()).doesNotContain("王芳", "room-0000");
        assertThat(walked("/api/v1/owners/parcels?", "home")).hasSize(250).isSorted();
        run("delete from polls.parcels");
    }

    @Test
    void beforeSomebodysFileItIsSaidWhatIsKept() {
        var kept = program.get("/api/v1/residents/r01/kept").body();

        fieldsOf("KeptTable", items(kept).getFirst());
        assertThat(items(kept)).anySatisfy(it -> {
            assertThat(it.path("table").asString()).isEqualTo("community.residents");
            assertThat(it.path("rows").asInt()).isEqualTo(1);
        });
        assertThat(kept.toString()).doesNotContain("赵桂兰");
        assertThat(program.get("/api/v1/residents/nobody/kept").status()).isEqualTo(404);
    }

    @Test
    void ordersOfTheHotlineAreReadWithoutWhoCalled() {
        run("delete from hotline.orders");
        run("""
            insert into hotline.orders (community_id, number, words, place, caller, phone, category, received_at, taken_at, taken_by)
            select 'lm', 'o-' || n, '树枝断了，打13812345678', '1栋', '', '', 'trees', now(), now(), 's'
            from generate_series(1, 45) n""");
        run("update hotline.orders set case_number = 'LM-1' where number = 'o-1'");

        var first = program.get("/api/v1/hotline/orders").body();

        fieldsOf("HotlineOrder", items(first).getFirst());
        assertThat(first.toString()).contains("树枝断了").doesNotContain("13812345678", "phone", "caller");
        assertThat(walked("/api/v1/hotline/orders?", "number")).hasSize(44).doesNotContain("o-1");
        assertThat(walked("/api/v1/hotline/orders?settled=true&", "number")).hasSize(45);
        run("delete from hotline.orders");
    }

    @Test
    void whoSignedUpIsReadAndThatIsNoted() {
        String notice = notice();
        run("update notices.notices set invites = 'PERSON', places = 1 where id = '%s'".formatted(notice));
        run("insert into notices.activities (community_id, notice, number) values ('lm', '%s', 4711)"
                .formatted(notice));
        run("""
            insert into notices.signed_up (community_id, notice, who, resident, name, home, address, people, state, at)
            values ('lm', '%1$s', 'resident:r02', 'r02', '后来的', '', 'webchat:demo:person:b', 1, 'WAITS', now()),
              ('lm', '%1$s', 'resident:r01', 'r01', '赵桂兰', 'b3', 'webchat:demo:person:a', 2, 'COMES', now())""".formatted(notice));

        var read = program.get("/api/v1/notices/" + notice + "/signed-up").body();

        fieldsOf("SignedUpPage", read);
        fieldsOf("SignedUp", items(read).getFirst());
        assertThat(items(read).stream().map(it -> it.path("name").asString())).containsExactly("赵桂兰", "后来的");
        assertThat(noted("LOOKED")).contains(notice);
        assertThat(program.get("/api/v1/notices/" + notice() + "/signed-up").status())
                .as("one that invites to nothing")
                .isEqualTo(404);
    }

    @Test
    void theCommunityAndTheTrailAreTakenAwayAndThatIsNoted() {
        assertThat(text(program, "/api/v1/community/file"))
                .contains("case-prefix", "chen")
                .doesNotContain("赵桂兰");
        assertThat(noted("EXPORTED")).contains("community");
        assertThat(text(program, "/api/v1/audit/file").lines()).allMatch(it -> it.startsWith("{") && it.endsWith("}"));
        assertThat(noted("EXPORTED")).contains("audit");
        for (Scope scope : List.of(Scope.SETTINGS_READ, Scope.STAFF_READ)) {
            assertThat(without(scope).get("/api/v1/community/file").status())
                    .as(scope.word())
                    .isEqualTo(403);
        }
    }

    @Test
    void theTrailIsProvedAsOnItsPage() {
        program.post("/api/v1/settings", "{}");

        var proof = program.get("/api/v1/audit/proof");

        assertThat(proof.status()).as(proof.body().toString()).isEqualTo(200);
        fieldsOf("AuditProof", proof.body());
        var verdict = result(trail.verify(SignedInAs.LM));
        assertThat(proof.body().path("sound").asBoolean()).isEqualTo(verdict.isSound());
        assertThat(proof.text("head")).isEqualTo(verdict.head());
    }

    @Test
    void whatWasDrawnFromIsReadWithItsSeed() {
        run("delete from cases.draws where month = '2020-01'");
        run("""
            insert into cases.draws (community_id, month, seed, pool, drawn_at)
            select 'lm', '2020-01', 'seed-of-it', array_agg('LM-2020-' || n order by n), now()
            from generate_series(100, 349) n""");

        assertThat(program.get("/api/v1/callbacks/2020-01/pool").text("seed")).isEqualTo("seed-of-it");
        var first = program.get("/api/v1/callbacks/2020-01/pool").body();
        var second = program.get(
                "/api/v1/callbacks/2020-01/pool?cursor=" + first.path("next").asString());
        assertThat(items(first)).hasSize(200);
        assertThat(items(second.body())).hasSize(50);
        assertThat(program.get("/api/v1/callbacks/2019-01/pool").status()).isEqualTo(404);
        assertThat(program.get("/api/v1/callbacks/never/pool").text("field")).isEqualTo("month");
        run("delete from cases.draws where month = '2020-01'");
    }

    @Test
    void moneyMilestonesAndPrizesOfARoundAreRead() {
        var declared = program.post("/api/v1/rounds", ROUND);
        assertThat(declared.status()).as(declared.body().toString()).isEqualTo(201);
        int round = declared.body().path("number").asInt();
        run("""
            insert into polls.money (community_id, round, proposal, source, fen, payer, receipt, by_name, at)
            select 'lm', id, 1, 'PUBLIC', 120050, '街道，电话13812345678', 'N1', 'chen', now()
            from polls.rounds where community_id = 'lm' and number = %d""".formatted(round));
        run("""
            insert into polls.milestones (community_id, round, proposal, number, title, due_on)
            select 'lm', id, 1, 1, '开工', '2026-01-02'
            from polls.rounds where community_id = 'lm' and number = %d""".formatted(round));
        var works = program.get("/api/v1/rounds/" + round + "/works").body();
        fieldsOf("Works", works);
        fieldsOf("PaymentLine", works.path("payments").get(0));
        fieldsOf("MilestoneLine", works.path("milestones").get(0));
        assertThat(works.toString()).contains("1,200.50", "2026-01-02").doesNotContain("13812345678");
        assertThat(items(program.get("/api/v1/rounds/" + round + "/prizes").body()))
                .isEmpty();
        for (String what : List.of("works", "prizes")) {
            assertThat(program.get("/api/v1/rounds/999999/" + what).status()).isEqualTo(404);
        }
    }

    @Test
    void whatHappenedToALetterIsRead() {
        run("""
            insert into outbox.history (community_id, key, at, step, detail) values ('lm', 'k-read', now(), 'failed', 'THROTTLED')""");

        var steps = program.get("/api/v1/letters/history?key=k-read").body();

        fieldsOf("LetterStep", items(steps).getFirst());
        assertThat(items(steps).getFirst().path("detail").asString()).isEqualTo("THROTTLED");
        assertThat(items(program.get("/api/v1/letters/history?key=other").body()))
                .isEmpty();
    }

    @Test
    void whatIsSwitchedOnIsSaid() {
        for (String path : List.of("/api/v1/open/switch", "/api/v1/open311/open")) {
            assertThat(program.get(path).body().path("open").isBoolean())
                    .as(path)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NOTICES_READ, /api/v1/notices/x/enclosed/y",
        "RESIDENTS_READ, /api/v1/notices/x/signed-up",
        "RESIDENTS_READ, /api/v1/owners/parcels",
        "RIGHTS, /api/v1/residents/r01/kept",
        "POLLS_READ, /api/v1/rounds/1/works",
        "POLLS_READ, /api/v1/rounds/1/prizes",
        "CASES_READ, /api/v1/callbacks/2026-10/pool",
        "LETTERS, /api/v1/letters/history",
        "OPEN_LIST, /api/v1/open/x/pictures/y/shown",
        "CASES_READ, /api/v1/hotline/orders",
        "CASES_READ, /api/v1/hotline/file",
        "AUDIT_READ, /api/v1/audit/file",
        "AUDIT_READ, /api/v1/audit/proof",
        "SETTINGS_READ, /api/v1/community/file",
        "OPEN_LIST, /api/v1/open/switch",
        "SETTINGS_READ, /api/v1/open311/open"
    })
    void whoseKeyDoesNotOpenItReadsNothing(Scope scope, String path) {
        assertThat(without(scope).get(path).status()).isEqualTo(403);
        assertThat(program(EnumSet.allOf(Scope.class), "property").get(path).status())
                .as("a unit's")
                .isEqualTo(403);
    }

    /// Many of one moment, so that only their ids tell them apart.
    @Test
    void erasuresAreReadPageByPage() {
        run("delete from rights.erasures");
        run("""
            insert into rights.erasures
              select (jsonb_populate_record(null::rights.erasures, jsonb_build_object('community_id', 'lm',
                'id', 'e' || n, 'asked_by', 'chen', 'reason', 'x', 'asked_at', '2026-01-02T03:04:05.678901Z',
                'not_before', now(), 'tries', 0, 'waiting', array[]::text[], 'done_at', now()))).*
              from generate_series(1, 120) n""");

        assertThat(walked("/api/v1/rights/erasures?", "id")).hasSize(120).doesNotHaveDuplicates();
        run("delete from rights.erasures");
    }

    @Test
    void whistlesAreReadPageByPage() {
        run("delete from whistles.whistles");
        run("""
            insert into whistles.whistles (community_id, id, number, unit, reason, called_by, called_at, report_by, state,
              reporter, refusals, stars, verdict, version)
            select 'lm', 'w' || n, 'LM-' || n, 'property', 'x', 'chen', now(), '2026-01-02T03:04:05.678901Z'::timestamptz,
              'CALLED', '', 0, 0, '', 1 from generate_series(1, 120) n""");

        assertThat(walked("/api/v1/whistles?", "id")).hasSize(120).doesNotHaveDuplicates();
        run("delete from whistles.whistles");
    }

    @Test
    void keysAndOthersAreReadPageByPage() {
        run("""
            insert into keys.keys select (jsonb_populate_record(k, jsonb_build_object('id', k.id || '-' || n, 'hash', k.hash || n,
                'revoked_at', now()))).* from keys.keys k, generate_series(1, 220) n
              where k.community_id = 'lm' and k.id = (select min(id) from keys.keys where community_id = 'lm')""");

        try {
            assertThat(walked("/api/v1/keys?", "id")).hasSizeGreaterThan(220).doesNotHaveDuplicates();
        } finally {
            run("delete from keys.keys where id ~ '-[0-9]+$'");
        }
        for (String path : List.of(
                "absences",
                "callbacks?month=2026-10",
                "groups/confirmations",
                "hotline/senders",
                "open311/hooks",
                "places",
                "polls",
                "rounds",
                "staff",
                "teaching",
                "teaching/names",
                "units",
                "webhooks",
                "whistles",
                "rights/erasures")) {
            String wrong = "/api/v1/" + path + (path.contains("?") ? "&" : "?") + "cursor=_w";
            var said = program.get(wrong);
            assertThat(said.status()).as(path).isEqualTo(path.startsWith("callbacks") ? 404 : 400);
        }
    }

    @Test
    void votesAreReadPageByPage() {
        var made = program.post("/api/v1/polls", """
            {"question":"活动室晚上开到九点，好不好？","kind":"yes-no","place":"b1","hours":2}""");
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        int number = made.body().path("number").asInt();
        run("""
            insert into polls.polls select (jsonb_populate_record(p, jsonb_build_object('id', p.id || '-' || n,
                'number', 5000 + n, 'is_open', false))).* from polls.polls p, generate_series(1, 120) n
              where p.community_id = 'lm' and p.number = %d""".formatted(number));
        run("""
            insert into polls.choices select (jsonb_populate_record(c, jsonb_build_object('poll', c.poll || '-' || n))).*
              from polls.choices c join polls.polls p on p.id = c.poll, generate_series(1, 120) n
              where p.community_id = 'lm' and p.number = %d""".formatted(number));
        try {
            assertThat(walked("/api/v1/polls?", "number"))
                    .hasSizeGreaterThan(120)
                    .doesNotHaveDuplicates();
        } finally {
            run(
                    "delete from polls.choices where poll in (select id from polls.polls where number between 5001 and 5120)");
            run("delete from polls.polls where number between 5001 and 5120");
        }
    }

    private List<String> walked(String path, String field) {
        var all = new ArrayList<String>();
        String cursor = "";
        do {
            var page = program.get(path + "cursor=" + cursor).body();
            items(page).forEach(it -> all.add(it.path(field).asString()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        return all;
    }

    private String notice() {
        return program.post("/api/v1/notices", """
            {"kind":"policy","title":"图书角开放","text":"周六","audience":"3栋"}""").text("id");
    }

    /// A case of its own: those of one spot become one.
    private String reported(List<String> pictures) {
        run("update cases.cases set spot = number where label = 'report.greening'");
        var report = new Report(
                SignedInAs.LM,
                UUID.randomUUID().toString(),
                "report.greening",
                result(communities.map(SignedInAs.LM)).place("b4").orElseThrow(),
                "",
                "树枝断了 " + UUID.randomUUID(),
                pictures,
                new Neighbour(
                        null,
                        Address.person(
                                new ChannelId("webchat"),
                                "demo",
                                UUID.randomUUID().toString()),
                        null,
                        null),
                clock.instant());
        var answer = result(reportCase.report(report));
        completed(effects.commit(answer.effects()));
        return Objects.requireNonNull(answer.facts().get("number"));
    }

    private List<String> noted(String what) {
        return result(trail.latest(SignedInAs.LM, what, Long.MAX_VALUE, 50).collectList()).stream()
                .map(it -> it.about())
                .toList();
    }

    private String text(Program by, String path) {
        return Objects.requireNonNull(web.get()
                .uri(path)
                .header("Authorization", "Bearer " + by.key())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private void run(String sql) {
        completed(database.sql(sql).then());
    }

    private static List<JsonNode> items(JsonNode page) {
        return page.path("items").valueStream().toList();
    }

    private static byte[] bytes(JsonNode it) {
        return Base64.getDecoder().decode(it.path("base64").asString());
    }
}
