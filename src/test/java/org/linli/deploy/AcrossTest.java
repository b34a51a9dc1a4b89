package org.linli.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.Results;
import org.linli.cases.web.SignedInAs;
import org.linli.cases.web.Talker;
import org.linli.channels.Intake;
import org.linli.community.Communities;
import org.linli.community.ImportCommunity;
import org.linli.community.StaffPasswords;
import org.linli.deploy.Statements.Said;
import org.linli.inbox.HandleArrival;
import org.linli.keys.ApiKeys;
import org.linli.keys.Scope;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.Job;
import org.linli.web.WithProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.reactive.server.WebTestClient;

/// No statement reads over communities but those that `deploy/citus/across.csv` names, with the reason: reports of the
/// whole installation, and jobs that claim what is due wherever it is. Each statement that the program says, while two
/// communities live in it, and each that stands whole in its sources, is planned by PostgreSQL; the plan tells what is
/// read.
@Import(Statements.class)
class AcrossTest extends WithProvider {

    private static final Logger LOG = LoggerFactory.getLogger(AcrossTest.class);
    private static final Path REPORTS = Path.of("deploy/citus/across.csv");
    private static final Path ROUTES = Path.of("deploy/security/routes.csv");

    /// Hear until the program ends, and never end by themselves.
    private static final Set<String> HEARING = Set.of("hear-of-accounts", "hear-of-imports");

    private static final Pattern ENDLESS = Pattern.compile("/desk/(talks/)?live|/chat/events");

    /// Fewer would say that the program was not driven through.
    private static final int SAID = 300;

    @Autowired
    Statements statements;

    @Autowired
    List<Job> jobs;

    @Autowired
    WebTestClient web;

    @Autowired
    DatabaseClient database;

    @Autowired
    Communities communities;

    @Autowired
    ApiKeys keys;

    @Autowired
    ImportCommunity importing;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    Intake intake;

    @Autowired
    HandleArrival converse;

    @Autowired
    Clock clock;

    @Value("${linli.database-url}")
    String url;

