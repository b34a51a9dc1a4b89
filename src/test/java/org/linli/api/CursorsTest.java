package org.linli.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A list that may grow is read page by page: every call that answers `items` takes a `cursor` and answers `next`.
class CursorsTest {

    /// Lists that cannot grow long, each with the reason.
    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("POST /api/v1/channels/{channel}/{id}/check", "steps of setting up one account"),
            Map.entry("POST /api/v1/residents/find", "names have no place in an address: its cursor is in the body"),
            Map.entry("GET /api/v1/channels", "our accounts on platforms, a handful"),
            Map.entry("GET /api/v1/places/{id}/codes", "one for each door of a compound"),
            Map.entry("GET /api/v1/cases/to-call", "those who wait longest, as on the page"),
            Map.entry("GET /api/v1/channels/kinds", "one for each platform that the program knows"),
            Map.entry("GET /api/v1/channels/{channel}/{id}/exchanges", "the newest 200 are all that is kept"),
            Map.entry("GET /api/v1/rounds/{number}/prizes", "a round has a few prizes"),
            Map.entry("GET /api/v1/letters/history", "the newest hundred steps of one letter, as on the page"),
            Map.entry("GET /api/v1/retention", "one for each kind of data that the program keeps"),
            Map.entry("GET /api/v1/residents/{id}/kept", "at most one for each table"),
            Map.entry("GET /api/v1/notices/{id}/enclosed", "a notice takes a few enclosures"),
            Map.entry("POST /api/v1/notices/{id}/enclosed", "the same"),
            Map.entry("POST /api/v1/notices/{id}/enclosed/{file}/out", "the same"),
            Map.entry("GET /api/v1/notices/{id}/translations", "one for each language"),
            Map.entry("POST /api/v1/notices/{id}/translations", "the same"),
            Map.entry("GET /api/v1/letters/calls", "the latest fifty of each line, as on the page"),
            Map.entry("GET /api/v1/many", "accounts that write to many"),
            Map.entry("GET /api/v1/open/cases", "the latest sixty of a month, as on the page"),
            Map.entry("GET /api/v1/open/{number}/pictures", "pictures of one case"),
            Map.entry("GET /api/v1/ledgers", "twenty of the key's own, each kept for a day"));

    private final Document document = new Document();

    @Test
    void everyListThatMayGrowIsReadPageByPage() {
        var whole = operations()
                .filter(this::isList)
                .filter(it -> !parameters(it).contains("cursor"))
                .map(Operation::toString)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(whole).containsExactlyInAnyOrderElementsOf(SHORT.keySet());
        assertThat(SHORT.values()).noneMatch(String::isBlank);
    }

    @Test
    void whoeverTakesACursorSaysWhereTheNextPageBegins() {
        assertThat(operations().filter(it -> parameters(it).contains("cursor")))
                .hasSizeGreaterThan(20)
                .allSatisfy(it -> assertThat(answers(it))
                        .as(it.toString())
                        .anyMatch(schema -> properties(schema).contains("next")));
    }

    private record Operation(String method, String path, JsonNode it) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private Stream<Operation> operations() {
        return document.operations().stream()
                .map(it -> new Operation(
                        it.method(),
                        it.path(),
                        document.tree()
                                .path("paths")
                                .path(it.path())
                                .path(it.method().toLowerCase(Locale.ROOT))));
    }

    /// Its answer is an array, or a page of one.
    private boolean isList(Operation operation) {
        return answers(operation)
                .anyMatch(it -> it.path("type").asString().equals("array")
                        || properties(it).contains("items"));
    }

    private Set<String> parameters(Operation operation) {
        return operation
                .it()
                .path("parameters")
                .valueStream()
                .map(this::referred)
                .map(it -> it.path("name").asString())
                .collect(Collectors.toSet());
    }

    private Stream<JsonNode> answers(Operation operation) {
        return operation.it().path("responses").properties().stream()
                .filter(it -> it.getKey().startsWith("2"))
                .flatMap(it -> referred(it.getValue()).path("content").valueStream())
                .map(it -> referred(it.path("schema")));
    }

    private static Set<String> properties(JsonNode schema) {
        return Set.copyOf(schema.path("properties").propertyNames());
    }

    private JsonNode referred(JsonNode it) {
        return it.has("$ref") ? document.tree().at(it.path("$ref").asString().substring(1)) : it;
    }
}
