package org.linli.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.result;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.linli.LinliTest;
import org.linli.cases.web.SignedInAs;
import org.linli.community.Communities;
import org.linli.community.StaffPasswords;
import org.linli.keys.ApiKeys;
import org.linli.keys.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/// Every route there is, with fields that have been on its pages and are broken since: whoever sends them is told what
/// is wrong, and it is never we who fail.
///
/// The fields are those of the method behind the route, so that a new page takes part without being named here.
@Tag("long")
@LinliTest
@TestPropertySource(properties = {"linli.demo=true", "linli.demo-board=true", "linli.stand-ins=true"})
class FuzzedRoutesIT {

    private static final Duration EACH = Duration.ofSeconds(Long.getLong("fuzz.routes.seconds", 60));

    /// They end what the others need: the session, the password, the key.
    private static final List<String> SPARED = List.of(
            "/sign-out",
            "/desk/me/",
            "/desk/first-password",
            "/desk/second-factor",
            "/desk/admin/second-factor",
            "/desk/admin/staff",
            "/desk/admin/keys",
            "/api/v1/keys",
            "/api/v1/staff",
            "/api/v1/second-factor",
            "/stand-in",
            "/actuator");

    @Autowired
    WebTestClient web;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    ApiKeys keys;

    @Autowired
    Communities communities;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private final Damage damage = Damage.any();
    private final SeenOnPages seen = new SeenOnPages();
    private String key = "";
    private Map<String, List<String>> documented = Map.of();

    @Test
    @Timeout(600)
    void noRouteFailsWhateverIsSent() {
        SignedInAs.givePasswords(passwords, encoder);
        var chen = new SignedInAs("chen", web);
        anotherKey();
        readDocument();
        var calls = new BrokenCalls(web, chen, () -> key, damage);
        var routes = AnyRoute.all(mappings)
                .filter(it -> SPARED.stream().noneMatch(it.path().getPatternString()::startsWith))
                .toList();
        var reading = routes.stream().filter(AnyRoute::reads).toList();
        var changing = routes.stream().filter(it -> !it.reads()).toList();
        reading.forEach(it -> seen.look(body(calls.send(it, seen.path(it.path(), damage), Map.of()))));

        var failed = new TreeMap<String, String>();
        var answers = new TreeMap<Integer, Integer>();
        for (Instant end = Instant.now().plus(EACH); Instant.now().isBefore(end); ) {
            var route = damage.one(damage.once(4) ? reading : changing);
            String path = seen.path(route.path(), damage);
            var fields = fields(route);
            int status = status(calls.send(route, path, fields));
            answers.merge(status, 1, Integer::sum);
            if (status >= 500) {
                failed.putIfAbsent(route.toString(), status + " " + path + " " + shortened(fields));
            }
            if (status == 429) {
                anotherKey();
            }
        }
        System.out.printf("broken forms and bodies by answer, over %d routes: %s%n", routes.size(), answers);
        assertThat(failed).as("seed %d", damage.seed()).isEmpty();
        assertThat(answers).as("some are taken, some are refused").containsKeys(200, 400);
        assertThat(status(chen.get("/desk"))).as("the session has lasted").isEqualTo(200);
    }

    private void readDocument() {
        String text = body(web.get().uri("/api/v1/openapi.json").exchange());
        documented = new DocumentedFields(JsonMapper.shared().readTree(text)).byRoute();
    }

    private Map<String, String> fields(AnyRoute route) {
        var fields = new TreeMap<String, String>();
        seen.some(documented.getOrDefault(route.toString(), route.fields()), damage)
                .forEach(it -> fields.put(it, seen.value(it, damage)));
        return fields;
    }

    private static String body(WebTestClient.ResponseSpec answer) {
        byte[] bytes = answer.expectBody().returnResult().getResponseBody();
        return new String(Objects.requireNonNullElse(bytes, new byte[0]), UTF_8);
    }

    private static int status(WebTestClient.ResponseSpec answer) {
        return answer.expectBody().returnResult().getStatus().value();
    }

    private static String shortened(Map<String, String> fields) {
        String text = fields.toString();
        return text.length() > 400 ? text.substring(0, 400) + "…" : text;
    }

    private void anotherKey() {
        var chen = result(communities.map(SignedInAs.LM)).staffMember("chen").orElseThrow();
        key = result(keys.make(chen, new ApiKeys.Wanted("街道平台", EnumSet.allOf(Scope.class), null, null)));
    }
}
