package org.linli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.result;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.cases.web.SignedInAs;
import org.linli.community.Communities;
import org.linli.community.StaffMember;
import org.linli.keys.ApiKeys;
import org.linli.keys.Scope;
import org.linli.polls.Electorate;
import org.linli.polls.OpenPoll;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.ballots.Choice;
import org.linli.polls.ballots.Paper;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class ApiTest {

    private static final Set<Scope> ALL = EnumSet.allOf(Scope.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private record Said(int status, JsonNode body) {

        String type() {
            return body.path("type").asString();
        }
    }

    @Autowired
    WebTestClient web;

    @Autowired
    ApiKeys keys;

    @Autowired
    MeterRegistry meters;

    @Autowired
    Communities communities;

    @Autowired
    Document document;

    @Autowired
    DatabaseClient database;

    @Autowired
    OpenPoll polls;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void withoutAValidKeyNothingIsTold() {
        for (String key : List.of("", "lk_lm.guessed", "lk_Not A Community.x", "lk_nowhere.x")) {
            var said = get("/api/v1/cases", key);
            assertThat(said.status()).isEqualTo(401);
            assertThat(said.type()).isEqualTo("urn:linli:api:no-valid-key");
            assertThat(said.body().path("detail").asString()).contains("密钥");
        }
        assertThat(get("/api/v1/cases", key(ALL, null, Instant.EPOCH)).status()).isEqualTo(401);
        String revoked = key(ALL, null, null);
        assertThat(get("/api/v1/community", revoked).body().path("id").asString())
                .isEqualTo("lm");
        result(keys.all(SignedInAs.LM).collectList()).forEach(it -> result(keys.revoke(chen(), it.id())));
        assertThat(get("/api/v1/community", revoked).status()).isEqualTo(401);
    }

    @Test
    void aKeyOpensWhatItsScopesName() {
        String places = key(EnumSet.of(Scope.PLACES_READ), null, null);

        assertThat(get("/api/v1/places", places).body().path("items").size()).isGreaterThan(20);
        assertThat(get("/api/v1/units", places).status()).isEqualTo(200);
        assertThat(get("/api/v1/cases", places).type()).isEqualTo("urn:linli:api:scope-missing");
        assertThat(post("/api/v1/cases", key(EnumSet.of(Scope.CASES_READ), null, null), "one", noise())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aCaseIsOpenedOnceHoweverOftenItIsAskedFor() {
        String key = key(ALL, null, null);
        String once = UUID.randomUUID().toString();

        var first = post("/api/v1/cases", key, once, noise());
        assertThat(first.status()).isEqualTo(201);
        assertThat(post("/api/v1/cases", key, once, noise()).body()).isEqualTo(first.body());
        assertThat(post("/api/v1/cases", key, once, noise().replace("吵", "闹")).type())
                .isEqualTo("urn:linli:api:other-body");
        assertThat(post("/api/v1/cases", key, "", noise()).type()).isEqualTo("urn:linli:api:no-idempotency-key");
    }

    @Test
    void callsOfTheSameMomentUnderOneKeyOpenOneCase() {
        String key = key(ALL, null, null);
        String once = UUID.randomUUID().toString();

        var all = IntStream.range(0, 6)
                .parallel()
                .mapToObj(_ -> post("/api/v1/cases", key, once, noise()))
                .toList();

        assertThat(all).allMatch(it -> it.status() == 201 || it.type().equals("urn:linli:api:in-progress"));
        assertThat(all.stream()
                        .filter(it -> it.status() == 201)
                        .map(it -> it.body().path("number").asString())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void anActNamesTheVersionThatWasSeenAndIsRefusedWithAReason() {
        String key = key(ALL, null, null);
        String number = opened(key);
        var seen = get("/api/v1/cases/" + number, key).body();
        String acts = "/api/v1/cases/" + number + "/acts";

        var accepted = post(acts, key, next(), act("accept", seen));

        assertThat(accepted.status()).isEqualTo(200);
        assertThat(accepted.body().path("state").path("id").asString()).isEqualTo("in-progress");
        assertThat(accepted.body().path("history").toString()).contains("accepted", "desk");
        assertThat(post(acts, key, next(), act("reply", seen)).type()).isEqualTo("urn:linli:api:stale");
        var again = post(acts, key, next(), act("accept", accepted.body()));
        assertThat(again.type()).isEqualTo("urn:linli:api:refused");
        assertThat(again.body().path("reason").asString()).isNotEmpty();
        assertThat(again.body().path("detail").asString()).isNotEmpty().doesNotContain("refused.");
        assertThat(post(acts, key, next(), "{\"act\":\"fly\",\"version\":1}")
                        .body()
                        .path("field")
                        .asString())
                .isEqualTo("act");
        assertThat(post(acts, key, next(), "[]").status()).isEqualTo(400);
    }

    @Test
    void aKeyOfAUnitSeesAndMovesNothingOfOthers() {
        String number = opened(key(ALL, null, null));
        String property = key(ALL, "property", null);

        assertThat(get("/api/v1/cases/" + number, property).status()).isEqualTo(404);
        assertThat(post("/api/v1/cases/" + number + "/acts", property, next(), "{\"act\":\"accept\",\"version\":0}")
                        .status())
                .isEqualTo(404);
        assertThat(get("/api/v1/cases?state=all", property).body().toString()).doesNotContain(number);
        assertThat(get("/api/v1/cases?state=all&unit=grid-1", key(ALL, null, null))
                        .body()
                        .toString())
                .contains(number);
    }

    @Test
    void aStateOrALabelThatThereIsNotIsAWrongField() {
        String key = key(ALL, null, null);

        for (String none : List.of("state=FOO", "label=report.dragons")) {
            assertThat(get("/api/v1/cases?" + none, key).type()).as(none).isEqualTo("urn:linli:api:wrong-field");
        }
        for (String known : List.of("state=open", "state=all", "state=in-progress", "state=IN_PROGRESS", "label=")) {
            assertThat(get("/api/v1/cases?" + known, key).status()).as(known).isEqualTo(200);
        }
    }

    @Test
    void pagesAreWalkedByACursorThatIsNotMadeUp() {
        String key = key(ALL, null, null);
        database.sql("""
            insert into cases.cases (community_id, number, label, words, spot, detail, reporter_address, state, is_open, unit,
                due_at, opened_at, version, kind, workflow)
            select 'lm', 'LM-2020-' || n, label, words, spot, detail, reporter_address, state, is_open, unit,
                timestamptz '2020-01-01' + n * interval '1 minute', opened_at, version, kind, workflow
            from cases.cases, generate_series(100001, 100060) n
            where community_id = 'lm' and number = $1
            on conflict do nothing""").bind(0, opened(key)).then().block();

        var first = get("/api/v1/cases?unit=grid-1", key).body();
        String next = first.path("next").asString();
        var second = get("/api/v1/cases?unit=grid-1&cursor=" + next, key).body();

        assertThat(first.path("items").size()).isEqualTo(50);
        assertThat(numbers(second)).isNotEmpty().doesNotContainAnyElementsOf(numbers(first));
        assertThat(get("/api/v1/cases?cursor=abc", key).type()).isEqualTo("urn:linli:api:no-cursor");
    }

    @Test
    void whoActsOnWhatIsNotThereIsCountedLikeWhoReadsIt() {
        String key = key(EnumSet.allOf(Scope.class), null, null);
        double before = notThere();

        get("/api/v1/cases/LM-2020-000009", key);
        post("/api/v1/cases/LM-2020-000009/acts", key, next(), "{\"act\":\"accept\",\"version\":1}");

        assertThat(notThere() - before).isEqualTo(2);
    }

    private double notThere() {
        return meters.counter("linli.refusals", "kind", "not_there").count();
    }

    @Test
    void aTelephoneIsReadAsAtThePage() {
        String key = key(EnumSet.allOf(Scope.class), null, null);

        assertThat(post("/api/v1/cases", key, next(), noise().replace("138 0013 8077", "+86 (139) 0013-8078"))
                        .status())
                .isEqualTo(201);
        assertThat(post("/api/v1/cases", key, next(), noise().replace("138 0013 8077", "1"))
                        .body()
                        .path("field")
                        .asString())
                .isEqualTo("phone");
    }

    @Test
    void nobodyIsNamedInWhatProgramsRead() {
        String key = key(ALL, null, null);
        var said = post("/api/v1/cases", key, next(), noise().replace("吵", "吵，我是王建国，电话 13812345678"));

        assertThat(get("/api/v1/cases/" + said.body().path("number").asString(), key)
                        .body()
                        .toString())
                .doesNotContain("13812345678", "13800138077", "reporter");
    }

    @Test
    void aNoticeIsDraftedOnceHandedInAndRead() {
        String key = key(ALL, null, null);
        String once = next();
        String draft = """
            {"kind":"policy","title":"垃圾分类","text":"周六讲座","audience":"3栋",
             "from":"2026-11-21T09:00:00+08:00","until":"2999-11-22T09:00:00+08:00"}""";

        var written = post("/api/v1/notices", key, once, draft);

        assertThat(written.status()).as(written.body().toString()).isEqualTo(201);
        assertThat(post("/api/v1/notices", key, once, draft).body()).isEqualTo(written.body());
        String id = written.body().path("id").asString();
        var one = get("/api/v1/notices/" + id, key).body();
        assertThat(one.path("progress").path("people").asInt()).isZero();
        assertThat(numbersOf("id", get("/api/v1/notices?text=垃圾", key).body())).contains(id);
        assertThat(post("/api/v1/notices/" + id + "/submit", key, next(), "{}")
                        .body()
                        .path("state")
                        .asString())
                .isIn("waiting", "approved");
        assertThat(post("/api/v1/notices/" + id + "/submit", key, next(), "{}").type())
                .isEqualTo("urn:linli:api:refused");
        assertThat(post("/api/v1/notices", key, next(), draft.replace("policy", "poem"))
                        .body()
                        .path("field")
                        .asString())
                .isEqualTo("kind");
        assertThat(get("/api/v1/notices", key(ALL, "property", null)).status()).isEqualTo(403);
        assertThat(get("/api/v1/notices?cursor=eA", key).type()).isEqualTo("urn:linli:api:no-cursor");
    }

    @Test
    void votesAreReadWithTheResultsThatEverybodyMaySee() {
        String key = key(ALL, null, null);
        var paper = new Paper(BallotKind.ONE, List.of(new Choice(1, "好"), new Choice(2, "不好")), 1, null);
        var poll = result(polls.open(
                UUID.randomUUID(),
                new OpenPoll.Question(
                        SignedInAs.LM,
                        "chen",
                        "活动室晚上开到九点，好不好？",
                        paper,
                        new Electorate(Electorate.Voice.PERSON, "b1", "", false),
                        true,
                        Duration.ofHours(1)),
                List.of()));

        var one = get("/api/v1/polls/" + poll.number(), key).body();

        assertThat(one.path("question").asString()).contains("活动室");
        assertThat(one.path("choices").get(0).path("votes").asInt(-1)).isZero();
        assertThat(numbersOf("question", get("/api/v1/polls", key).body())).contains(poll.question());
        assertThat(get("/api/v1/polls/999999", key).status()).isEqualTo(404);
        assertThat(get("/api/v1/polls/one", key).status()).isEqualTo(404);
    }

    @Test
    void theDocumentNamesEveryRouteAndNoOther() {
        var routes = mappings.getHandlerMethods().keySet().stream()
                .flatMap(it -> it.getPatternsCondition().getPatterns().stream()
                        .map(path -> path.getPatternString())
                        .filter(path -> path.startsWith("/api/v1/") && !path.equals("/api/v1/openapi.json"))
                        .flatMap(path ->
                                it.getMethodsCondition().getMethods().stream().map(method -> method + " " + path)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(document.operations())
                .extracting(it -> it.method() + " " + it.path())
                .containsExactlyInAnyOrderElementsOf(routes);
        assertThat(document.operations())
                .allMatch(it -> !it.summary().isEmpty() && !it.scope().isEmpty());
        assertThat(get("/api/v1/openapi.json", "").body().path("openapi").asString())
                .isEqualTo("3.1.0");
    }

    @Test
    void noCallTakesAParameterThatItDoesNotKnow() {
        for (var operation : document.operations()) {
            String path = operation.path().replaceAll("\\{[^}]*}", "x");
            var said = web.method(HttpMethod.valueOf(operation.method()))
                    .uri(path + "?stauts=open")
                    .contentType(MediaType.APPLICATION_JSON)
                    .exchange()
                    .expectBody(String.class)
                    .returnResult();
            var problem = JSON.readTree(Objects.requireNonNullElse(said.getResponseBody(), "{}"));

            assertThat(problem.path("type").asString())
                    .as(operation.method() + " " + operation.path())
                    .isEqualTo("urn:linli:api:unknown-parameter");
            assertThat(said.getStatus().value()).isEqualTo(400);
            assertThat(problem.path("field").asString()).isEqualTo("stauts");
            assertThat(problem.path("detail").asString()).contains("“stauts”").doesNotContain("{");
        }
        var known = get("/api/v1/cases?state=open&stauts=open", key(ALL, null, null));
        assertThat(known.body().path("known").asString())
                .isEqualTo("state, unit, label, text, late, priority, whose, place, cursor");
        assertThat(known.body().path("detail").asString())
                .contains("state, unit, label, text, late, priority, whose, place, cursor");
        assertThat(get("/api/v1/cases?state=open&late=true", key(ALL, null, null))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theDocumentNamesTheParametersThatCallsKnow() {
        mappings.getHandlerMethods()
                .forEach((mapping, method) -> mapping.getPatternsCondition().getPatterns().stream()
                        .filter(path -> path.getPatternString().startsWith("/api/v1/"))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> assertThat(documented(path.getPatternString(), verb.name()))
                                        .as(verb + " " + path)
                                        .containsExactlyInAnyOrderElementsOf(KnowParameters.known(method)))));
    }

    private List<String> documented(String path, String verb) {
        return document.tree()
                .path("paths")
                .path(path)
                .path(verb.toLowerCase(Locale.ROOT))
                .path("parameters")
                .valueStream()
                .map(it -> it.has("$ref")
                        ? document.tree().at(it.path("$ref").asString().substring(1))
                        : it)
                .filter(it -> it.path("in").asString().equals("query"))
                .map(it -> it.path("name").asString())
                .toList();
    }

    @Test
    void whatTheDocumentRefersToIsThere() {
        for (JsonNode reference : document.tree().findValues("$ref")) {
            assertThat(document.tree().at(reference.asString().substring(1)).isMissingNode())
                    .as(reference.asString())
                    .isFalse();
        }
    }

    @Test
    void answersHaveTheFieldsOfTheDocument() {
        String key = key(ALL, null, null);
        var one = get("/api/v1/cases/" + opened(key), key).body();
        var schema = document.tree().at("/components/schemas");

        assertThat(one.propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        with(schema.at("/Case/properties").propertyNames(), "history"));
        assertThat(one.path("history").get(0).propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        schema.at("/Step/properties").propertyNames());
        assertThat(get("/api/v1/places", key).body().path("items").get(0).propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        schema.at("/Place/properties").propertyNames());
        var labels = get("/api/v1/labels", key).body().path("items");
        assertThat(labels.get(0).propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        schema.at("/CaseLabel/properties").propertyNames());
        assertThat(labels.valueStream().map(it -> it.path("label").asString())).contains("report.elevator", "suggest");
        assertThat(get("/api/v1/units", key).body().path("items").get(0).propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        schema.at("/Unit/properties").propertyNames());
    }

    @Test
    void theGuideIsForPeople() {
        web.get()
                .uri("/api/v1")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(page -> assertThat(page)
                        .contains("POST /api/v1/cases", "cases-write")
                        .doesNotContain("??"));
    }

    private static Set<String> with(java.util.Collection<String> names, String more) {
        var all = new TreeSet<>(names);
        all.add(more);
        return all;
    }

    private static List<String> numbers(JsonNode page) {
        return numbersOf("number", page);
    }

    private static List<String> numbersOf(String field, JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(it -> it.path(field).asString())
                .toList();
    }

    private String opened(String key) {
        String phone = "138 0013 " + (1000 + (int) (Math.random() * 8999));
        var said = post("/api/v1/cases", key, next(), noise().replace("138 0013 8077", phone));
        assertThat(said.status()).as(said.body().toString()).isEqualTo(201);
        return said.body().path("number").asString();
    }

    private static String noise() {
        return """
            {"label":"report.noise","place":"b3","words":"楼上一直吵","way":"telephone","name":"李阿姨",
             "phone":"138 0013 8077","may_contact":false}""";
    }

    private static String act(String act, JsonNode seen) {
        return JSON.writeValueAsString(
                Map.of("act", act, "version", seen.path("version").asLong(), "words", "马上去看"));
    }

    private static String next() {
        return UUID.randomUUID().toString();
    }

    private String key(Set<Scope> scopes, @Nullable String unit, @Nullable Instant until) {
        return result(keys.make(chen(), new ApiKeys.Wanted("街道平台", scopes, unit, until)));
    }

    private StaffMember chen() {
        return result(communities.map(SignedInAs.LM)).staffMember("chen").orElseThrow();
    }

    private Said get(String path, String key) {
        return said(web.get().uri(path).header("Authorization", "Bearer " + key).exchange());
    }

    private Said post(String path, String key, String once, String body) {
        return said(web.post()
                .uri(path)
                .header("Authorization", "Bearer " + key)
                .header("Idempotency-Key", once)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange());
    }

    private static Said said(WebTestClient.ResponseSpec answer) {
        var read = answer.expectBody(String.class).returnResult();
        return new Said(
                read.getStatus().value(), JSON.readTree(Objects.requireNonNullElse(read.getResponseBody(), "{}")));
    }
}
