package org.linli.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.cases.web.SignedInAs;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.keys.ApiKeys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;

/// The calls that FixMyStreet's client makes, with the fields it sends, read in the way it reads them and held against
/// what it needs of them: https://github.com/mysociety/fixmystreet, `perllib/Open311.pm` and `perllib/Open311`.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class FixMyStreetTest {

    @Autowired
    WebTestClient web;

    @Autowired
    ApiKeys keys;

    @Autowired
    OpenCommunities open;

    @Autowired
    Communities communities;

    private String key = "";

    @BeforeEach
    void aBodyWithAnEndpointAKeyAndAJurisdiction() {
        var chen = map().staffMember("chen").orElseThrow();
        key = Objects.requireNonNull(keys.make(chen, "FixMyStreet").block());
        open.set(chen, true).block();
    }

    @Test
    void categoriesAreTakenOverWithTheirQuestions() {
        for (var service : list(get("services.xml", fields()), "service")) {
            assertThat(service.get("service_code")).isNotNull();
            assertThat(text(service, "service_name")).isNotBlank();
            assertThat(text(service, "metadata")).isIn("true", "false");
            if (text(service, "metadata").equals("true")) {
                asksInOrder(get("services/" + service.get("service_code") + ".xml", fields()));
            }
        }
    }

    private static void asksInOrder(Map<String, Object> meta) {
        var attributes = list(meta, "attributes");
        for (int i = 0; i < attributes.size(); i++) {
            assertThat(text(attributes.get(i), "order")).isEqualTo(Integer.toString(i + 1));
            assertThat(text(attributes.get(i), "code")).isNotBlank();
            assertThat(text(attributes.get(i), "description")).isNotBlank();
            assertThat(text(attributes.get(i), "required")).isIn("true", "false");
        }
        assertThat(attributes).isNotEmpty();
        assertThat(attributes.stream()
                        .filter(it -> it.containsKey("values"))
                        .flatMap(it -> list(it, "values").stream()))
                .allSatisfy(value -> assertThat(value).containsOnlyKeys("key", "name"));
    }

    @Test
    void aReportIsSentAndItsStateFetched() {
        String number = send("楼道的灯不亮");

        var wanted = fields();
        wanted.set("service_request_id", number);
        var request = list(get("requests.xml", wanted), "request").getFirst();
        assertThat(text(request, "service_request_id")).isEqualTo(number);
        assertThat(Double.parseDouble(text(request, "lat"))).isBetween(3.0, 54.0);
        assertThat(Double.parseDouble(text(request, "long"))).isBetween(73.0, 136.0);
        assertThat(text(request, "status")).isEqualTo("open");
        assertThat(text(request, "description")).isNotBlank().doesNotContain("13900000000", "somebody");
        assertThat(request.get("media_url")).isNull();
        assertThat(time(request, "requested_datetime")).isBeforeOrEqualTo(time(request, "updated_datetime"));
    }

    @Test
    void reportsOfTheLastHourAreMirrored() {
        String number = send("另一盏灯也不亮");
        var hour = theLastHour();

        var requests = list(get("requests.xml", hour), "request");

        assertThat(requests).extracting(it -> it.get("service_request_id")).contains(number);
        assertThat(requests)
                .allSatisfy(it -> assertThat(time(it, "requested_datetime"))
                        .isBetween(
                                Instant.parse(Objects.requireNonNull(hour.getFirst("start_date"))),
                                Instant.parse(Objects.requireNonNull(hour.getFirst("end_date")))));
    }

    @Test
    void anUpdateIsSentAndFetchedOnce() {
        String number = send("第三盏灯");
        var update = fields();
        update.set("api_key", key);
        update.set("updated_datetime", "2026-11-21T10:00:00+08:00");
        update.set("service_request_id", number);
        update.set("status", "OPEN");
        update.set("description", "灯还是不亮");
        update.set("first_name", "某");
        update.set("last_name", "-");
        update.set("email", "somebody@example.org");
        update.set("update_id", "4711");

        String id = text(
                list(post("servicerequestupdates.xml", update), "request_update")
                        .getFirst(),
                "update_id");
        String again = text(
                list(post("servicerequestupdates.xml", update), "request_update")
                        .getFirst(),
                "update_id");

        assertThat(again).isEqualTo(id);
        var hour = theLastHour();
        hour.set("api_key", key);
        var fetched = list(get("servicerequestupdates.xml", hour), "request_update").stream()
                .filter(it -> number.equals(it.get("service_request_id")))
                .toList();
        assertThat(fetched).extracting(it -> it.get("update_id")).containsOnlyOnce(id);
        assertThat(fetched).allSatisfy(it -> {
            assertThat(text(it, "status")).isIn("open", "closed");
            assertThat(text(it, "description")).isNotBlank().doesNotContain("somebody");
            assertThat(time(it, "updated_datetime")).isBeforeOrEqualTo(Instant.now());
        });
    }

    @Test
    void errorsAreAListWithCodeAndDescription() {
        var wrong = fields();
        wrong.set("api_key", "wrong");
        var error = list(AsXmlSimple.read(answer("requests.xml", wrong, 403)), "error")
                .getFirst();

        assertThat(text(error, "code")).isEqualTo("403");
        assertThat(text(error, "description")).contains("api_key");
    }

    private String send(String detail) {
        var at = Wgs84.of(Objects.requireNonNull(map().place("b6").orElseThrow().at()));
        var problem = fields();
        problem.set("api_key", key);
        problem.set("description", "路灯\n\n" + detail + "\n\nhttps://fms.example.org/report/1\n");
        problem.set("service_code", "report.power");
        problem.set("first_name", "某");
        problem.set("last_name", "人");
        problem.set("phone", "13900000000");
        problem.set("email", "somebody@example.org");
        problem.set("lat", Double.toString(at.latitude()));
        problem.set("long", Double.toString(at.longitude()));
        problem.add("media_url", "https://fms.example.org/photo/1.0.full.jpeg");
        problem.add("media_url", "https://fms.example.org/photo/1.1.full.jpeg");
        problem.set("attribute[count]", "3");
        problem.set("attribute[fixmystreet_id]", "1");
        return text(list(post("requests.xml", problem), "request").getFirst(), "service_request_id");
    }

    private static MultiValueMap<String, String> theLastHour() {
        var hour = fields();
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        hour.set("start_date", now.minusSeconds(3600).toString());
        hour.set("end_date", now.plusSeconds(1).toString());
        return hour;
    }

    private static MultiValueMap<String, String> fields() {
        var fields = new LinkedMultiValueMap<String, String>();
        fields.set("jurisdiction_id", SignedInAs.LM.value());
        return fields;
    }

    private CommunityMap map() {
        return Objects.requireNonNull(communities.map(SignedInAs.LM).block());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> in, String name) {
        assertThat(in.get(name)).as(name).isInstanceOf(List.class);
        return (List<Map<String, Object>>) Objects.requireNonNull(in.get(name));
    }

    private static String text(Map<String, Object> in, String name) {
        assertThat(in.get(name)).as(name).isInstanceOf(String.class);
        return (String) Objects.requireNonNull(in.get(name));
    }

    private static Instant time(Map<String, Object> in, String name) {
        return OffsetDateTime.parse(text(in, name)).toInstant();
    }

    private Map<String, Object> get(String path, MultiValueMap<String, String> query) {
        return AsXmlSimple.read(Objects.requireNonNull(web.get()
                .uri(to -> to.path("/open311/v2/" + path).queryParams(query).build())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody()));
    }

    private Map<String, Object> post(String path, MultiValueMap<String, String> fields) {
        return AsXmlSimple.read(answer(path, fields, 200));
    }

    private String answer(String path, MultiValueMap<String, String> fields, int status) {
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
