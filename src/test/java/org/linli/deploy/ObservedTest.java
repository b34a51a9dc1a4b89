package org.linli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.platform.jobs.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What operators see is what the program tells.
@LinliTest
class ObservedTest {

    private static final Path FILES = Path.of("deploy/observability");
    private static final Pattern NAME = Pattern.compile("\\b(?:linli|jvm|process|r2dbc|http)_[a-z0-9_]+");
    private static final Pattern LABELS = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");

    /// Known only where an account of a platform is set up; `MeasureTokensTest`, `MeasureQuotasTest` and
    /// `ReadArchiveTest` see to it.
    private static final Set<String> OF_ACCOUNTS = Set.of(
            "linli_token_expires_seconds",
            "linli_token_missing",
            "linli_quota_left",
            "linli_quota_most",
            "linli_archive_holes",
            "linli_archive_hole_seconds");

    @Autowired
    WebTestClient web;

    @Autowired
    DatabaseClient database;

    @Autowired
    List<Job> jobs;

    @BeforeEach
    void somethingHappens() {
        web.post().uri("/webhooks/nobody/x").exchange().expectStatus().isNotFound();
        database.sql("""
                        insert into outbox.letters (community_id, key, address, template, facts, state, lease_until, created_at)
                        values ('seen', 'one', 'webchat:seen:person:r1', 'x', '{}', 'sending', now() - interval '1 hour', now())
                        on conflict do nothing""").then().block();
        List.of("give-up-letters", "measure-letters", "measure-arrivals", "refresh-intents", "watch-database")
                .forEach(this::run);
    }

    @Test
    void everyNumberThatAnAlertOrThePicturesAskForIsTold() throws Exception {
        var told = names(scraped());
        told.addAll(OF_ACCOUNTS);

        assertThat(names(String.join("\n", asked()))).hasSizeGreaterThan(12).isSubsetOf(told);
    }

    @Test
    void lettersAreCountedByStateAndReason() {
        assertThat(scraped())
                .containsPattern("linli_outbox_letters\\{.*reason=\"SENDER_GONE\".*state=\"unknown\".*} [1-9]");
    }

    @Test
    void thatTheDatabaseAnswersIsTold() {
        assertThat(scraped()).containsPattern("linli_database_answers(\\{[^}]*})? 1");
    }

    /// A label that grows with people, cases or texts would fill whoever keeps the numbers, and tell of people.
    @Test
    void labelsAreFewAndNameNobody() {
        Map<String, Set<String>> values = new TreeMap<>();
        LABELS.matcher(linesOfOurs())
                .results()
                .forEach(it -> values.computeIfAbsent(it.group(1), _ -> new TreeSet<>())
                        .add(it.group(2)));

        assertThat(values.keySet())
                .isSubsetOf(
                        "account",
                        "application",
                        "as",
                        "channel",
                        "deadline",
                        "le",
                        "outcome",
                        "quota",
                        "reason",
                        "state",
                        "version",
                        "why",
                        "work");
        assertThat(values.remove("work"))
                .containsExactlyInAnyOrderElementsOf(
                        jobs.stream().map(Job::name).toList());
        assertThat(values).allSatisfy((label, of) -> assertThat(of).as(label).hasSizeLessThan(40));
    }

    @Test
    void numbersAreForWhoeverHasTheKey() {
        web.get()
                .uri("/actuator/prometheus")
                .header("Authorization", "Bearer wrong")
                .exchange()
                .expectStatus()
                .isUnauthorized();
        web.get()
                .uri("/actuator/metrics")
                .header("Authorization", "Bearer test-scrapes")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void aReplicaLivesAndIsReady() {
        Stream.of("liveness", "readiness")
                .forEach(it -> web.get()
                        .uri("/actuator/health/" + it)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .json("{\"status\":\"UP\"}", JsonCompareMode.STRICT));
    }

    private String scraped() {
        var body = web.get()
                .uri("/actuator/prometheus")
                .header("Authorization", "Bearer test-scrapes")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(body);
    }

    private String linesOfOurs() {
        return String.join(
                "\n", scraped().lines().filter(it -> it.startsWith("linli_")).toList());
    }

    private void run(String job) {
        jobs.stream()
                .filter(it -> it.name().equals(job))
                .findFirst()
                .orElseThrow()
                .round()
                .block();
    }

    private static Set<String> names(String text) {
        var names = new TreeSet<String>();
        NAME.matcher(text).results().forEach(it -> names.add(it.group()));
        return names;
    }

    private static List<String> asked() throws Exception {
        var all = new ArrayList<String>();
        JsonNode alerts = new YAMLMapper().readTree(Files.readString(FILES.resolve("alerts.yaml")));
        alerts.get("groups")
                .get(0)
                .get("rules")
                .forEach(it -> all.add(it.get("expr").asString()));
        JsonNode pictures = JsonMapper.shared().readTree(Files.readString(FILES.resolve("dashboard.json")));
        pictures.get("panels")
                .forEach(panel -> panel.get("targets")
                        .forEach(it -> all.add(it.get("expr").asString())));
        // by which more replicas are started
        all.add(Files.readString(Path.of("deploy/kubernetes/base/autoscaling.yaml")));
        return all;
    }
}
