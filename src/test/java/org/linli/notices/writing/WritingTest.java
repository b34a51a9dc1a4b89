package org.linli.notices.writing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.channels.ShownPictures;
import org.linli.community.Communities;
import org.linli.community.StaffMember;
import org.linli.notices.Importance;
import org.linli.notices.Kind;
import org.linli.notices.Notice;
import org.linli.notices.Notices;
import org.linli.notices.Period;
import org.linli.notices.Wording;
import org.linli.notices.enclosures.Enclosures;
import org.linli.notices.sending.NoticeLetter;
import org.linli.notices.translations.Language;
import org.linli.notices.translations.Translation;
import org.linli.notices.translations.Translations;
import org.linli.notices.writing.HandleNotices.Result;
import org.linli.outbox.PreviewLetters;
import org.linli.platform.database.CommunityId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What stands in a notice besides its text, from the draft to the page that everybody reads.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class WritingTest {

    private static final CommunityId LM = new CommunityId("lm");
    private static final ChannelId WEBCHAT = new ChannelId("webchat");
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n%%EOF\n".getBytes(UTF_8);

    @Autowired
    HandleNotices handle;

    @Autowired
    StopNotice stop;

    @Autowired
    AddToNotice add;

    @Autowired
    Notices notices;

    @Autowired
    Enclosures enclosures;

    @Autowired
    Translations translations;

    @Autowired
    PreviewLetters preview;

    @Autowired
    List<ShownPictures> shown;

    @Autowired
    Communities communities;

    @Autowired
    DatabaseClient database;

    @Autowired
    WebTestClient browser;

    @BeforeEach
    void nothingWasSaid() {
        completed(database.sql("truncate notices.notices cascade").then());
    }

    @Test
    void picturesAndDocumentsAreJudgedByTheirContentAndShownOnlyOnceTheNoticeIsOut() throws IOException {
        var draft = draft("停水", "");
        var pictured = done(add.enclose(chen(), draft, UUID.randomUUID(), "通知.png", png()));
        var both = done(add.enclose(chen(), pictured, UUID.randomUUID(), "C:\\桌面\\附件.pdf", PDF));

        assertThat(declined(add.enclose(chen(), both, UUID.randomUUID(), "看.pdf", "<html><script>".getBytes(UTF_8))))
                .isEqualTo("enclosed-type");
        assertThat(result(enclosures.of(both)))
                .extracting(it -> it.name() + " " + it.type())
                .containsExactly("通知.png image/png", "附件.pdf application/pdf");
        assertThat(pictureOf(both)).isNotNull();

        String picture = path(both) + both.enclosed().pictures().getFirst();
        browser.get().uri(picture).exchange().expectStatus().isNotFound();
        done(handle.submit(chen(), both));
        browser.get()
                .uri(picture)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("image/png");
        browser.get()
                .uri(path(both) + both.enclosed().files().getFirst())
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/octet-stream")
                .expectHeader()
                .valueMatches("Content-Disposition", "attachment.*");
    }

    @Test
    void whatIsTakenOutIsGoneAndWhatHasLeftIsNotChanged() throws IOException {
        var with = done(add.enclose(chen(), draft("停水", ""), UUID.randomUUID(), "a.png", png()));
        String id = with.enclosed().pictures().getFirst();
        var without = done(add.takeOut(chen(), with, id));
        done(handle.submit(chen(), without));

        browser.get().uri(path(with) + id).exchange().expectStatus().isNotFound();
        assertThat(declined(
                        add.enclose(chen(), result(notices.find(LM, with.id())), UUID.randomUUID(), "b.png", png())))
                .isEqualTo("left");
    }

    @Test
    void aTranslationIsReadByChoiceAndACorrectionTakesEverythingAlong() throws IOException {
        var pictured = done(add.enclose(chen(), draft("停水", ""), UUID.randomUUID(), "a.png", png()));
        var both =
                done(add.translate(chen(), pictured, new Translation(Language.EN, "No water", "From nine to five.")));
        var sent = done(handle.submit(chen(), both));

        page(sent, "?lang=en", "From nine to five.");
        page(sent, "", sent.wording().text());
        page(sent, "", "标准");
        page(sent, "?lang=en", "Very large");
        page(sent, "?lang=xx", "标准");
        assertThat(html(sent, "?lang=en"))
                .contains("<html lang=\"en\"", "When: ", "Water, power and gas")
                .doesNotContain("特大", "读给我听", "时间：", " 至 ");
        assertThat(html(sent, "")).contains("<html lang=\"zh-CN\"").doesNotContain("Read aloud");

        var right = done(stop.correct(chen(), result(notices.find(LM, sent.id()))));
        assertThat(result(enclosures.of(right))).hasSize(1);
        assertThat(result(translations.of(right)))
                .extracting(Translation::title)
                .containsExactly("No water");
        assertThat(result(translations.of(done(add.translate(chen(), right, new Translation(Language.EN, "", ""))))))
                .isEmpty();
    }

    @Test
    void chatsSayTheShortFormWhereTheWholeIsATapAway() {
        var notice = draft("停水", "明天停水，请储水。");
        var person = Address.person(WEBCHAT, "lm", "x");

        assertThat(looks(notice, person, "https://linli.example.org/n"))
                .contains("明天停水，请储水。")
                .doesNotContain("今天停水");
        assertThat(looks(notice, person, "")).contains("今天停水").doesNotContain("请储水");
    }

    @Test
    void thePreviewIsWhatTheWayWouldSend() {
        var group = result(communities.map(LM)).groups().stream()
                .filter(it -> it.address().channel().value().equals("webchat"))
                .findFirst()
                .orElseThrow();
        var letter = NoticeLetter.to(draft("停水", ""), "", 1, group.address(), "");

        var found = preview.of(letter).getFirst();

        assertThat(found.way()).isEqualTo("webchat");
        assertThat(found.parts().getFirst().text()).startsWith("【停水】\n今天停水");
        assertThat(found.parts().getFirst().buttons()).isEmpty();
    }

    private String looks(Notice notice, Address to, String link) {
        return preview.of(NoticeLetter.to(notice, "", 1, to, link))
                .getFirst()
                .parts()
                .getFirst()
                .text();
    }

    private Object pictureOf(Notice notice) {
        String id = NoticeLetter.to(notice, "", 1, Address.person(WEBCHAT, "lm", "x"), "")
                .pictures()
                .getFirst()
                .id();
        return result(Flux.fromIterable(shown).concatMap(it -> it.find(LM, id)).next());
    }

    @Test
    void aLanguageInWhichThePageHasNoWordsGetsEnglishOnes() {
        var french = done(add.translate(
                chen(), draft("停水", ""), new Translation(Language.FR, "Coupure d'eau", "De neuf à dix-sept heures.")));
        var sent = done(handle.submit(chen(), french));

        assertThat(html(sent, "?lang=fr"))
                .contains("<html lang=\"en\"", "<h1 lang=\"fr\"", "De neuf à dix-sept heures.", "Very large")
                .doesNotContain("特大");
    }

    private String html(Notice notice, String choice) {
        return String.valueOf(browser.get()
                .uri("/notice/lm/" + notice.id() + choice)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private void page(Notice notice, String choice, String says) {
        browser.get()
                .uri("/notice/lm/" + notice.id() + choice)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(page -> assertThat(page).contains(">" + says + "<"));
    }

    private static String path(Notice notice) {
        return "/notice/lm/" + notice.id() + "/enclosed/";
    }

    private Notice draft(String title, String brief) {
        var now = Instant.now();
        return done(handle.save(
                chen(),
                UUID.randomUUID(),
                new Draft(
                        new Wording(Kind.OUTAGE, Importance.ORDINARY, title, brief, "今天停水 " + UUID.randomUUID()),
                        "3栋",
                        new Period(now, now.plus(Duration.ofHours(30))),
                        null)));
    }

    private static byte[] png() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private static Notice done(Mono<Result> step) {
        var found = result(step);
        assertThat(found).isInstanceOf(Result.Done.class);
        return ((Result.Done) found).after();
    }

    private static String declined(Mono<Result> step) {
        return ((Result.Declined) result(step)).why();
    }

    private StaffMember chen() {
        return result(communities.map(LM)).staffMember("chen").orElseThrow();
    }
}
