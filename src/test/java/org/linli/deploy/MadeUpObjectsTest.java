package org.linli.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.Results;
import org.linli.cases.web.SignedInAs;
import org.linli.community.Communities;
import org.linli.community.StaffPasswords;
import org.linli.keys.ApiKeys;
import org.linli.keys.Scope;
import org.linli.web.WithProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/// Whoever names what does not exist is told so in plain words: each route of `routes.csv` with something in its path,
/// with values of every shape that nobody has, by each role and with a key.
class MadeUpObjectsTest extends WithProvider {

    private static final Path ROUTES = Path.of("deploy/security/routes.csv");

    /// Of every shape that our own ids have, and of none.
    private static final List<String> SHAPES = List.of(
            "x",
            "99999999-2222-4333-8444-555555555555",
            "999999",
            "2031-02",
            "LM20310101-0001",
            "没有",
            "99999999999999999999");

    /// Answers a script, by its number alone.
    private static final Set<String> WITHOUT_WORDS =
            Set.of("POST /vote/{community}/{number:\\d{1,6}}/{ticket:[0-9a-f]{40}}/ballot");

    private static final Map<String, String> FORM = Map.of(
            "note", "x", "unit", "desk", "role", "ADMIN", "where", "WECOM", "text", "x", "to", "xu", "entry", "x");

    private static final List<String> BODIES = List.of("{}", "{\"act\":\"accept\",\"version\":0,\"words\":\"x\"}");

    private record Route(String path, String method, String who) {

        static Route of(String line) {
            int who = line.lastIndexOf(',');
            int method = line.lastIndexOf(',', who - 1);
            return new Route(line.substring(0, method), line.substring(method + 1, who), line.substring(who + 1));
        }

        boolean isForStaff() {
            return path.startsWith("/desk/");
        }

        boolean isForPrograms() {
            return path.startsWith("/api/");
        }

        /// Each thing that the path names is nobody's; what its pattern allows is kept to.
        String naming(String shape) {
            return path.replaceAll("\\{format:[^}]*}", "json")
                    .replaceAll("\\{ticket:[^}]*}}", "0".repeat(40))
                    .replaceAll("\\{\\w+:\\\\d\\{1,6}}", "999999")
                    .replaceAll("\\{\\w+:\\\\d}", "9")
                    .replaceAll("\\{\\w+}", shape);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Autowired
    WebTestClient web;

    @Autowired
    Communities communities;

    @Autowired
    ApiKeys keys;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @BeforeEach
    void everybodyCanSignIn() {
        SignedInAs.givePasswords(passwords, encoder);
        passwords
                .set(SignedInAs.LM, "xu", requireNonNull(encoder.encode(SignedInAs.PASSWORD)))
                .block();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lin", "qian", "xu", "chen"})
    void staffThatNamesWhatIsNotThereIsToldSo(String name) throws IOException {
        var staff = new SignedInAs(name, web);
        var soft = new SoftAssertions();
        for (Route route : routes().filter(Route::isForStaff).toList()) {
            for (String shape : SHAPES) {
                String path = route.naming(shape);
                if (route.method().equals("GET")) {
                    told(soft, route, shape, staff.get(path));
                } else {
                    told(soft, route, shape, staff.post(path, Map.of()));
                    told(soft, route, shape, staff.post(path, FORM));
                }
            }
        }
        soft.assertAll();
    }

    @Test
    void soAreProgramsOfItsCommunity() throws IOException {
        var soft = new SoftAssertions();
        for (String shape : SHAPES) {
            String key = key();
            for (Route route : routes().filter(Route::isForPrograms).toList()) {
                for (String body : BODIES) {
                    told(soft, route, shape, call(key, route, route.naming(shape), body));
                }
            }
        }
        soft.assertAll();
    }

    @Test
    void soIsEverybodyElse() throws IOException {
        var stranger = Stranger.at(web);
        var soft = new SoftAssertions();
        for (Route route :
                routes().filter(it -> !it.isForStaff() && !it.isForPrograms()).toList()) {
            for (String shape : SHAPES) {
                String path = route.naming(shape);
                told(soft, route, shape, route.method().equals("GET") ? asked(path) : stranger.post(path));
            }
        }
        soft.assertAll();
    }

    private static void told(SoftAssertions soft, Route route, String shape, WebTestClient.ResponseSpec answer) {
        EntityExchangeResult<byte[]> result = answer.expectBody().returnResult();
        int status = result.getStatus().value();
        soft.assertThat(status).as("%s of '%s'", route, shape).isLessThan(500);
        if (status == 404 && !WITHOUT_WORDS.contains(route.toString())) {
            byte[] body = result.getResponseBody();
            soft.assertThat(body == null ? "" : new String(body, UTF_8))
                    .as("what %s of '%s' says", route, shape)
                    .isNotBlank();
        }
    }

    private WebTestClient.ResponseSpec asked(String path) {
        return web.get().uri(path).accept(MediaType.TEXT_HTML, MediaType.ALL).exchange();
    }

    private WebTestClient.ResponseSpec call(String key, Route route, String path, String body) {
        return web.method(HttpMethod.valueOf(route.method()))
                .uri(path)
                .header("Authorization", "Bearer " + key)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private String key() {
        var by = Results.result(communities.map(SignedInAs.LM))
                .staffMember("chen")
                .orElseThrow();
        return Results.result(keys.make(by, new ApiKeys.Wanted("平台", EnumSet.allOf(Scope.class), null, null)));
    }

    private static Stream<Route> routes() throws IOException {
        return Files.readAllLines(ROUTES).stream()
                .skip(1)
                .map(Route::of)
                .filter(it -> it.path().contains("{"));
    }
}
