package org.linli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.LinliTest;
import org.linli.cases.web.SignedInAs;
import org.linli.community.StaffPasswords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.redis.connection.ReactiveRedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/// `deploy/security/routes.csv` says of every route who may call it, and what it says is so.
@LinliTest
@TestPropertySource(properties = {"linli.demo=true", "linli.stand-ins=true", "linli.jobs.enabled=true"})
class RoutesTest {

    private static final Path TABLE = Path.of("deploy/security/routes.csv");
    private static final Path OBJECTS = Path.of("deploy/security/objects.csv");

    /// Made-up staff of the demo, one of each role.
    private static final Map<String, String> STAFF =
            Map.of("grid", "lin", "unit", "qian", "community", "xu", "admin", "chen");

    /// What belongs to whoever has its link or its key; to be open, and refuse by itself.
    private static final Set<String> WITHOUT_SIGN_IN = Set.of("anybody", "link", "key");

    /// Never end, or need to be told more; the tests of their modules ask them.
    private static final Set<String> NEVER_PLAIN =
            Set.of("/desk/live", "/desk/talks/live", "/chat/events", "/desk/letters/history");

    private record Route(String path, String method, String who) {

        /// Its path may hold commas; what follows does not.
        static Route of(String line) {
            int who = line.lastIndexOf(',');
            int method = line.lastIndexOf(',', who - 1);
            return new Route(line.substring(0, method), line.substring(method + 1, who), line.substring(who + 1));
        }

        /// Between the method and whose it is stands what it is.
        static Route ofObject(String line) {
            int whose = line.lastIndexOf(',');
            int what = line.lastIndexOf(',', whose - 1);
            return of(line.substring(0, what) + line.substring(whose));
        }

        boolean needsSignIn() {
            return !WITHOUT_SIGN_IN.contains(who);
        }

        boolean asksForKey() {
            return who.equals("key");
        }

        boolean isPage() {
            return method.equals("GET") && !path.contains("{") && !NEVER_PLAIN.contains(path);
        }

        /// With something in the place of what varies.
        String example() {
            return path.replaceAll("\\{(?:[^{}]|\\{[^}]*})+}", "x");
        }

        Set<String> roles() {
            return who.equals("staff") ? STAFF.keySet() : Set.of(who.split(" "));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Autowired
    LettuceConnectionFactory redis;

    @Autowired
    WebTestClient web;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    List<RouterFunction<?>> functions;

    @BeforeEach
    void everybodyCanSignIn() {
        SignedInAs.givePasswords(passwords, encoder);
        passwords
                .set(SignedInAs.LM, "xu", Objects.requireNonNull(encoder.encode(SignedInAs.PASSWORD)))
                .block();
    }

    @Test
    void everyRouteIsInTheTableAndNothingElse() throws IOException {
        var real = mappings.getHandlerMethods().keySet().stream()
                .flatMap(it -> it.getPatternsCondition().getPatterns().stream()
                        .flatMap(path -> it.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + path.getPatternString())))
                .collect(Collectors.toSet());
        functions.stream().map(RoutesTest::route).forEach(real::add);

        assertThat(routes().map(Route::toString))
                .as("each route has a line in %s that says who may call it", TABLE)
                .containsExactlyInAnyOrderElementsOf(real);
    }

    /// As it describes itself: `((POST && /vote/{ticket}) -> ...)`.
    private static String route(RouterFunction<?> it) {
        var said = Pattern.compile("\\((\\w+) && (/.+)\\) -> ").matcher(it.toString());
        assertThat(said.find()).as("a route by method and path: %s", it).isTrue();
        return said.group(1) + " " + said.group(2);
    }

    @Test
    void everyRouteOfAnObjectSaysWhoseObjectsItShows() throws IOException {
        var ofObjects = routes().filter(it -> it.path().contains("{")).map(Route::toString);

        assertThat(objects())
                .as("each route with an object has a line in %s that says to whom the object has to belong", OBJECTS)
                .extracting(Route::toString)
                .containsExactlyInAnyOrderElementsOf(ofObjects.toList());
        assertThat(objects()).extracting(Route::who).noneMatch(String::isBlank);
    }

