package org.linli.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.linli.LinliTest;
import org.linli.keys.Scope;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Each call is opened by the scope that the document names, and by nothing else.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class ScopesTest extends WithPrograms {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// Opened by the key of who sends orders, and no key of programs.
    private static final String BY_SIGNATURE = "/api/v1/hotline/orders";

    private final Map<Scope, Program> alone = new EnumMap<>(Scope.class);
    private final Map<Scope, Program> without = new EnumMap<>(Scope.class);

    @TestFactory
    Stream<DynamicTest> eachCallIsOpenedByItsScopeAndByNoOther() {
        assertThat(document.operations()).hasSizeGreaterThan(100);
        return document.operations().stream()
                .map(it -> DynamicTest.dynamicTest(it.method() + " " + it.path(), () -> isOpenedByItsScope(it)));
    }

    private void isOpenedByItsScope(Document.Operation it) {
        if (it.path().equals(BY_SIGNATURE) && it.method().equals("POST")) {
            assertThat(refusal(it, program)).as("with all scopes").startsWith("401");
            return;
        }
        Scope scope = scope(it.scope());

        assertThat(refusal(it, without.computeIfAbsent(scope, this::without)))
                .as("with all scopes but %s", it.scope())
                .isEqualTo("403 urn:linli:api:scope-missing");
        assertThat(refusal(it, opened(it, scope)))
                .as("%s %s with %s alone", it.method(), it.path(), it.scope())
                .doesNotContain("scope-missing")
                .doesNotStartWith("401")
                .doesNotStartWith("429")
                .doesNotStartWith("5");
    }

    /// Files that tell who works here, or show what was photographed, and a unit that goes with its staff ask for two.
    private static final Map<String, Scope> AND = Map.of(
            "/api/v1/community/file",
            Scope.STAFF_READ,
            "/api/v1/hotline/file",
            Scope.CASES_MEDIA,
            "/api/v1/units/{id}/retire",
            Scope.STAFF_WRITE);

    private Program opened(Document.Operation it, Scope scope) {
        var and = AND.get(it.path());
        return and != null
                ? program(EnumSet.of(scope, and), null)
                : alone.computeIfAbsent(scope, only -> program(EnumSet.of(only), null));
    }

    private static Scope scope(String word) {
        return Arrays.stream(Scope.values())
                .filter(it -> it.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    /// Of something that is not there, and with a body that says nothing.
    private String refusal(Document.Operation it, Program by) {
        var call = web.method(HttpMethod.valueOf(it.method()))
                .uri(it.path().replaceAll("\\{[^}]+}", "1"))
                .header("Authorization", "Bearer " + by.key())
                .header("Idempotency-Key", UUID.randomUUID().toString());
        var answer = (it.method().equals("GET")
                        ? call.exchange()
                        : call.contentType(MediaType.APPLICATION_JSON)
                                .bodyValue("{}")
                                .exchange())
                .expectBody(byte[].class)
                .returnResult();
        return answer.getStatus().value() + " " + type(answer.getResponseBody());
    }

    /// Empty where the answer is no refusal, as a file.
    private static String type(byte @Nullable [] body) {
        try {
            return JSON.readTree(Objects.requireNonNullElse(body, new byte[0]))
                    .path("type")
                    .asString("");
        } catch (JacksonException other) {
            return "";
        }
    }
}
