package org.linli.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.channels.Address;
import org.linli.channels.Intake;
import org.linli.community.StaffPasswords;
import org.linli.inbox.HandleArrival;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class TalksPageTest {

    @Autowired
    WebTestClient web;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    Intake intake;

    @Autowired
    HandleArrival converse;

    @Autowired
    DatabaseClient database;

    @Autowired
    Clock clock;

    @BeforeEach
    void nobodyWaits() {
        SignedInAs.givePasswords(passwords, encoder);
        database.sql("truncate dialogue.conversations").then().block();
        database.sql("delete from outbox.letters where template = 'from-staff'")
                .then()
                .block();
    }

    @Test
    void nobodyWaitingIsSaid() {
        assertThat(new SignedInAs("chen", web).page("/desk/talks"))
                .contains("眼下没有居民在等人接")
                .doesNotContain("??", "linli-count");
    }

    @Test
    void whoWaitsIsSeenWithTheirLastWordsAndWithoutTheirNumber() {
        says("r18", "转人工", null);
        says("r18", "我电话13812345678 <b>急</b>", null);

        var page = new SignedInAs("chen", web).page("/desk/talks");

        assertThat(page)
                .contains("转人工", "138****5678", "&lt;b&gt;", "苏**", "阳光里 3栋", "小邻已经不出声", "linli-count")
                .doesNotContain("13812345678", "苏晴", "501室", "webchat:lm");
    }

    @Test
    void theGridSeesItsOwnTalksAndCompaniesNone() {
        says("r18", "转人工", null);
        says("r32", "找社区工作人员", null);

        assertThat(new SignedInAs("lin", web).page("/desk/talks"))
                .contains("苏**")
                .doesNotContain("章**");
        assertThat(new SignedInAs("chen", web).page("/desk/talks")).contains("苏**", "章**");
        new SignedInAs("qian", web).get("/desk/talks").expectStatus().isNotFound();
    }

    @Test
    void anAnswerIsSentInPersonOnceAndTheTalkIsHandedBack() {
        says("r18", "转人工", null);
        var chen = new SignedInAs("chen", web);
        String talk = handle(chen.page("/desk/talks"));
        var form = Map.of("talk", talk, "occasion", UUID.randomUUID().toString(), "words", "您好，我马上过来");

        sent(chen, "answer", form, "answered");
        sent(chen, "answer", form, "answered");
        assertThat(letters()).isOne();
        assertThat(chen.page("/desk/talks?said=answered")).contains("您好，我马上过来", "已经说给居民了");

        sent(chen, "back", Map.of("talk", talk), "back");
        sent(chen, "back", Map.of("talk", talk), "gone");
        assertThat(chen.page("/desk/talks")).contains("眼下没有居民在等人接");
    }

    @Test
    void nobodyAnswersATalkThatIsNotTheirs() {
        says("r32", "转人工", null);
        String talk = handle(new SignedInAs("chen", web).page("/desk/talks"));
        var form = Map.of("talk", talk, "occasion", UUID.randomUUID().toString(), "words", "您好");

        sent(new SignedInAs("lin", web), "answer", form, "gone");
        new SignedInAs("qian", web)
                .post("/desk/talks/answer", form)
                .expectStatus()
                .isNotFound();
        sent(new SignedInAs("chen", web), "answer", Map.of("talk", talk, "words", "  "), "empty");
        assertThat(letters()).isZero();
    }

    @Test
    void inAGroupNoNumberIsPosted() {
        says("r18", "@小邻 转人工", Address.parse("webchat:lm:group:b3"));
        var chen = new SignedInAs("chen", web);
        String talk = handle(chen.page("/desk/talks"));

        sent(
                chen,
                "answer",
                Map.of("talk", talk, "occasion", UUID.randomUUID().toString(), "words", "打13812345678找我"),
                "answered");

        assertThat(database.sql("select facts::text as it from outbox.letters where template = 'from-staff'")
                        .mapValue(String.class)
                        .one()
                        .block())
                .contains("138****5678")
                .doesNotContain("13812345678");
    }

    private static void sent(SignedInAs who, String act, Map<String, String> form, String said) {
        who.post("/desk/talks/" + act, form)
                .expectStatus()
                .isSeeOther()
                .expectHeader()
                .valueEquals("Location", "/desk/talks?said=" + said);
    }

    private static String handle(String page) {
        var found = Pattern.compile("id=\"t-([0-9a-f-]{36})\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private long letters() {
        return Objects.requireNonNull(database.sql("select count(*) from outbox.letters where template = 'from-staff'")
                .mapValue(Long.class)
                .one()
                .block());
    }

    private void says(String who, String words, @Nullable Address group) {
        new Talker(intake, converse, database, clock).says(who, words, group);
    }
}
