package org.linli.rights.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.cases.web.SignedInAs;
import org.linli.channels.Account;
import org.linli.channels.Address;
import org.linli.community.Communities;
import org.linli.community.IdentityDeclared;
import org.linli.community.StaffPasswords;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.linli.rights.KeptOfPerson;
import org.linli.rights.KeptView;
import org.linli.rights.OwnDoor;
import org.linli.rights.OwnDoors;
import org.linli.web.resident.AtHome;
import org.linli.web.resident.Residence;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class MyDataTest {

    private static final CommunityId LM = new CommunityId("lm");
    private static final Account.Person SOMEBODY = new Account.Person(LM, Address.parse("webchat:lm:person:my-data-1"));

    @Autowired
    WebTestClient web;

    @Autowired
    Residence residence;

    @Autowired
    Effects effects;

    @Autowired
    OwnDoors doors;

    @Autowired
    DatabaseClient database;

    @Autowired
    Communities communities;

    @Autowired
    KeptView view;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @BeforeEach
    void somebodyHasSaidWhoTheyAre() {
        database.sql("delete from rights.erasures where done_at is null").then().block();
        effects.commit(List.of(new IdentityDeclared(LM, SOMEBODY.address(), "欧阳南楼", "b2")))
                .block();
    }

    @Test
    void somebodySeesWhatIsKeptAndNobodyElseDoes() {
        assertThat(page(SOMEBODY)).contains("欧阳南楼", "您是谁", "删除我的信息").doesNotContain("??", "sealed:");
        assertThat(page(new Account.Person(LM, Address.parse("webchat:lm:person:my-data-2"))))
                .contains("没有存您的任何信息")
                .doesNotContain("欧阳南楼");
        web.get().uri("/my/data").exchange().expectStatus().is3xxRedirection();
        web.get().uri("/my/data/file").exchange().expectStatus().isNotFound();
    }

    @Test
    void lettersAndTalksAreToldAsPeopleReadAndSaidThemWithoutLinks() {
        var somebody = new Account.Person(LM, Address.parse("webchat:lm:person:my-data-3"));
        database.sql("""
                        insert into outbox.letters (community_id, key, address, template, facts, state, created_at) values
                        ('lm', 'my-data-3', 'webchat:lm:person:my-data-3', 'rights-door',
                         '{"link": "https://linli.test/my/door/lm/once-only", "no": "parameter"}', 'sent', now()),
                        ('lm', 'my-data-4', 'webchat:lm:person:my-data-3', 'no-such-template', '{"no": "parameter"}', 'sent', now())
                        on conflict do nothing""").then().block();
        database.sql("""
                        insert into dialogue.conversations
                            (community_id, conversation, version, state, speaker, reply_to, touched_at) values
                        ('lm', 'my-data-3', 1, '{"forms":[{"gathered":{"key":"k-1","label":"report.lift","words":["电梯又坏了"],
                         "pictures":[],"place":null,"detail":"","entities":{}},"question":null,"urgent":false}],"echoes":[{"hash":-2116943836,"times":1,"first":"2026-03-03T10:00:00Z","last":"2026-03-03T10:00:00Z"}],
                         "pictures":[],"lines":[{"at":"2026-03-03T10:00:00Z","by":"","words":"我在北门","media":null},
                         {"at":"2026-03-03T10:01:00Z","by":"陈主任","words":"马上来","media":null}],
                         "handedOver":null,"done":null,"scanned":null,"touchedAt":"2026-03-03T10:00:00Z"}'::jsonb,
                         'webchat:lm:person:my-data-3', 'webchat:lm:person:my-data-3', '2026-03-03T10:00:00Z')
                        on conflict do nothing""").then().block();

        assertThat(page(somebody))
                .contains("一段没说完的对话", "2026-03-03 18:00", "电梯又坏了", "我在北门", "30 分钟")
                .doesNotContain("2116943836", "report.lift", "陈主任", "马上来", "once-only", "parameter", "??");
    }

    @Test
    void itIsTakenAwayForProgramsAndForPeople() throws IOException {
        var files = unzipped(Objects.requireNonNull(web.get()
                .uri("/my/data/file")
                .cookie("linli-resident", AtHome.as(residence, SOMEBODY))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/zip")
                .expectBody()
                .returnResult()
                .getResponseBody()));

        assertThat(files.get("data.json")).contains("community.residents", "欧阳南楼");
        assertThat(files.get("data.html")).contains("您是谁", "欧阳南楼").doesNotContain("community.residents");
    }

    @Test
    void aLinkOpensOnceAndInTimeOnly() {
        var now = Instant.now();
        effects.commit(List.of(
                        new OwnDoor(SOMEBODY, "good", now.plus(Duration.ofHours(1))),
                        new OwnDoor(SOMEBODY, "old", now.minus(Duration.ofHours(1)))))
                .block();

        assertThat(doors.open(LM, "wrong").block()).isNull();
        assertThat(doors.open(LM, "old").block()).isNull();
        assertThat(doors.open(new CommunityId("other"), "good").block()).isNull();
        assertThat(doors.open(LM, "good").block()).isEqualTo(SOMEBODY);
        assertThat(doors.open(LM, "good").block()).isNull();
    }

    @Test
    void timesAreThoseOfTheCommunityAndCodesAreWordsOrNothing() {
        var map = Objects.requireNonNull(communities.map(LM).block());
        var row = Map.<String, Object>of(
                "at", "2026-05-03T16:30:00.12+00:00",
                "words", "2026-05-03T16:30到现在没人来",
                "what", "OPENED",
                "state", "some-code");

        assertThat(view.of(List.of(new KeptOfPerson("cases.steps", List.of(row))), map)
                        .getFirst()
                        .rows()
                        .getFirst()
                        .values())
                .containsExactlyInAnyOrder("2026-05-04 00:30", "2026-05-03T16:30到现在没人来", "反映");
    }

    @Test
    void aDoorOpensByItsButtonAndForTheFirstWhoPresses() {
        effects.commit(List.of(new OwnDoor(SOMEBODY, "mine", Instant.now().plus(Duration.ofHours(1)))))
                .block();

        assertThat(nobody().page("/my/door/lm/mine")).contains("进去看看").doesNotContain("欧阳南楼", "??");
        String cookie = Objects.requireNonNull(nobody().post("/my/door/lm/mine", Map.of())
                        .expectStatus()
                        .is3xxRedirection()
                        .expectHeader()
                        .location("/my/data")
                        .returnResult(Void.class)
                        .getResponseCookies()
                        .getFirst("linli-resident"))
                .getValue();
        assertThat(page(cookie)).contains("欧阳南楼");
        nobody().post("/my/door/lm/mine", Map.of()).expectStatus().isNotFound();
        nobody().post("/my/door/LM/mine", Map.of()).expectStatus().isNotFound();
        web.post().uri("/my/door/lm/mine").exchange().expectStatus().isForbidden();
    }

    @Test
    void whatIsWrongIsCorrectedByWhoeverItIs() {
        assertThat(told("/my/data/correct", Map.of("name", " 欧阳北楼 ", "home", "3栋")))
                .isEqualTo("corrected");
        assertThat(page(SOMEBODY)).contains("欧阳北楼").doesNotContain("欧阳南楼");

        for (var unreadable : List.of(
                Map.of("name", " ", "home", ""),
                Map.of("home", "月亮上"),
                Map.of("name", "长".repeat(31)),
                Map.of("name", "欧阳东楼", "home", "3栋" + "啊".repeat(60)))) {
            assertThat(told("/my/data/correct", unreadable)).isEqualTo("wrong");
        }
        assertThat(page(SOMEBODY)).contains("欧阳北楼");
        nobody().post("/my/data/correct", Map.of("name", "别人"))
                .expectStatus()
                .is3xxRedirection()
                .expectHeader()
                .value("Location", it -> assertThat(it).startsWith("/my/sign-in?"));
    }

    @Test
    void whoeverIsSureIsForgotten() {
        assertThat(told("/my/data/erase", Map.of())).isEqualTo("unsure");
        assertThat(wishes()).isZero();

        assertThat(told("/my/data/erase", Map.of("sure", "yes"))).isEqualTo("erasing");
        assertThat(told("/my/data/erase", Map.of("sure", "yes"))).isEqualTo("erasing");

        assertThat(wishes()).isEqualTo(1);
        nobody().post("/my/data/erase", Map.of("sure", "yes")).expectStatus().is3xxRedirection();
        assertThat(wishes()).isEqualTo(1);
    }

    @Test
    void staffTakesOutWhatSomebodyAskedForAndItIsNoted() throws IOException {
        SignedInAs.givePasswords(passwords, encoder);
        var chen = new SignedInAs("chen", web);

        var files = unzipped(Objects.requireNonNull(chen.post("/desk/rights/file", Map.of("resident", resident()))
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/zip")
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody()
                .returnResult()
                .getResponseBody()));

        assertThat(files.get("data.json")).contains("欧阳南楼");
        assertThat(number(
                        "select count(*) from audit.entries where what = 'EXPORTED' and about = '" + resident() + "'"))
                .isEqualTo(1);
        chen.post("/desk/rights/file", Map.of("resident", "nobody"))
                .expectStatus()
                .isNotFound();
        new SignedInAs("lin", web)
                .post("/desk/rights/file", Map.of("resident", resident()))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void staffErasesOnlyWhatSomebodyAskedForAndSaysWhy() {
        SignedInAs.givePasswords(passwords, encoder);
        var chen = new SignedInAs("chen", web);
        String id = resident();

        assertThat(chen.page("/desk/rights?resident=" + id))
                .contains("欧**", "打包下载")
                .doesNotContain("欧阳南楼", "??");
        assertThat(posted(chen, Map.of("resident", id, "reason", "书面申请"))).contains("没有删");
        assertThat(posted(chen, Map.of("resident", "nobody", "reason", "书面申请", "sure", "yes")))
                .contains("没有这位居民");
        assertThat(posted(chen, Map.of("resident", id, "reason", "5月3日书面申请", "sure", "yes")))
                .contains("已经登记", "5月3日书面申请", "正在删")
                .doesNotContain("欧阳南楼");
        new SignedInAs("lin", web).get("/desk/rights").expectStatus().isNotFound();
    }

    private static String posted(SignedInAs staff, Map<String, String> form) {
        return Objects.requireNonNull(staff.post("/desk/rights/erase", form)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    /// What the page is asked to tell after a form.
    private String told(String address, Map<String, String> form) {
        String location = Objects.requireNonNull(new Visiting(web, AtHome.as(residence, SOMEBODY))
                .post(address, form)
                .expectStatus()
                .is3xxRedirection()
                .returnResult(Void.class)
                .getResponseHeaders()
                .getFirst("Location"));
        assertThat(location).startsWith("/my/data?told=");
        return location.substring(location.indexOf('=') + 1);
    }

    private String resident() {
        return Objects.requireNonNull(
                database.sql("select resident from community.identities where address = 'webchat:lm:person:my-data-1'")
                        .mapValue(String.class)
                        .one()
                        .block());
    }

    private long wishes() {
        return number("select count(*) from rights.erasures where done_at is null");
    }

    private long number(String query) {
        return Objects.requireNonNull(
                database.sql(query).mapValue(Long.class).one().block());
    }

    private String page(Account.Person person) {
        return page(AtHome.as(residence, person));
    }

    private String page(String cookie) {
        return new Visiting(web, cookie).page("/my/data");
    }

    private Visiting nobody() {
        return new Visiting(web, "");
    }

    private static Map<String, String> unzipped(byte[] zip) throws IOException {
        var files = new HashMap<String, String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