    @Test
    @Timeout(600)
    void noStatementReadsOverCommunitiesButNamedReports() throws IOException, SQLException {
        twoCommunities();
        allJobs();
        for (var who : Map.of("lm", "chen", "hq", "bao").entrySet()) {
            peopleOf(who.getKey());
            pagesBy(who.getValue());
            callsOf(who.getKey(), who.getValue());
        }
        allJobs();
        database.sql(Aged.A_HUNDRED_YEARS).then().block();
        database.sql("update webhooks.subscriptions set stopped_at = null")
                .then()
                .block();
        allJobs();

        database.sql("analyze").then().block();

        assertThat(statements.said().size()).as("distinct statements").isGreaterThan(SAID);
        var all = new HashSet<>(SourceStatements.all());
        all.addAll(statements.said());
        assertThat(all.stream().filter(it -> it.sql().contains("skip locked")))
                .as("claims that are put together are said, or nobody knows what they lock")
                .extracting(Said::by)
                .contains("FailedAttempts", "MakeCalls", "Old");
        var across = across(all);
        assertThat(across.keySet())
                .as("each has a line with its reason in %s, and each line has a statement: %s", REPORTS, across)
                .containsExactlyInAnyOrderElementsOf(named());
        assertThat(new CitusRules(new Explain(url)).broken(all))
                .as("what a Citus is documented to refuse")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select * from cases.cases where community_id = $1 and number = $2 | ''",
                "select * from cases.cases where number = $1 | cases.cases",
                "select c.* from cases.cases c join cases.steps s using (community_id, number) where c.community_id = $1 | ''",
                "select c.* from cases.cases c join cases.steps s using (number) where c.community_id = $1 | cases.steps",
                "select * from cases.cases where community_id = $1 or is_open | cases.cases",
                "select * from cases.cases where opened_at < $1 and (community_id = any($2)) = $3 | cases.cases",
                "select * from cases.cases where (community_id, number) > ($1, $2) | cases.cases",
                "update cases.cases c set version = 1 from unnest($1::text[], $2::text[]) as it(community_id, number) where c.community_id = it.community_id and c.number = it.number | ''",
                "delete from cases.cases where number = $1 | cases.cases",
                "insert into keys.keys (community_id, id) values ($1, $2) | ''",
                "with due as (select community_id, number from cases.clocks where next_at < $1) update cases.cases c set version = 1 from due where c.community_id = due.community_id and c.number = due.number | cases.cases cases.clocks"
            })
    void whatIsReadOverCommunitiesIsSeen(String sql, String tables) throws SQLException {
        var explain = new Explain(url);

        assertThat(String.join(" ", Objects.requireNonNull(explain.of(sql)).across(explain.spread())))
                .isEqualTo(tables);
    }

    private void twoCommunities() {
        importing.from("other.yaml", ObjectsTest.OTHERS.getBytes(UTF_8)).block();
        String hash = Objects.requireNonNull(encoder.encode(SignedInAs.PASSWORD));
        passwords.set(new CommunityId("hq"), "bao", hash).block();
        passwords.set(new CommunityId("lm"), "chen", hash).block();
        database.sql(ARow.IN_EVERY_TABLE).then().block();
        database.sql(ObjectsTest.A_DELIVERY).then().block();
    }

    /// What they do is tested elsewhere; one that fails on our made-up rows has said its statement.
    private void allJobs() {
        jobs.stream()
                .filter(it -> !HEARING.contains(it.name()))
                .forEach(it -> it.round().onErrorComplete().block());
    }

    private void peopleOf(String community) {
        var talker = new Talker(intake, converse, database, clock);
        if (community.equals("lm")) {
            for (String words : List.of("3栋电梯坏了", "好的", "办得怎么样了", "5星 很好", "有什么通知", "我要看我的资料", "转人工")) {
                said(() -> talker.says("across", words, null));
            }
        }
        for (String page : List.of("/notices/%s", "/polls/%s", "/open/%s", "/rounds/%s")) {
            asked(web.get().uri(page.formatted(community)).exchange());
        }
    }

    /// What somebody hears is tested elsewhere; see [#allJobs].
    private static void said(Runnable words) {
        try {
            words.run();
        } catch (RuntimeException onMadeUpRows) {
            LOG.info("nothing was answered: {}", onMadeUpRows.getClass().getName());
        }
    }

    private void pagesBy(String staff) throws IOException {
        var browser = new SignedInAs(staff, web);
        for (String page : plainPages()) {
            asked(browser.get(page));
        }
        for (var line : ObjectsTest.lines().filter(ObjectsTest.Line::isForStaff).toList()) {
            String path = line.filled(ids(), ObjectsTest.NUMBER);
            asked(line.method().equals("GET") ? browser.get(path) : browser.post(path, ObjectsTest.FORM));
        }
    }

    private void callsOf(String community, String staff) throws IOException {
        var by = Results.result(communities.map(new CommunityId(community)))
                .staffMember(staff)
                .orElseThrow();
        String key = Results.result(keys.make(by, new ApiKeys.Wanted("平台", EnumSet.allOf(Scope.class), null, null)));
        for (String line : Files.readAllLines(ROUTES)) {
            if (line.startsWith("/api/v1/") && line.contains(",GET,") && !line.contains("{")) {
                called(key, "GET", line.substring(0, line.indexOf(',')), "");
            }
        }
        for (var line :
                ObjectsTest.lines().filter(ObjectsTest.Line::isForPrograms).toList()) {
            called(
                    key,
                    line.method(),
                    line.filled(ids(), ObjectsTest.NUMBER),
                    "{\"act\":\"accept\",\"version\":0,\"words\":\"x\"}");
        }
        called(key, "POST", "/api/v1/notices", """
            {"kind":"policy","title":"图书角","text":"周六","audience":"全体",
             "from":"2026-11-21T09:00:00+08:00","until":"2999-11-22T09:00:00+08:00"}""");
        called(key, "POST", "/api/v1/polls", """
            {"question":"刷成白色好不好？","kind":"yes-no","group":"b3","hours":24}""");
        called(key, "POST", "/api/v1/cases", """
            {"label":"report.noise","place":"b3","words":"楼上一直吵","way":"telephone","phone":"13800139999"}""");
    }

    private void called(String key, String method, String path, String body) {
        asked(web.method(HttpMethod.valueOf(method))
                .uri(path)
                .header("Authorization", "Bearer " + key)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange());
    }

    private static void asked(WebTestClient.ResponseSpec answer) {
        answer.returnResult(Void.class).getStatus();
    }

    private static List<String> plainPages() throws IOException {
        return Files.readAllLines(ROUTES).stream()
                .filter(it -> it.contains(",GET,") && !it.contains("{") && !it.startsWith("/api/"))
                .map(it -> it.substring(0, it.indexOf(',')))
                .filter(it -> !ENDLESS.matcher(it).matches())
                .toList();
    }

    private Map<String, String> ids() {
        String number = Results.result(database.sql("select min(number) from cases.cases where community_id = 'lm'")
                .mapValue(String.class)
                .one());
        return Map.of(
                "",
                ObjectsTest.THEIRS,
                "case",
                number,
                "object of the API",
                number,
                "poll",
                ObjectsTest.NUMBER,
                "building",
                "b3",
                "staff member",
                "lin",
                "resident",
                "r01",
                "colleague",
                "shen",
                "month",
                "2026-10");
    }

    /// By who says it and what it reads, an example of each.
    private Map<String, String> across(Set<Said> all) throws SQLException {
        var explain = new Explain(url);
        var spread = explain.spread();
        var across = new TreeMap<String, String>();
        for (var it : all) {
            var plan = explain.of(it.sql());
            var tables = plan == null ? Explain.unplanned(it.sql(), spread) : plan.across(spread);
            if (!tables.isEmpty()) {
                across.put(it.by() + "," + String.join(" ", tables), it.sql());
            }
        }
        return across;
    }

    private static Set<String> named() throws IOException {
        return Files.readAllLines(REPORTS).stream()
                .skip(1)
                .map(it -> it.substring(0, it.indexOf(',', it.indexOf(',') + 1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
