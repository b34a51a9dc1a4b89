package org.linli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Each rule for Prometheus says what to do, and is asked both when it has to be silent and when it has to speak.
/// `.ci/deploy` lets promtool ask.
class AlertsTest {

    private static final Path FILES = Path.of("deploy/observability");
    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void eachRuleSaysHowUrgentItIsWhatPeopleNoticeAndWhereToLook() {
        assertThat(rules().toList()).hasSizeGreaterThan(15).allSatisfy(rule -> {
            assertThat(rule.at("/labels/severity").asString()).isIn("page", "ticket");
            assertThat(rule.at("/annotations/summary").asString()).isNotBlank();
            assertThat(rule.at("/annotations/look").asString()).isNotBlank();
        });
    }

    @Test
    void eachRuleIsTriedSpeakingAndSilent() {
        List<String> all = rules().map(AlertsTest::name).toList();

        assertThat(tried(it -> it.has("exp_alerts"))).containsAll(all);
        assertThat(tried(it -> !it.has("exp_alerts"))).containsAll(all);
    }

    /// Only people who are woken up can help where nobody can write to us any more.
    @Test
    void thatNothingIsKeptOrNobodyIsThereWakesSomebodyUp() {
        assertThat(rules().filter(it -> it.at("/labels/severity").asString().equals("page")))
                .extracting(AlertsTest::name)
                .contains("LinliIsGone", "LinliHasNoDatabase", "LinliKeepsNothing", "LinliIsSilent");
    }

    private static Stream<JsonNode> rules() {
        return read(FILES.resolve("alerts.yaml")).at("/groups/0/rules").valueStream();
    }

    private static String name(JsonNode rule) {
        return rule.path("alert").asString();
    }

    private static List<String> tried(Predicate<JsonNode> how) {
        try (var files = Files.list(FILES.resolve("alerts-test"))) {
            return files.flatMap(it -> read(it).path("tests").valueStream())
                    .flatMap(it -> it.path("alert_rule_test").valueStream())
                    .filter(how)
                    .map(it -> it.path("alertname").asString())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JsonNode read(Path file) {
        return YAML.readTree(file);
    }
}
