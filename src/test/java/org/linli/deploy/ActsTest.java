package org.linli.deploy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.linli.polls.web.RoundCalls;
import org.linli.polls.web.WorkCalls;
import org.linli.teaching.DecideLearning;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Behind one address of a page are many acts. Each of those that its code knows has a line in `actions.csv`, and is
/// known to the call that is named there: a new one without its call is seen here.
class ActsTest {

    /// Where the acts of a page, or of a call, are told apart: all that is written as `case "…"` of an act there.
    private static final Map<String, String> TOLD_APART = Map.of(
            "POST /desk/cases/{number}/{act}", "cases/web/CaseForms",
            "POST /desk/hotline/{act}", "hotline/web/OrderForms",
            "POST /desk/notices/{id}/{act}", "notices/web/NoticePage",
            "POST /desk/polls/{number:\\d{1,6}}/oversight/{act}", "polls/web/OversightDesk",
            "POST /desk/rounds/{number:\\d{1,6}}/works/{act}", "polls/web/ActOnWorks",
            "POST /desk/rounds/{number:\\d{1,6}}/{act}", "polls/web/ActOnRound",
            "POST /desk/whistles/{id}/{act}", "whistles/web/WhistleForm",
            "POST /api/v1/cases/{number}/acts", "api/ReadAct",
            "POST /api/v1/hotline/acts", "api/HotlineEndpoint",
            "POST /api/v1/whistles/{id}/acts", "api/ReadWhistle");

    /// Where they are listed.
    private static final Map<String, Set<String>> LISTED = Map.of(
            "POST /desk/teaching/change/{act}",
            ofLearning(),
            "POST /api/v1/teaching/change",
            ofLearning(),
            "POST /api/v1/rounds/{number}/acts",
            RoundCalls.ACTS,
            "POST /api/v1/rounds/{number}/works",
            WorkCalls.ACTS);

    private static final Pattern SWITCH =
            Pattern.compile("switch \\([^{]*\\b(?:act|what)\\b[^{]*\\) \\{(.*?)\\bdefault\\b", Pattern.DOTALL);
    private static final Pattern CASE = Pattern.compile("case (\"[^>]*\") ->");
    private static final Pattern WORD = Pattern.compile("\"([a-z-]+)\"");

    private final JsonNode document = document();

    @Test
    void everyActOfAPageSaysByWhichCallItIsDone() throws IOException {
        var pages = Action.all().stream()
                .filter(it -> it.page().endsWith("{act}"))
                .collect(Collectors.groupingBy(Action::page, Collectors.mapping(Action::act, Collectors.toSet())));

        assertThat(pages).hasSizeGreaterThan(7);
        pages.forEach((page, acts) -> assertThat(acts).as(page).isEqualTo(acts(page)));
    }

    @Test
    void everyActIsKnownToItsCallAndToTheDocument() throws IOException {
        var named = Action.all().stream().filter(it -> !it.named().isEmpty()).toList();

        assertThat(named)
                .hasSizeGreaterThan(40)
                .allSatisfy(it -> assertThat(acts(it.call()))
                        .as(it.page() + " " + it.act())
                        .contains(it.named()));
        named.stream()
                .map(Action::call)
                .distinct()
                .forEach(call -> assertThat(documented(call)).as(call).isEqualTo(acts(call)));
    }

    /// Never empty.
    private static Set<String> acts(String route) {
        var listed = LISTED.get(route);
        return listed == null ? toldApart(route) : new TreeSet<>(listed);
    }

    private static Set<String> toldApart(String route) {
        String of = requireNonNull(TOLD_APART.get(route), "where acts are told apart: " + route);
        var found = all(SWITCH, source(of))
                .flatMap(it -> all(CASE, it.group(1)))
                .flatMap(it -> all(WORD, it.group(1)))
                .map(it -> it.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(found).as("acts of " + of).isNotEmpty();
        return found;
    }

    private static Stream<MatchResult> all(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    private Set<String> documented(String call) {
        String[] route = call.split(" ");
        var body = document.path("paths")
                .path(route[1])
                .path(route[0].toLowerCase(Locale.ROOT))
                .at("/requestBody/content/application~1json/schema");
        var schema = document.at(body.path("$ref").asString().substring(1));
        return schema.at("/properties/act/enum")
                .valueStream()
                .map(JsonNode::asString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ofLearning() {
        return Arrays.stream(DecideLearning.Act.values())
                .map(it -> it.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static JsonNode document() {
        return new YAMLMapper().readTree(read(Path.of("templates/api/openapi.yaml")));
    }

    private static String source(String of) {
        return read(Path.of("src/main/java/org/linli", of + ".java"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
