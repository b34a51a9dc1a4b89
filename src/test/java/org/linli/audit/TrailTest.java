package org.linli.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.DemoCommunity;
import org.linli.LinliTest;
import org.linli.cases.web.SignedInAs;
import org.linli.community.ImportCommunity;
import org.linli.community.StaffPasswords;
import org.linli.community.Talkativeness;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.Effects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/// Whoever changes the trail is found out, even with the database in their hands.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class TrailTest {

    @Autowired
    WebTestClient web;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    Effects effects;

    @Autowired
    SealEntries seal;

    @Autowired
    Trail trail;

    @Autowired
    ImportCommunity imports;

    @Autowired
    DatabaseClient database;

    @BeforeEach
    void anEmptyTrail() {
        SignedInAs.givePasswords(passwords, encoder);
        asOwner("truncate audit.entries, audit.seals, audit.unsealed");
    }

    @Test
    void nobodyChangesOrTakesAwayALine() {
        note("one");
        seal.round().block();

        for (String change : List.of(
                "update audit.entries set who = 'nobody'",
                "delete from audit.entries",
                "truncate audit.entries",
                "update audit.seals set hash = ''",
                "delete from audit.seals")) {
            assertThatThrownBy(() -> run(change)).as(change).hasStackTraceContaining("only added to");
        }
    }

    @Test
    void whoImportedAndWhoChangedAMannerIsFound() {
        DemoCommunity.isThere(imports);
        new SignedInAs("chen", web)
                .post("/desk/groups/manner", Map.of("group", "b3", "manner", Talkativeness.values()[0].word()))
                .expectStatus()
                .isSeeOther();
        seal.round().block();

        assertThat(trail.all(SignedInAs.LM).collectList().block())
                .extracting(Entry::about)
                .contains("import", "manner/b3");
    }

    @Test
    void aLineChangedByTheOwnerOfTheDatabaseIsFound() {
        note("one", "two", "three");
        seal.round().block();
        assertThat(verdict().isSound()).isTrue();
        assertThat(verdict().proven()).isEqualTo(3);

        asOwner("update audit.entries set detail = 'nothing' where about = 'two'");

        assertThat(verdict().broken()).isEqualTo(2);
        assertThat(verdict().proven()).isEqualTo(1);
        assertThat(new SignedInAs("chen", web).page("/desk/audit?verify=true")).contains("记录被动过");
    }

    @Test
    void aLineTakenOutOrPutInIsFound() {
        note("one", "two", "three");
        seal.round().block();

        asOwner("delete from audit.entries where about = 'two'");
        assertThat(verdict().broken()).isEqualTo(2);

        asOwner("truncate audit.entries, audit.seals, audit.unsealed");
        note("one");
        seal.round().block();
        run("insert into audit.entries (community_id, at, who, what, about, detail) values ('lm', now(), 'x',"
                + " 'CASE', 'y', '')");
        assertThat(verdict().lost()).isEqualTo(1);
        assertThat(verdict().isSound()).isFalse();
    }

    @Test
    void aSealComputedAnewDoesNotFitTheNextOne() {
        note("one", "two", "three");
        seal.round().block();
        asOwner("update audit.entries set who = 'somebody else' where about = 'one'");
        var changed = Objects.requireNonNull(trail.all(SignedInAs.LM).blockFirst());

        asOwner("update audit.seals set hash = '" + changed.hash(Entry.BEGINNING) + "' where place = 1");

        assertThat(verdict().broken()).isEqualTo(2);
    }

    @Test
    void whoSignsInLooksExportsAndSetsIsNoted() {
        var chen = new SignedInAs("chen", web);
        chen.get("/desk/cases.csv").expectStatus().isOk();
        chen.post("/desk/open311/keys", Map.of("name", "热线")).expectStatus().isOk();
        String number = database.sql("select number from cases.cases where community_id = 'lm' limit 1")
                .mapValue(String.class)
                .one()
                .block();
        chen.post("/desk/cases/" + number + "/unmask", Map.of("version", "0"))
                .expectStatus()
                .isOk();
        seal.round().block();

        assertThat(kinds()).contains("SIGNED_IN", "EXPORTED", "SETTING_CHANGED");
        assertThat(verdict().isSound()).isTrue();
        assertThat(chen.page("/desk/audit")).contains("登录", "导出", "改设置");
        assertThat(chen.page("/desk/audit.csv"))
                .contains("\"chen\",\"SIGNED_IN\"", verdict().head());
        var exported = chen.page("/desk/audit.jsonl");
        assertThat(exported).contains("\"what\":\"EXPORTED\"");
        var sound = new CheckExport(verdict().head()).check(exported.lines().iterator());
        assertThat(sound.proven()).isEqualTo(verdict().proven());
        assertThat(sound.waiting()).as("that it was taken away").isPositive();
        assertThat(chen.page("/desk/audit.csv?who=chen&about=api-key&what=SETTING_CHANGED"))
                .contains("api-key/")
                .doesNotContain("SIGNED_IN");
        for (String none : List.of("who=lin", "from=2999-01-01", "until=1999-01-01", "about=nothing-like-it")) {
            assertThat(chen.page("/desk/audit.csv?" + none)).doesNotContain("chen");
        }
        assertThat(chen.page("/desk/audit?about=api-key&what=SETTING_CHANGED&from=x"))
                .contains("程序密钥", "热线")
                .doesNotContain("audit-about\">cases");
        var lin = new SignedInAs("lin", web);
        assertThat(lin.get("/desk/audit")
                        .expectStatus()
                        .isForbidden()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("这一页给管理员用")
                .doesNotContain("audit-about");
        lin.get("/desk/audit.csv").expectStatus().isForbidden();
    }

    @Test
    void stepsAndNoticesAreSaidInWordsAndLeadThere() {
        var chen = new SignedInAs("chen", web);
        String notice = UUID.randomUUID().toString();
        chen.post("/desk/notices", Map.of("id", notice, "title", "周五停水", "text", "上午停水"))
                .expectStatus()
                .is3xxRedirection();
        note(Noted.Kind.CASE, "LM-2026-000001", "RESOLVED RESOLVED property");
        note(Noted.Kind.LOOKED, "LM-2026-000001", "UNMASKED IN_PROGRESS nowhere");
        note(Noted.Kind.PUBLISHED, notice, "notice sent");
        note(Noted.Kind.PUBLISHED, "gone", "notice cancelled");

        assertThat(chen.page("/desk/audit").replaceAll("<[^>]*>", ""))
                .contains("LM-2026-000001 办结 · 安和物业", "查看个人信息 · nowhere", "公开  周五停水 发出", "通知 gone 停止发送")
                .doesNotContain("RESOLVED");
        assertThat(chen.page("/desk/audit"))
                .contains("href=\"/desk/notices/" + notice + "\"", "href=\"/desk/cases/LM-2026-000001\"")
                .doesNotContain("/desk/notices/gone");
        assertThat(chen.page("/desk/audit.csv")).contains("RESOLVED RESOLVED property");
    }

    private void note(Noted.Kind kind, String about, String detail) {
        var at = Instant.parse("2026-03-02T01:00:00Z");
        effects.commit(List.of(new Noted(SignedInAs.LM, "chen", kind, about, detail, at)))
                .block();
    }

    private List<String> kinds() {
        return Objects.requireNonNull(
                trail.all(SignedInAs.LM).map(Entry::what).collectList().block());
    }

    private void note(String... about) {
        for (String it : about) {
            effects.commit(List.of(new Noted(
                            SignedInAs.LM,
                            "chen",
                            Noted.Kind.SETTING_CHANGED,
                            it,
                            "",
                            Instant.parse("2026-03-02T01:00:00Z"))))
                    .block();
        }
    }

    private Verdict verdict() {
        return Objects.requireNonNull(trail.verify(SignedInAs.LM).block());
    }

    private void run(String sql) {
        database.sql(sql).then().block();
    }

    private void asOwner(String sql) {
        run("alter table audit.entries disable trigger user");
        run("alter table audit.seals disable trigger user");
        run(sql);
        run("alter table audit.entries enable trigger user");
        run("alter table audit.seals enable trigger user");
    }
}
