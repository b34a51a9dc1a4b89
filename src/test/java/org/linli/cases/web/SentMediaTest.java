package org.linli.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;
import static org.linli.cases.web.SignedInAs.LM;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.cases.Neighbour;
import org.linli.cases.Report;
import org.linli.cases.ReportCase;
import org.linli.channels.Address;
import org.linli.channels.Media;
import org.linli.channels.Outbound;
import org.linli.channels.SendFailure;
import org.linli.channels.ShownPictures;
import org.linli.community.Communities;
import org.linli.community.StaffPasswords;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

/// What residents sent, on the pages of staff.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class SentMediaTest {

    private static final String PICTURE = "m-9000000001";
    private static final String FILE = "m-9000000002";
    private static final String VOICE = "m-9000000003";
    private static final String COMING = "m-9000000004";
    private static final String FILM = "m-9000000005";
    private static final String NEVER = "m-9000000006";
    private static final String OTHERS = "m-9000000007";

    @Autowired
    WebTestClient web;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    Communities communities;

    @Autowired
    ReportCase reportCase;

    @Autowired
    Effects effects;

    @Autowired
    Clock clock;

    @Autowired
    DatabaseClient database;

    @Autowired
    List<ShownPictures> pictures;

    @BeforeEach
    void somethingWasSent() {
        SignedInAs.givePasswords(passwords, encoder);
        kept(PICTURE, "PICTURE", "", "image/jpeg");
        kept(FILE, "FILE", "../../会议\u202Efdp.exe", "application/pdf");
        kept(VOICE, "VOICE", "", "audio/amr");
        kept(OTHERS, "PICTURE", "", "image/jpeg");
        item(COMING, "VIDEO", "", "due", null);
        item(FILM, "VIDEO", "", "too_large", null);
    }

    @AfterEach
    void forget() {
        completed(database.sql("delete from media.items where community_id = 'lm' and id like 'm-90000000%'")
                .then());
        completed(database.sql(
                        "delete from media.contents where community_id = 'lm' and type like '%/%' and octet_length(bytes) = 10")
                .then());
    }

    @Test
    void theCasePageShowsWhatTheResidentSentOrSaysWhyNot() {
        String number = report(PICTURE, FILE, VOICE, COMING, FILM, NEVER);

        String page = new SignedInAs("chen", web).page("/desk/cases/" + number);

        String media = "/desk/cases/" + number + "/media/";
        assertThat(page)
                .contains("src=\"" + media + PICTURE + "/small\"", "href=\"" + media + PICTURE + "\"")
                .contains("href=\"" + media + FILE + "\"", "会议fdp.exe.pdf")
                .contains("href=\"" + media + VOICE + "\"", "浏览器放不了")
                .contains("视频正在取来", "视频太大，没有收下", "没能取到")
                .doesNotContain("??", "\u202E", "oSecret");
    }

    @Test
    void picturesAreShownAndFilesAreSavedAndNothingIsGuessed() {
        String number = report(PICTURE, FILE);
        var chen = new SignedInAs("chen", web);

        chen.get("/desk/cases/" + number + "/media/" + PICTURE)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("image/jpeg")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .value("Content-Disposition", it -> assertThat(it).startsWith("inline"));
        chen.get("/desk/cases/" + number + "/media/" + FILE)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/octet-stream")
                .expectHeader()
                .value(
                        "Content-Disposition",
                        it -> assertThat(it)
                                .startsWith("attachment")
                                .contains("filename*=UTF-8''")
                                .doesNotContain("..", "/", "\n"));
    }

    /// Letters to staff ask for it; what came just now may still be on its way.
    @Test
    void aLetterToStaffGetsThePictureOrWaitsForItHalfAMinute() {
        assertThat(result(shown(PICTURE)).bytes()).hasSize(10);
        assertThat(reason(COMING)).isEqualTo(SendFailure.Reason.UNREACHABLE);
        assertThat(reason(FILE)).isEqualTo(SendFailure.Reason.CONTENT_REFUSED);
        assertThat(reason(NEVER)).isEqualTo(SendFailure.Reason.CONTENT_REFUSED);

        completed(database.sql("update media.items set received_at = received_at - interval '31 seconds' where id = $1")
                .bind(0, COMING)
                .then());
        assertThat(reason(COMING)).isEqualTo(SendFailure.Reason.CONTENT_REFUSED);
    }

    private Mono<Media> shown(String id) {
        return ShownPictures.from(pictures, new CommunityId("lm"), new Outbound.Picture(id, ""));
    }

    private SendFailure.Reason reason(String id) {
        return result(shown(id)
                .map(_ -> SendFailure.Reason.UNCERTAIN)
                .onErrorResume(SendFailure.class, failure -> Mono.just(failure.reason())));
    }

    @Test
    void whoDoesNotSeeTheCaseDoesNotSeeWhatWasSent() {
        String number = report(PICTURE);

        new SignedInAs("qian", web)
                .get("/desk/cases/" + number + "/media/" + PICTURE)
                .expectStatus()
                .isNotFound();
        web.get()
                .uri("/desk/cases/" + number + "/media/" + PICTURE)
                .exchange()
                .expectStatus()
                .value(status -> assertThat(status).isIn(302, 401));
    }

    @Test
    void aCaseGivesOutOnlyWhatBelongsToIt() {
        String number = report(PICTURE);
        var chen = new SignedInAs("chen", web);

        chen.get("/desk/cases/" + number + "/media/" + OTHERS).expectStatus().isNotFound();
        chen.get("/desk/cases/" + number + "/media/" + FILE + "/small")
                .expectStatus()
                .isNotFound();
        chen.get("/desk/talks/" + UUID.randomUUID() + "/media/" + PICTURE)
                .expectStatus()
                .isNotFound();
    }

    private void kept(String id, String kind, String name, String type) {
        byte[] hash = id.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        var insert = database.sql("insert into media.contents values ('lm', $1, $2, $3, $4, now())")
                .bind(0, hash)
                .bind(1, type)
                .bind(2, new byte[10]);
        completed((type.startsWith("image") ? insert.bind(3, new byte[5]) : insert.bindNull(3, byte[].class)).then());
        item(id, kind, name, "kept", hash);
    }

    private void item(
            String id, String kind, String name, String state, byte @org.jspecify.annotations.Nullable [] hash) {
        var insert = database.sql("""
                        insert into media.items (community_id, id, kind, sender, media, name, received_at, state,
                                                 not_before, hash, forget_at)
                        values ('lm', $1, $2, 'wechat:main:person:oSecret', '', $3, now(), $4, now(), $5, now() + interval '1 day')""").bind(0, id).bind(1, kind).bind(2, name).bind(3, state);
        completed((hash == null ? insert.bindNull(4, byte[].class) : insert.bind(4, hash)).then());
    }

    private String report(String... media) {
        var map = result(communities.map(LM));
        completed(database.sql("update cases.cases set opened_at = opened_at - interval '4 days'")
                .then());
        var address = Address.parse("webchat:lm:person:r18");
        var answer = result(reportCase.report(new Report(
                LM,
                UUID.randomUUID().toString(),
                "report.noise",
                map.place("b4").orElseThrow(),
                "",
                "半夜敲墙",
                List.of(media),
                new Neighbour("r18", address, null, address),
                clock.instant())));
        completed(effects.commit(answer.effects()));
        return Objects.requireNonNull(answer.facts().get("number"));
    }
}
