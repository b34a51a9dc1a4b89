package org.linli.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import tools.jackson.databind.json.JsonMapper;

/// Every route there is, with fields that have been on its pages and are broken since: whoever sends them is told what
/// is wrong, and it is never we who fail.
///
/// The fields are those of the method behind the route, so that a new page takes part without being named here.
@Tag("long")
@LinliTest
@TestPropertySource(properties = {"linli.demo=true", "linli.demo-board=true", "linli.stand-ins=true"})
class FuzzedRoutesIT {

    private static final Duration EACH = Duration.ofSeconds(Long.getLong("fuzz.routes.seconds", 75));

    /// They end what the others need: the session, the password, the key; or never end themselves.
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

    record Route(HttpMethod method, PathPattern path, List<String> fields, boolean isJson, boolean hasFile) {

        boolean isApi() {
            return path.getPatternString().startsWith("/api/");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

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
        var routes = routes();
        lookAround(chen, routes);
        var changing =
                routes.stream().filter(it -> it.method() != HttpMethod.GET).toList();
        var reading =
                routes.stream().filter(it -> it.method() == HttpMethod.GET).toList();
        var failed = new TreeMap<String, String>();
        var answers = new TreeMap<Integer, Integer>();
        for (Instant end = Instant.now().plus(EACH); Instant.now().isBefore(end); ) {
            var route = damage.one(damage.once(4) ? reading : changing);
            String path = seen.path(route.path(), damage);
            var fields = fields(route);
            int status = status(route.isApi() ? called(route, path, fields) : sent(chen, route, path, fields));
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
        assertThat(chen.get("/desk").returnResult(Void.class).getStatus().value())
                .as("the session has lasted")
                .isEqualTo(200);
    }

    private List<Route> routes() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(it -> !it.getKey()
                        .getProducesCondition()
                        .getProducibleMediaTypes()
                        .contains(MediaType.TEXT_EVENT_STREAM))
                .flatMap(it -> routes(it.getKey(), it.getValue()))
                .filter(it -> SPARED.stream().noneMatch(it.path().getPatternString()::startsWith))
                .sorted(Comparator.comparing(Route::toString))
                .toList();
    }

    private static Stream<Route> routes(RequestMappingInfo info, HandlerMethod method) {
        var parameters = List.of(method.getMethodParameters());
        var fields =
                parameters.stream().flatMap(FuzzedRoutesIT::names).distinct().toList();
        boolean json = parameters.stream().anyMatch(it -> it.hasParameterAnnotation(RequestBody.class));
        boolean file = parameters.stream()
                .filter(it -> it.getParameterType().isRecord())
                .flatMap(it -> Arrays.stream(it.getParameterType().getRecordComponents()))
                .anyMatch(it -> it.getGenericType().getTypeName().contains(FilePart.class.getName()));
        return info.getPatternsCondition().getPatterns().stream()
                .flatMap(path -> info.getMethodsCondition().getMethods().stream()
                        .map(it -> new Route(it.asHttpMethod(), path, fields, json, file)));
    }

    private static Stream<String> names(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        var type = parameter.getParameterType();
        if (type.isRecord()) {
            return Arrays.stream(type.getRecordComponents()).map(it -> it.getName());
        }
        return type.getName().startsWith("java.") ? Stream.ofNullable(parameter.getParameterName()) : Stream.empty();
    }

    private void readDocument() {
        byte[] text = web.get()
                .uri("/api/v1/openapi.json")
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBody();
        documented = new DocumentedFields(JsonMapper.shared().readTree(text)).byRoute();
    }

    private void lookAround(SignedInAs chen, List<Route> routes) {
        routes.stream().filter(it -> it.method() == HttpMethod.GET).forEach(it -> {
            String path = seen.path(it.path(), damage);
            var answer = it.isApi()
                    ? called(it, path, Map.of())
                    : chen.call(HttpMethod.GET, path).exchange();
            seen.look(Objects.requireNonNullElse(
                    new String(
                            Objects.requireNonNullElse(
                                    answer.expectBody().returnResult().getResponseBody(), new byte[0]),
                            UTF_8),
                    ""));
        });
    }

    private Map<String, String> fields(Route route) {
        var fields = new TreeMap<String, String>();
        seen.some(documented.getOrDefault(route.toString(), route.fields()), damage)
                .forEach(it -> fields.put(it, seen.value(it, damage)));
        return fields;
    }

    private WebTestClient.ResponseSpec called(Route route, String path, Map<String, String> fields) {
        boolean asks = route.method() == HttpMethod.GET;
        var call = web.method(route.method())
                .uri(here -> URI.create(here.build() + path + (asks ? query(fields) : "")))
                .header("Authorization", "Bearer " + key)
                .header(
                        "Idempotency-Key",
                        damage.once(20) ? "x".repeat(300) : UUID.randomUUID().toString());
        return asks
                ? call.exchange()
                : call.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(json(fields))
                        .exchange();
    }

    private WebTestClient.ResponseSpec sent(SignedInAs chen, Route route, String path, Map<String, String> fields) {
        if (route.method() == HttpMethod.GET) {
            return chen.call(HttpMethod.GET, path + query(fields)).exchange();
        }
        var call = chen.call(route.method(), path);
        if (route.isJson()) {
            return call.contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(json(fields))
                    .exchange();
        }
        if (route.hasFile()) {
            return call.body(BodyInserters.fromMultipartData(parts(chen, fields).build()))
                    .exchange();
        }
        var form = new LinkedMultiValueMap<String, String>();
        fields.forEach(form::add);
        form.add("_csrf", chen.csrf());
        return call.body(BodyInserters.fromFormData(form)).exchange();
    }

    private MultipartBodyBuilder parts(SignedInAs chen, Map<String, String> fields) {
        var parts = new MultipartBodyBuilder();
        fields.forEach((name, value) -> {
            if (List.of("file", "picture", "pictures").contains(name)) {
                parts.part(name, damage.text(value).getBytes(UTF_8)).filename("x.png");
            } else {
                parts.part(name, value);
            }
        });
        parts.part("_csrf", chen.csrf());
        return parts;
    }

    private String json(Map<String, String> fields) {
        var body = new TreeMap<String, @Nullable Object>();
        fields.forEach((name, value) -> body.put(name, any(value)));
        String text = JsonMapper.shared().writeValueAsString(body);
        return damage.once(10) ? damage.text(text) : text;
    }

    private @Nullable Object any(String value) {
        return switch (damage.dice().nextInt(12)) {
            case 0 -> null;
            case 1 -> List.of(value);
            case 2 -> Map.of("id", value);
            case 3 -> damage.dice().nextLong();
            case 4 -> damage.dice().nextInt(100);
            case 5 -> damage.once(2);
            case 6 -> 1e300;
            default -> value;
        };
    }

    private static String query(Map<String, String> fields) {
        var all = fields.entrySet().stream()
                .map(it -> SeenOnPages.encoded(it.getKey()) + "=" + SeenOnPages.encoded(it.getValue()))
                .toList();
        return all.isEmpty() ? "" : "?" + String.join("&", all);
    }

    private static int status(WebTestClient.ResponseSpec answer) {
        return answer.expectBody().returnResult().getStatus().value();
    }

    private static String shortened(Map<String, String> fields) {
        String text = fields.toString();
        return text.length() > 400 ? text.substring(0, 400) + "…" : text;
    }

    private void anotherKey() {
        var chen = communities.map(SignedInAs.LM).block().staffMember("chen").orElseThrow();
        key = keys.make(chen, new ApiKeys.Wanted("街道平台", EnumSet.allOf(Scope.class), null, null))
                .block();
    }
}
