package org.linli.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;
import static org.linli.Results.results;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.audit.Entry;
import org.linli.audit.Trail;
import org.linli.cases.web.SignedInAs;
import org.linli.community.StaffPasswords;
import org.linli.platform.jobs.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class RetentionPageTest {

    private static final String PAGE = "/desk/admin/retention";

    @Autowired
    WebTestClient web;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    DatabaseClient database;

    @Autowired
    Trail trail;

    @Autowired
    List<Job> jobs;

    @BeforeEach
    void staffCanSignIn() {
        SignedInAs.givePasswords(passwords, encoder);
    }

    @AfterEach
    void asUsualAgain() {
        completed(database.sql("delete from retention.periods where community_id = 'lm'")
                .then());
    }

    @Test
    void everyJobThatForgetsSaysHowLongItWaitsAndWhyBetweenWhatBounds() {
        assertThat(jobs)
                .filteredOn(it -> it.name().startsWith("forget-") || it.name().startsWith("destroy-"))
                .allSatisfy(it -> assertThat(it.keptFor()).as(it.name()).isPresent());
        assertThat(new SignedInAs("chen", web).page(PAGE))
                .contains("现在留 90 天", "可选 30 到 365 天", "查得到", "forget-twins", "收到的原始消息")
                .doesNotContain("??");
    }

    @Test
    void aShorterTimeNeedsAConfirmationThatNamesWhatItDeletes() {
        completed(database.sql("""
            insert into webchat.lines (community_id, room, seq, id, speaker, content, at)
            select 'lm', 'person:retention', n, 'r' || n, 'a', '{}', now() - interval '100 days'
            from generate_series(1, 1234) n on conflict do nothing""").then());
        var chen = new SignedInAs("chen", web);

        assertThat(posted(chen, Map.of("kind", "chat", "days", "60")))
                .contains("从 365 天缩短到 60 天吗", "1,234 条", "现在留 365 天", "确认缩短")
                .doesNotContain("??");

        assertThat(posted(chen, Map.of("kind", "chat", "days", "60", "confirmed", "365")))
                .contains("改好了", "现在留 60 天", "恢复默认的 365 天")
                .doesNotContain("??");
        assertThat(audited())
                .anyMatch(it -> it.about().equals("retention/chat")
                        && it.detail().equals("365 -> 60 days")
                        && it.who().equals("chen"));
        completed(database.sql("delete from webchat.lines where room = 'person:retention'")
                .then());
    }

    @Test
    void aLongerTimeHoldsAtOnceAndIsResetAfterAConfirmation() {
        var chen = new SignedInAs("chen", web);

        assertThat(posted(chen, Map.of("kind", "questions", "days", "90"))).contains("现在留 90 天", "恢复默认的 30 天");
        assertThat(posted(chen, Map.of("kind", "questions", "days", "30"))).contains("确认缩短");
        assertThat(posted(chen, Map.of("kind", "questions", "days", "30", "confirmed", "90")))
                .contains("改好了")
                .doesNotContain("恢复默认的");
        assertThat(result(database.sql("select count(*) n from retention.periods where community_id = 'lm'")
                        .map(row -> Objects.requireNonNull(row.get("n", Long.class)))
                        .one()))
                .isZero();
    }

    @Test
    void whatIsOutOfBoundsIsAnsweredAtItsField() {
        var chen = new SignedInAs("chen", web);

        for (String days : List.of("29", "366", "很久", "<b>")) {
            assertThat(posted(chen, Map.of("kind", "letters", "days", days)))
                    .contains("wrong-letters", "请填 30 到 365 之间的整数", "现在留 90 天")
                    .doesNotContain("wrong-chat", "<b>\"", "??");
        }
        chen.post(PAGE, Map.of("kind", "audit", "days", "1")).expectStatus().isNotFound();
        chen.post(PAGE, Map.of()).expectStatus().isNotFound();
    }

    @Test
    void onlyAdministratorsComeIn() {
        var lin = new SignedInAs("lin", web);

        lin.get(PAGE).expectStatus().isForbidden();
        lin.post(PAGE, Map.of("kind", "letters", "days", "300")).expectStatus().isForbidden();
    }

    private List<Entry> audited() {
        return results(trail.latest(SignedInAs.LM, "SETTING_CHANGED", Long.MAX_VALUE, 50));
    }

    private static String posted(SignedInAs who, Map<String, String> form) {
        return Objects.requireNonNull(who.post(PAGE, form)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
