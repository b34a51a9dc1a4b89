package org.linli.polls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.number;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.linli.LinliTest;
import org.linli.cases.web.SignedInAs;
import org.linli.cases.web.Talker;
import org.linli.channels.Address;
import org.linli.channels.Intake;
import org.linli.community.StaffPasswords;
import org.linli.inbox.HandleArrival;
import org.linli.platform.database.Columns;
import org.linli.platform.jobs.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/// The demo before anything was asked, proposed or voted there, and people who talk to us.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
public abstract class NeighboursVote {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @Autowired
    protected WebTestClient web;

    @Autowired
    protected DatabaseClient database;

    @Autowired
    protected Clock clock;

    @Autowired
    protected Intake intake;

    @Autowired
    protected HandleArrival converse;

    @Autowired
    private StaffPasswords passwords;

    @Autowired
    private PasswordEncoder encoder;

    @Autowired
    private List<Job> jobs;

    @BeforeEach
    void nothingWasAsked() {
        completed(database.sql("""
                        truncate polls.polls, polls.rounds, polls.proposals, polls.supports, polls.objections,
                          polls.recounts, polls.money, polls.milestones, polls.appraisals, polls.parcels, polls.wishes,
                          polls.doors, polls.picks, polls.rearrangements, polls.consents, dialogue.conversations cascade""").then());
        completed(database.sql(
                        "delete from outbox.letters where template ~ '^(poll|round|proposal|objection|works|appraisal|owners|receipt|proxy|age)-'")
                .then());
    }

    /// Signed in, with a password given just now.
    protected SignedInAs staff(String who) {
        result(passwords.set(SignedInAs.LM, who, Objects.requireNonNull(encoder.encode(SignedInAs.PASSWORD))));
        return new SignedInAs(who, web);
    }

    /// In private.
    protected void says(String who, String words) {
        talker().says(who, words, null);
    }

    /// @param group like `b3`; `null` in private
    protected void says(String who, String words, @Nullable String group) {
        talker().says(who, words, group == null ? null : Address.parse("webchat:lm:group:" + group));
    }

    protected Talker talker() {
        return new Talker(intake, converse, database, clock);
    }

    /// A ballot in words is repeated, and counts once its voter says so.
    protected void votes(String who, String words) {
        says(who, words);
        says(who, "确认");
    }

    protected long letters(String template) {
        return count("select count(*) n from outbox.letters where template = '" + template + "'");
    }

    /// The facts of the last letter of this template; empty where there is none.
    protected String told(String template) {
        return String.join(
                "",
                results(database.sql(
                                "select facts::text t from outbox.letters where template = $1 order by id desc limit 1")
                        .bind("$1", template)
                        .map(row -> Columns.text(row, "t"))
                        .all()));
    }

    protected long count(String query) {
        return number(database, query);
    }

    protected Job job(String name) {
        return jobs.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    protected int ran(String job) {
        return result(job(job).round());
    }

    protected String page(String path) {
        return Objects.requireNonNull(web.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    /// What a visitor's browser gets that fills in the form on that page; 3 is a redirect, 2 the form again.
    protected Map.Entry<Integer, String> fills(String form, String path, Map<String, String> fields) {
        var page = web.get().uri(form).exchange().expectBody(String.class).returnResult();
        var token = TOKEN.matcher(Objects.requireNonNull(page.getResponseBody()));
        assertThat(token.find()).isTrue();
        var body = BodyInserters.fromFormData("_csrf", token.group(1));
        fields.forEach(body::with);
        String cookie = Objects.requireNonNull(page.getResponseCookies().getFirst("XSRF-TOKEN"))
                .getValue();
        var answer = web.post()
                .uri(path)
                .cookie("XSRF-TOKEN", cookie)
                .body(body)
                .exchange()
                .expectBody(String.class)
                .returnResult();
        return Map.entry(answer.getStatus().value() / 100, Objects.requireNonNullElse(answer.getResponseBody(), ""));
    }
}