    @Test
    void anObjectThatIsNotThereOrNotOnesOwnLooksTheSame() throws IOException {
        var soft = new SoftAssertions();
        for (String name : List.of("chen", "lin")) {
            var staff = new SignedInAs(name, web);
            routes().filter(it -> it.needsSignIn()
                            && it.method().equals("GET")
                            && it.path().contains("{"))
                    .forEach(it -> soft.assertThat(status(staff.get(it.example())))
                            .as("%s by %s", it, name)
                            .isBetween(400, 499));
        }
        soft.assertAll();
    }

    @Test
    void whoHasNotSignedInComesToNoPageOfStaff() throws IOException {
        var soft = new SoftAssertions();
        routes().filter(Route::needsSignIn)
                .forEach(it -> soft.assertThat(asked(it)).as(it.toString()).isIn(List.of(401, 403)));
        soft.assertAll();
    }

    @Test
    void whatIsOpenAsksNobodyToSignIn() throws IOException {
        var soft = new SoftAssertions();
        routes().filter(it -> !it.needsSignIn() && !it.asksForKey() && it.isPage())
                .forEach(it -> soft.assertThat(asked(it)).as(it.toString()).isNotIn(List.of(401, 500)));
        soft.assertAll();
    }

    @Test
    void whatNeedsAKeyTellsNothingWithoutOne() throws IOException {
        strangersHaveNotCalledYet();
        var soft = new SoftAssertions();
        routes().filter(it -> it.asksForKey() && it.method().equals("GET"))
                .forEach(it -> soft.assertThat(asked(it)).as(it.toString()).isIn(List.of(401, 403)));
        soft.assertAll();
    }

    /// So many calls a minute are theirs, and other tests are strangers too.
    private void strangersHaveNotCalledYet() {
        ReactiveRedisConnection connection = redis.getReactiveConnection();
        var keys = connection.keyCommands();
        keys.keys(StandardCharsets.UTF_8.encode("linli:open311:STRANGER:*"))
                .flatMapIterable(it -> it)
                .flatMap(keys::del)
                .then()
                .block();
    }

    static Set<String> roles() {
        return STAFF.keySet();
    }

    /// Each role has its own time, so that all pages of all need not fit into that of one test.
    @ParameterizedTest
    @MethodSource("roles")
    void eachRoleSeesItsPagesAndNoOthers(String role) throws IOException {
        var soft = new SoftAssertions();
        var staff = new SignedInAs(Objects.requireNonNull(STAFF.get(role)), web);
        routes().filter(it -> it.needsSignIn() && it.isPage()).forEach(it -> {
            int status = status(staff.get(it.path()));
            soft.assertThat(List.of(403, 404).contains(status) ? "refused" : "shown")
                    .as("%s by %s: %d", it, role, status)
                    .isEqualTo(it.roles().contains(role) ? "shown" : "refused");
        });
        soft.assertAll();
    }

    @Test
    void noPageMayBeFramedOrLoadWhatIsNotOurs() throws IOException {
        var soft = new SoftAssertions();
        routes().filter(Route::isPage).forEach(it -> {
            var headers = web.get()
                    .uri(it.path())
                    .accept(MediaType.TEXT_HTML)
                    .exchange()
                    .returnResult(Void.class)
                    .getResponseHeaders();
            soft.assertThat(headers.getFirst("Content-Security-Policy"))
                    .as(it.toString())
                    .matches("default-src '(self|none)'; .*base-uri 'none'; .*frame-ancestors 'none'.*")
                    .doesNotContain("unsafe");
            soft.assertThat(headers.getFirst("X-Content-Type-Options"))
                    .as(it.toString())
                    .isEqualTo("nosniff");
        });
        soft.assertAll();
    }

    private int asked(Route route) {
        return status(web.method(HttpMethod.valueOf(route.method()))
                .uri(route.example())
                .accept(MediaType.APPLICATION_JSON)
                .exchange());
    }

    private static int status(WebTestClient.ResponseSpec answer) {
        return answer.returnResult(Void.class).getStatus().value();
    }

    /// With whose they are in the place of who may call.
    private static List<Route> objects() throws IOException {
        return Files.readAllLines(OBJECTS).stream().skip(1).map(Route::ofObject).toList();
    }

    private static Stream<Route> routes() throws IOException {
        return Files.readAllLines(TABLE).stream().skip(1).map(Route::of);
    }
}
