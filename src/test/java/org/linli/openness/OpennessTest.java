package org.linli.openness;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.cases.Neighbour;
import org.linli.cases.PictureKept;
import org.linli.cases.Report;
import org.linli.cases.ReportCase;
import org.linli.cases.web.SignedInAs;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.StaffPasswords;
import org.linli.platform.database.Effects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/// What everybody reads, and how whoever wrote it is asked first.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class OpennessTest {

    private static final Pattern LINK = Pattern.compile("/open/say/([A-Za-z0-9_-]{32})");

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
    Openness openness;

    @Autowired
    PublicList list;

    @Autowired
    DatabaseClient database;

    @Autowired
    Clock clock;

    @BeforeEach
    void staff() {
        SignedInAs.givePasswords(passwords, encoder);
        openness.set(map().staffMember("chen").orElseThrow(), true).block();
    }

    @Test
    void nothingIsShownBeforeItsWriterSaysYesAndNothingAfterANo() {
        String number = report("report.greening", "苏晴家楼下的树倒了，打13812345678，京A12345压坏了");
        assertThat(page()).doesNotContain(number);

        chen().post("/desk/open/ask", Map.of("number", number, "words", "苏晴家楼下的树倒了，京A12345压坏了"))
                .expectHeader()
                .location("/desk/open?said=ASKED");
        String secret = secret(number);
        assertThat(page()).doesNotContain(number);
        assertThat(get("/open/say/" + secret)).contains("楼下的树倒了").doesNotContain("苏晴", "京A12345", number + "1");

        say(secret, "yes");
        assertThat(page()).contains(number, "楼下的树倒了").doesNotContain("苏晴", "13812345678", "京A12345");
        assertThat(get("/open/lm/feed.xml")).contains("<feed xmlns=", number);
        assertThat(get("/open/lm?label=report.elevator")).doesNotContain(number);
        assertThat(get("/open/lm?spot=b4&state=open")).contains(number);

        say(secret, "no");
        assertThat(page()).doesNotContain(number);
        assertThat(get("/open/lm/feed.xml")).doesNotContain(number);
        assertThat(chen().page("/desk/open")).contains("本人不同意");
    }

    @Test
    void whatIsAboutPeopleIsNeverAskedFor() {
        String number = report("report.dispute", "和邻居吵架");

        assertThat(chen().page("/desk/open")).doesNotContain(number);
        assertThat(page()).doesNotContain("矛盾纠纷");
        chen().post("/desk/open/ask", Map.of("number", number, "words", "和邻居吵架"))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void aCommunityThatIsNotOpenDoesNotExist() {
        openness.set(map().staffMember("chen").orElseThrow(), false).block();

        for (String path : List.of("/open/lm", "/open/lm/feed.xml", "/open/nowhere", "/open/say/x")) {
            web.get().uri(path).exchange().expectStatus().isNotFound();
        }
        new SignedInAs("lin", web)
                .post("/desk/open/switch", Map.of("open", "true"))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void fewAreNotCounted() {
        database.sql("update cases.cases set opened_at = now() - interval '91 days' where label = 'report.pets'")
                .then()
                .block();
        for (String building : List.of("b1", "b2", "b3", "b4")) {
            report("report.pets", building, "狗没牵绳", List.of());
        }
        assertThat(list.counts(map()).block()).containsEntry("宠物问题", Long.MIN_VALUE);
        assertThat(page()).contains("少于 5 件");

        report("report.pets", "b5", "狗没牵绳", List.of());
        assertThat(list.counts(map()).block()).containsEntry("宠物问题", 5L);
    }

    @Test
    void aPictureIsShownOnlyAfterStaffLookedAndWithoutWhatTheyCovered() throws Exception {
        var kept = new PictureKept(SignedInAs.LM, UUID.randomUUID(), "image/png", white());
        effects.commit(List.of(kept)).block();
        String id = kept.id().toString();
        String number = report("report.greening", "b2", "树枝断了", List.of(id));
        chen().post("/desk/open/ask", Map.of("number", number, "words", "树枝断了"));
        say(secret(number), "yes");
        String address = "/open/lm/pictures/" + number + "/" + id;
        web.get().uri(address).exchange().expectStatus().isNotFound();
        assertThat(page()).doesNotContain(address);

        chen().post("/desk/open/" + number + "/pictures/" + id, Map.of("boxes", "0,0,0.5,1"))
                .expectStatus()
                .is3xxRedirection();

        assertThat(page()).contains(address);
        var shown = ImageIO.read(new ByteArrayInputStream(Objects.requireNonNull(web.get()
                .uri(address)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody())));
        assertThat(new Color(shown.getRGB(10, 30)).getRed()).isLessThan(40);
        assertThat(new Color(shown.getRGB(90, 30)).getRed()).isGreaterThan(215);

        chen().post("/desk/open/" + number + "/pictures/" + id, Map.of("boxes", "1,2,3"))
                .expectStatus()
                .isBadRequest();
        say(secret(number), "no");
        web.get().uri(address).exchange().expectStatus().isNotFound();
    }

    @Test
    void aPictureThatNobodyCanReadIsSaidToBeSoAndNotShown() throws Exception {
        var cut = new PictureKept(SignedInAs.LM, UUID.randomUUID(), "image/png", Arrays.copyOf(white(), 60));
        var none = new PictureKept(SignedInAs.LM, UUID.randomUUID(), "image/jpeg", new byte[] {1, 2, 3});
        effects.commit(List.of(cut, none)).block();
        var ids = List.of(cut.id().toString(), none.id().toString());
        String pictures = "/desk/open/" + report("report.greening", "b2", "树枝断了", ids) + "/pictures";

        for (String id : ids) {
            assertThat(chen().post(pictures + "/" + id, Map.of("boxes", ""))
                            .expectStatus()
                            .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                            .expectBody(String.class)
                            .returnResult()
                            .getResponseBody())
                    .as(id)
                    .containsOnlyOnce("打不开")
                    .contains(id)
                    .doesNotContain("/back");
        }
    }

    @Test
    void picturesOfACaseThatIsNotThereAreNotFound() {
        String number = report("report.greening", "b2", "树枝断了", List.of());
        String none = "/desk/open/LM-1999-000001/pictures";

        chen().get("/desk/open/" + number + "/pictures").expectStatus().isOk();
        chen().get(none).expectStatus().isNotFound();
        for (String picture : List.of(none + "/p1", "/desk/open/" + number + "/pictures/p1")) {
            chen().post(picture, Map.of("boxes", "0,0,0.5,1")).expectStatus().isNotFound();
            chen().post(picture + "/back", Map.of()).expectStatus().isNotFound();
        }
    }

    private SignedInAs chen() {
        return new SignedInAs("chen", web);
    }

    private static byte[] white() throws Exception {
        var image = new BufferedImage(120, 60, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 120, 60);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private String page() {
        return get("/open/lm");
    }

    private String get(String path) {
        return Objects.requireNonNull(web.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private void say(String secret, String agreed) {
        web.post()
                .uri("/open/say/" + secret)
                .body(BodyInserters.fromFormData("agreed", agreed))
                .exchange()
                .expectStatus()
                .is3xxRedirection();
    }

    /// As it stands in the letter.
    private String secret(String number) {
        var letter = Objects.requireNonNull(
                database.sql("select row_to_json(l)::text as it from outbox.letters l where key = $1")
                        .bind(0, number + "/open-ask")
                        .mapValue(String.class)
                        .one()
                        .block());
        var link = LINK.matcher(letter);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private String report(String label, String words) {
        return report(label, "b4", words, List.of());
    }

    private String report(String label, String building, String words, List<String> pictures) {
        var who = Address.person(
                new ChannelId("webchat"), "demo", UUID.randomUUID().toString());
        var report = new Report(
                SignedInAs.LM,
                UUID.randomUUID().toString(),
                label,
                map().place(building).orElseThrow(),
                "",
                words,
                pictures,
                new Neighbour(null, who, null, null),
                clock.instant());
        var answer = Objects.requireNonNull(reportCase.report(report).block());
        effects.commit(answer.effects()).block();
        return Objects.requireNonNull(answer.facts().get("number"));
    }

    private CommunityMap map() {
        return Objects.requireNonNull(communities.map(SignedInAs.LM).block());
    }
}
