package org.linli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.audit.Trail;
import org.linli.cases.Neighbour;
import org.linli.cases.PictureKept;
import org.linli.cases.Report;
import org.linli.cases.ReportCase;
import org.linli.cases.web.SignedInAs;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.keys.Scope;
import org.linli.openness.OpenPictures;
import org.linli.openness.Openness;
import org.linli.platform.database.Effects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/// The public list of cases, led by programs.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class OpenListApiTest extends WithPrograms {

    @Autowired
    ReportCase reportCase;

    @Autowired
    Effects effects;

    @Autowired
    Openness openness;

    @Autowired
    OpenPictures pictures;

    @Autowired
    Trail trail;

    @Autowired
    DatabaseClient database;

    @Autowired
    Clock clock;

    @Test
    void theWriterIsAskedOnceInMaskedWords() {
        String number = report(List.of());
        String asked = "{\"number\":\"%s\",\"words\":\"树枝断了，打13812345678\"}".formatted(number);
        fieldsOf("Askable", listed(number));
        assertThat(listed(number).path("answer").asString()).isEqualTo("new");
        assertThat(listed(number).path("words").asString()).doesNotContain("13812345678");

        assertThat(program.post("/api/v1/open/ask", asked).text("number")).isEqualTo(number);

        assertThat(listed(number).path("answer").asString()).isEqualTo("asked");
        assertThat(listed(number).path("words").asString()).contains("树枝断了").doesNotContain("13812345678");
        assertThat(noted(number)).contains("asked");
        assertThat(program.post("/api/v1/open/ask", asked.replace(number, "LM-1999-000001"))
                        .status())
                .isEqualTo(404);
        assertThat(program.post("/api/v1/open/ask", asked.replace("树枝断了", "断".repeat(501)))
                        .text("field"))
                .isEqualTo("words");
        assertThat(program.post("/api/v1/open/ask", "{\"words\":\"x\"}").text("field"))
                .isEqualTo("number");
    }

    @Test
    void whoReportedWhatIsAboutPeopleIsNotAsked() {
        String number = report(
                "report.dispute",
                Address.person(
                        new ChannelId("webchat"), "demo", UUID.randomUUID().toString()),
                List.of());

        var said = program.post("/api/v1/open/ask", "{\"number\":\"%s\",\"words\":\"和邻居吵架\"}".formatted(number));

        assertThat(said.status()).isEqualTo(404);
        assertThat(noted(number)).isEmpty();
    }

    @Test
    void whoeverIsKnownInAGroupOnlyIsNotAsked() {
        String number = report(Address.parse("webchat:lm:group:b4"), List.of());

        assertThat(listed(number).path("answer").asString()).isEqualTo("unreached");
        var said = program.post("/api/v1/open/ask", "{\"number\":\"%s\",\"words\":\"树枝断了\"}".formatted(number));
        assertThat(said.text("reason")).isEqualTo("not-reached");
        assertThat(said.text("detail")).contains("没有办法单独问到本人");
    }

    @Test
    void thereIsAListIfTheSettingsSaySo() {
        try {
            assertThat(program.post("/api/v1/open/switch", "{\"open\":false}")
                            .body()
                            .path("open")
                            .asBoolean(true))
                    .isFalse();
            assertThat(result(openness.isOpen(result(communities.map(SignedInAs.LM)))))
                    .isFalse();
            assertThat(result(trail.latest(SignedInAs.LM, "SETTING_CHANGED", Long.MAX_VALUE, 5)
                            .collectList()))
                    .anyMatch(it -> it.about().equals("openness") && it.detail().equals("closed"));
            assertThat(program.post("/api/v1/open/switch", "{\"open\":\"yes\"}").text("field"))
                    .isEqualTo("open");
        } finally {
            completed(openness.set(member("chen"), true));
        }
        assertThat(without(Scope.OPEN_LIST)
                        .post("/api/v1/open/switch", "{\"open\":false}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aPictureIsCoveredShownAndTakenBack() throws IOException {
        var kept = new PictureKept(SignedInAs.LM, UUID.randomUUID(), "image/png", white());
        completed(effects.commit(List.of(kept)));
        String number = report(List.of(kept.id().toString()));
        String all = "/api/v1/open/" + number + "/pictures";
        String one = all + "/" + kept.id();
        fieldsOf("OpenPicture", program.get(all).body().path("items").get(0));
        var original = program.get(one);
        fieldsOf("Picture", original.body());
        assertThat(Base64.getDecoder().decode(original.text("base64"))).isEqualTo(white());
        assertThat(program.post(one + "/back", "").status()).as("not shown").isEqualTo(404);

        assertThat(program.post(one, "{\"boxes\":[[0,0,0.5,1]]}")
                        .body()
                        .path("ready")
                        .asBoolean())
                .isTrue();

        var shown = ImageIO.read(new ByteArrayInputStream(
                result(pictures.bytes(SignedInAs.LM, number, kept.id().toString()))));
        assertThat(new Color(shown.getRGB(10, 30)).getRed()).isLessThan(40);
        assertThat(new Color(shown.getRGB(90, 30)).getRed()).isGreaterThan(215);
        assertThat(program.get(all).body().at("/items/0/ready").asBoolean()).isTrue();
        assertThat(noted(number)).contains("picture");
        for (String wrong : List.of("{}", "{\"boxes\":[[0,0,2,1]]}", "{\"boxes\":[[0,0,1]]}", "{\"boxes\":[\"x\"]}")) {
            assertThat(program.post(one, wrong).text("field")).as(wrong).isEqualTo("boxes");
        }
        assertThat(program.post(one + "/back", "").body().path("ready").asBoolean(true))
                .isFalse();
        assertThat(program.get(all).body().at("/items/0/ready").asBoolean(true)).isFalse();
    }

    @Test
    void aPictureThatNobodyCanReadIsRefused() {
        var kept = new PictureKept(SignedInAs.LM, UUID.randomUUID(), "image/png", new byte[] {1, 2, 3});
        completed(effects.commit(List.of(kept)));
        String one = "/api/v1/open/" + report(List.of(kept.id().toString())) + "/pictures/" + kept.id();

        var said = program.post(one, "{\"boxes\":[]}");

        assertThat(said.status()).isEqualTo(422);
        assertThat(said.text("reason")).isEqualTo("picture-unreadable");
        assertThat(said.text("detail")).contains("打不开");
    }

    @Test
    void aPictureOfAnotherCaseIsNotFound() throws IOException {
        var kept = new PictureKept(SignedInAs.LM, UUID.randomUUID(), "image/png", white());
        completed(effects.commit(List.of(kept)));
        report(List.of(kept.id().toString()));
        String other = report(List.of());

        for (String path : List.of(other + "/pictures/" + kept.id(), "LM-1999-000001/pictures/" + kept.id())) {
            assertThat(program.get("/api/v1/open/" + path).status()).isEqualTo(404);
            assertThat(program.post("/api/v1/open/" + path, "{\"boxes\":[]}").status())
                    .isEqualTo(404);
        }
        assertThat(program.get("/api/v1/open/LM-1999-000001/pictures").status()).isEqualTo(404);
    }

    @Test
    void aPictureOfACaseAboutPeopleIsNotMadeFitNorShownAnyLonger() throws IOException {
        var kept = new PictureKept(SignedInAs.LM, UUID.randomUUID(), "image/png", white());
        completed(effects.commit(List.of(kept)));
        String number = report(List.of(kept.id().toString()));
        String all = "/api/v1/open/" + number + "/pictures";
        assertThat(program.post(all + "/" + kept.id(), "{\"boxes\":[]}").status())
                .isEqualTo(200);
        agreed(number);
        assertThat(shown(number, kept.id())).isNotNull();

        relabelled(number, "report.dispute");

        assertThat(shown(number, kept.id())).isNull();
        assertThat(program.get(all).status()).isEqualTo(404);
        assertThat(program.get(all + "/" + kept.id()).status()).isEqualTo(404);
        assertThat(program.post(all + "/" + kept.id(), "{\"boxes\":[]}").status())
                .isEqualTo(404);
        assertThat(program.post(all + "/" + kept.id() + "/back", "").status())
                .as("taken back all the same")
                .isEqualTo(200);
    }

    @Test
    void whatCannotBeNotedIsNotDone() throws IOException {
        var kept = new PictureKept(SignedInAs.LM, UUID.randomUUID(), "image/png", white());
        completed(effects.commit(List.of(kept)));
        String number = report(List.of(kept.id().toString()));
        String one = "/api/v1/open/" + number + "/pictures/" + kept.id();
        var lm = result(communities.map(SignedInAs.LM));
        boolean open = result(openness.isOpen(lm));
        run("alter table audit.entries add constraint unnoted check (about not in ('openness', '%s')) not valid"
                .formatted(number));
        try {
            assertThat(program.post(one, "{\"boxes\":[]}").status()).isEqualTo(503);
            assertThat(program.post("/api/v1/open/switch", "{\"open\":%s}".formatted(!open))
                            .status())
                    .isEqualTo(503);
        } finally {
            run("alter table audit.entries drop constraint unnoted");
        }
        assertThat(result(openness.isOpen(lm))).isEqualTo(open);
        assertThat(pictures.bytes(SignedInAs.LM, number, kept.id().toString()).block())
                .isNull();
    }

    private byte @Nullable [] shown(String number, UUID picture) {
        return pictures.shown(SignedInAs.LM, number, picture.toString()).block();
    }

    private void agreed(String number) {
        program.post("/api/v1/open/ask", "{\"number\":\"%s\",\"words\":\"树枝断了\"}".formatted(number));
        run("update openness.offers set agreed = true where number = '%s'".formatted(number));
    }

    private void relabelled(String number, String label) {
        run("update cases.cases set label = '%s' where number = '%s'".formatted(label, number));
    }

    private void run(String sql) {
        completed(database.sql(sql).then());
    }

    @Test
    void whoseKeyDoesNotOpenItSeesNothing() {
        for (var other : List.of(without(Scope.OPEN_LIST), program(EnumSet.allOf(Scope.class), "property"))) {
            assertThat(other.get("/api/v1/open/cases").status()).isEqualTo(403);
            assertThat(other.get("/api/v1/open/x/pictures").status()).isEqualTo(403);
            assertThat(other.get("/api/v1/open/x/pictures/y").status()).isEqualTo(403);
            for (String path : List.of("ask", "x/pictures/y", "x/pictures/y/back")) {
                assertThat(other.post("/api/v1/open/" + path, "{}").status())
                        .as(path)
                        .isEqualTo(403);
            }
        }
    }

    private JsonNode listed(String number) {
        return program.get("/api/v1/open/cases")
                .body()
                .path("items")
                .valueStream()
                .filter(it -> it.path("number").asString().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private List<String> noted(String number) {
        return result(trail.latest(SignedInAs.LM, "PUBLISHED", Long.MAX_VALUE, 20)
                        .collectList())
                .stream()
                .filter(it -> it.about().equals(number))
                .map(it -> it.detail())
                .toList();
    }

    private String report(List<String> shown) {
        return report(
                Address.person(
                        new ChannelId("webchat"), "demo", UUID.randomUUID().toString()),
                shown);
    }

    private String report(Address who, List<String> shown) {
        return report("report.greening", who, shown);
    }

    /// A case of its own: those of one spot become one.
    private String report(String label, Address who, List<String> shown) {
        completed(database.sql("update cases.cases set spot = number where label = $1")
                .bind(0, label)
                .then());
        var report = new Report(
                SignedInAs.LM,
                UUID.randomUUID().toString(),
                label,
                result(communities.map(SignedInAs.LM)).place("b4").orElseThrow(),
                "",
                "树枝断了 " + UUID.randomUUID() + "，打13812345678",
                shown,
                new Neighbour(null, who, null, null),
                clock.instant());
        var answer = result(reportCase.report(report));
        completed(effects.commit(answer.effects()));
        return Objects.requireNonNull(answer.facts().get("number"));
    }

    private static byte[] white() throws IOException {
        var image = new BufferedImage(120, 60, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 120, 60);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
