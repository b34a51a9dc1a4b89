package org.linli.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.cases.CaseFile;
import org.linli.cases.FindCases;
import org.linli.cases.staffing.Absence;
import org.linli.cases.staffing.Absences;
import org.linli.cases.web.SignedInAs;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.StaffMember;
import org.linli.keys.ApiKeys;
import org.linli.openness.Openness;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client of GeoReport v2, as FixMyStreet is one, and what it is answered.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class GeoReportTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    WebTestClient web;

    @Autowired
    ApiKeys keys;

    @Autowired
    Communities communities;

    @Autowired
    OpenCommunities open;

    @Autowired
    Openness openness;

    @Autowired
    FindCases find;

    @Autowired
    Absences absences;

    @Autowired
    DatabaseClient database;

    private String key = "";

    @BeforeEach
    void aClient() {
        key = newKey("市民热线");
        open.set(chen(), true).block();
    }

    @Test
    void servicesAreListedInBothFormats() {
        assertThat(get("services.xml", 200))
                .startsWith("<?xml version=")
                .contains("encoding=")
                .contains(
                        "<services><service><service_code>report.elevator</service_code>",
                        "<metadata>false</metadata><type>realtime</type>")
                .doesNotContain("emergency", "help.hardship", "report.dispute");
        assertThat(json("services.json").get(0).get("service_code").asString()).isEqualTo("report.elevator");
        assertThat(get("services/report.elevator.xml", 200))
                .contains(
                        "<service_definition><service_code>report.elevator</service_code><attributes>",
                        "<attribute><variable>true</variable><code>trapped</code>"
                                + "<datatype>singlevaluelist</datatype><required>true</required>",
                        "<order>1</order>",
                        "<values><value><key>yes</key><name>有人被困</name></value>");
        var asked = json("services/report.elevator.json").get("attributes");
        assertThat(asked.get(1).get("datatype_description").asString()).startsWith("轿厢");
        assertThat(json("services/report.gas_heating.json")
                        .get("attributes")
                        .get(0)
                        .get("variable")
                        .asBoolean())
                .isFalse();
        assertThat(json("services/report.parking.json").get("attributes")).isEmpty();
    }

    @Test
    void errorsAreAnsweredAsTheSpecificationHasThem() {
        assertError("services.xml?jurisdiction_id=nowhere", 404, "jurisdiction_id was not found");
        assertError("services/report.nothing.xml", 404, "service_code was not found");
        assertError("requests/LM-2026-999999.xml", 404, "service_request_id was not found");
        assertError("tokens/nothing.xml", 404, "token was not found");
        assertError("requests.xml?start_date=yesterday", 400, "start_date has to be");
        assertError("requests.xml?status=lost", 400, "status has to be");
        assertError("requests.xml?status=open&status=lost", 400, "status has to be");
        assertError("services", 404, "there is no such call");
        assertError("bicycles.xml", 404, "there is no such call");
        assertThat(get("bicycles.json", 404)).startsWith("[{").contains("\"code\":404");

        assertThat(post("requests.xml", fields("api_key", "lk_wrong"), 403)).contains("<code>403</code>");
        assertThat(post("requests.json", without("service_code"), 400)).contains("service_code was not provided");
        assertThat(post("requests.json", fields("service_code", "emergency"), 404))
                .contains("service_code was not found");
        assertThat(post("requests.json", without("address_string"), 400)).contains("location was not provided");
        assertThat(post("requests.json", fields("description", "长".repeat(4001)), 400))
                .contains("4000");
        open.set(chen(), false).block();
        assertError("services.xml?jurisdiction_id=lm", 404, "jurisdiction_id was not found");
    }

    @Test
    void aRequestBecomesACaseOnceAndNothingPersonalIsGivenOut() {
        var sent = fields("description", "苏晴家 5栋2单元501 门口路灯不亮，打13812345678");
        sent.add("phone", "13987654321");
        sent.add("email", "somebody@example.org");
        sent.add("media_url", "https://example.org/a.jpg");

        String number = id(post("requests.json", sent, 200));
        assertThat(id(post("requests.json", sent, 200))).isEqualTo(number);

        var file = file(number);
        assertThat(file.it().problem().label()).isEqualTo("report.power");
        assertThat(file.it().problem().spot()).isEqualTo("b5");
        assertThat(file.it().problem().words()).contains("13987654321", "https://example.org/a.jpg", "市民热线");
        assertThat(file.reporterLeft()).isTrue();
        for (String answer : new String[] {"requests/" + number + ".xml", "requests/" + number + ".json"}) {
            assertThat(get(answer, 200))
                    .contains(number, "路灯不亮", "柳岸花园 5栋", "open")
                    .doesNotContain("苏晴", "13812345678", "单元501", "13987654321", "somebody", key, "市民热线");
        }
        assertThat(get("tokens/" + number + ".json", 200)).contains("\"service_request_id\":\"" + number);
    }

    @Test
    void whatIsAskedOfTheCommunityFromAboveIsNotGivenOut() {
        String number = id(post("requests.json", fields("description", "整改三栋楼道照明"), 200));
        assertThat(get("requests.json", 200)).contains(number);

        database.sql("update cases.cases set kind = 'MANDATE' where number = $1")
                .bind(0, number)
                .then()
                .block();

        assertThat(get("requests.json", 200)).doesNotContain(number);
        get("requests/" + number + ".json", 404);
        assertThat(get("servicerequestupdates.json", 200)).doesNotContain(number);
    }

    @Test
    void aServicesOwnQuestionsAreAnsweredToStaff() {
        var sent = fields("service_code", "report.elevator");
        assertThat(post("requests.json", sent, 400)).contains("attribute[trapped] was not provided");
        sent.set("attribute[trapped]", "perhaps");
        assertThat(post("requests.json", sent, 400)).contains("attribute[trapped] has to be one of yes, no, unknown");
        sent.set("attribute[trapped]", "no");
        sent.set("attribute[nobody_asked]", "身份证");
        assertThat(file(id(post("requests.json", sent, 200))).it().problem().words())
                .contains("有没有人困在里面？没有人被困")
                .doesNotContain("身份证");

        var noise = fields("service_code", "report.noise");
        noise.add("attribute[source][]", "music");
        noise.add("attribute[source][]", "people");
        String loud = id(post("requests.json", noise, 200));
        assertThat(file(loud).it().problem().words()).contains("是什么声音？音响广场舞、吵闹");
        var dark = fields("attribute[since]", "yesterday");
        assertThat(post("requests.json", dark, 400)).contains("attribute[since] has to be like 2026");
    }

    @Test
    void aPictureIsNamedOnceStaffHasMadeItFitAndTheWriterAgreed() {
        openness.set(chen(), true).block();
        String number = id(post("requests.json", fields("description", "路灯杆歪了"), 200));
        database.sql("""
            insert into openness.pictures (community_id, number, id, bytes, looked_by, looked_at)
            values ('lm', $1, 'p1', '\\x00', 'chen', now())""").bind(0, number).then().block();
        assertThat(json("requests/" + number + ".json").get(0).get("media_url").isNull())
                .isTrue();

        database.sql("""
            insert into openness.offers
              (community_id, number, token, words, asked_by, asked_at, agreed, answered_at)
            values ('lm', $1, $1, '', 'chen', now(), true, now())""").bind(0, number).then().block();
        String address =
                json("requests/" + number + ".json").get(0).get("media_url").asString();
        assertThat(address).startsWith("http").endsWith("/open/lm/pictures/" + number + "/p1");
        web.get().uri(URI.create(address).getPath()).exchange().expectStatus().isOk();
    }

    @Test
    void thePlaceIsFoundByDegreesOfTheRestOfTheWorldAndGivenBackInThem() {
        var sent = without("address_string");
        var there =
                Wgs84.of(Objects.requireNonNull(map().place("b6").orElseThrow().at()));
        sent.set("lat", Double.toString(there.latitude()));
        sent.set("long", Double.toString(there.longitude()));
        sent.set("description", "六栋楼下路灯坏");

        String number = id(post("requests.json", sent, 200));

        assertThat(file(number).it().problem().spot()).isEqualTo("b6");
        var request = json("requests/" + number + ".json").get(0);
        assertThat(Math.abs(request.get("lat").asDouble() - there.latitude())).isLessThan(1e-5);
        assertThat(Math.abs(request.get("long").asDouble() - there.longitude())).isLessThan(1e-5);
        sent.set("lat", "10");
        assertThat(post("requests.json", sent, 400)).contains("not in this jurisdiction");
    }

    @Test
    void theListIsNarrowedPagedAndNeverLongerThanNinetyDays() {
        String other = id(post("requests.json", fields("description", "路灯闪 " + UUID.randomUUID()), 200));
        String number = id(post("requests.json", fields("description", "电线垂下来 " + UUID.randomUUID()), 200));
        var one = json("requests.json?service_code=report.power&status=open&page_size=1");
        var two = json("requests.json?service_code=report.power&status=open&page_size=1&page=2");

        assertThat(one).hasSize(1);
        assertThat(one.get(0).get("service_request_id").asString()).isEqualTo(number);
        assertThat(two.toString()).doesNotContain(number);
        assertThat(json("requests.json?status=closed").toString()).doesNotContain("\"status\":\"open\"");
        assertThat(json("requests.json?start_date=2020-01-01T00:00:00Z&end_date=2020-12-31T00:00:00Z"))
                .isEmpty();
        database.sql("update cases.cases set opened_at = now() - interval '91 days' where number = $1")
                .bind(0, number)
                .then()
                .block();
        assertThat(json("requests.json").toString()).doesNotContain(number);
        assertThat(json("requests.json?service_request_id=" + number)).hasSize(1);
        var both =
                json("requests.json?service_request_id=" + number + "," + other + "&status=closed&service_code=none");
        assertThat(both).as("service_request_id overrides all other arguments").hasSize(2);
        assertThat(json("requests.json?service_code=suggest&service_code=report.power&status=open&status=closed")
                        .toString())
                .contains(other);
    }

    @Test
    void clientsAddToTheirOwnRequestsAndReadWhatHappened() {
        String number = id(post("requests.json", fields("description", "楼道灯一闪一闪"), 200));
        var more = fields("description", "现在全灭了，电话13812345678");
        more.add("media_url", "https://example.org/dark.jpg");
        more.add("service_request_id", number);

        String id = post("servicerequestupdates.json", more, 200);
        assertThat(post("servicerequestupdates.json", more, 200)).isEqualTo(id);

        var updates = json("servicerequestupdates.json");
        assertThat(updates.toString()).contains("现在全灭了", number).doesNotContain("13812345678", "dark.jpg");
        assertThat(id).contains(updates.get(updates.size() - 1).get("update_id").asString());
        assertThat(json("servicerequestupdates.json?service_request_id=" + number))
                .isNotEmpty()
                .allSatisfy(it ->
                        assertThat(it.get("service_request_id").asString()).isEqualTo(number));
        assertThat(get("servicerequestupdates.xml", 200))
                .contains("<service_request_updates><request_update><update_id>");
        more.set("api_key", newKey("另一个"));
        assertThat(post("servicerequestupdates.json", more, 403)).contains("not of this api_key");
    }

    @Test
    void whatClientsAddIsToldToWhoeverStandsIn() {
        String number = id(post("requests.json", fields("description", "楼道灯不亮，等人来修"), 200));
        database.sql("update cases.cases set unit = 'safety' where number = $1")
                .bind(0, number)
                .then()
                .block();
        var today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        var chen = chen();
        absences.add(chen, new Absence("open311", "fang", today, today, "xu")).block();
        var more = fields("description", "现在全灭了");
        more.add("service_request_id", number);

        post("servicerequestupdates.json", more, 200);

        absences.forget(chen, "open311").block();
        assertThat(database.sql("""
                        select address from outbox.letters
                        where template = 'case-unit-added' and facts ->> 'number' = $1""")
                        .bind(0, number)
                        .mapValue(String.class)
                        .all()
                        .collectList()
                        .block())
                .contains("webchat:lm:person:xu")
                .doesNotContain("webchat:lm:person:fang");
    }

    @Test
    void aRevokedKeyIsNoKey() {
        var chen = chen();
        keys.all(SignedInAs.LM).flatMap(it -> keys.revoke(chen, it.id())).blockLast();

        assertThat(post("requests.json", fields("description", "灯坏了"), 403)).contains("api_key");
    }

    @Test
    void theGuideTellsWhereToBegin() {
        web.get()
                .uri("/open311")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("report.elevator", "servicerequestupdates", "lm"));
        assertThat(web.get()
                        .uri("/open311/discovery.xml")
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("<discovery>", "<format>text/xml</format>");
    }

    private String newKey(String name) {
        return Objects.requireNonNull(keys.make(chen(), name).block());
    }

    private StaffMember chen() {
        return map().staffMember("chen").orElseThrow();
    }

    private CommunityMap map() {
        return Objects.requireNonNull(communities.map(SignedInAs.LM).block());
    }

    private LinkedMultiValueMap<String, String> fields(String name, String value) {
        var fields = new LinkedMultiValueMap<String, String>(Map.of());
        fields.set("api_key", key);
        fields.set("service_code", "report.power");
        fields.set("address_string", "柳岸花园5栋");
        fields.set("description", "路灯不亮");
        fields.set(name, value);
        return fields;
    }

    private LinkedMultiValueMap<String, String> without(String name) {
        var fields = fields(name, "");
        fields.remove(name);
        return fields;
    }

    private CaseFile file(String number) {
        return Objects.requireNonNull(find.file(SignedInAs.LM, number).block());
    }

    private static String id(String answer) {
        return JSON.readTree(answer).get(0).get("service_request_id").asString();
    }

    private JsonNode json(String path) {
        return JSON.readTree(get(path, 200));
    }

    private void assertError(String path, int code, String description) {
        assertThat(get(path, code))
                .contains("<errors><error>", "<code>" + code + "</code>", "<description>" + description);
    }

    private String get(String path, int status) {
        return Objects.requireNonNull(web.get()
                .uri("/open311/v2/" + path)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(!path.contains(".json") ? "text/xml;charset=UTF-8" : "application/json;charset=UTF-8")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private String post(String path, LinkedMultiValueMap<String, String> fields, int status) {
        return Objects.requireNonNull(web.post()
                .uri("/open311/v2/" + path)
                .body(BodyInserters.fromFormData(fields))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
