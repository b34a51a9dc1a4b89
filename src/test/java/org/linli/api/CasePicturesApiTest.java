package org.linli.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.keys.Scope;
import org.linli.media.CleanUploads;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/// Programs show by a picture what was done, as the page of a case asks for it.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class CasePicturesApiTest extends WithPrograms {

    @Test
    void aHazardIsResolvedWithAPictureAndNotWithoutOne() {
        String number = hazard();

        var without = resolve(number, "");
        assertThat(without.type()).isEqualTo("urn:linli:api:refused");
        assertThat(without.text("reason")).isEqualTo("picture-missing");
        assertThat(state(number)).isNotEqualTo("resolved");

        String once = UUID.randomUUID().toString();
        String body = resolving(number, base64(png()));
        var done = program.post(acts(number), once, body);

        assertThat(done.status()).as(done.body().toString()).isEqualTo(200);
        assertThat(done.body().path("state").path("id").asString()).isEqualTo("resolved");
        assertThat(program.post(acts(number), once, body).body()).isEqualTo(done.body());
        assertThat(shown(number)).hasSize(1);
    }

    @Test
    void aPictureTellsNothingButItsPixels() {
        String number = hazard();
        resolve(number, base64(png()));

        var kept = program.get("/api/v1/cases/" + number + "/media/"
                + shown(number).getFirst().path("id").asString());

        byte[] bytes = Base64.getDecoder().decode(kept.text("base64"));
        assertThat(kept.text("type")).startsWith("image/");
        assertThat(new String(bytes, ISO_8859_1)).isNotEmpty().doesNotContain("taken at home");
        assertThat(without(Scope.CASES_MEDIA)
                        .get("/api/v1/cases/" + number + "/media")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatIsNoPictureChangesNothingAndIsSaid() {
        String number = hazard();

        var broken = resolve(number, "!!");
        assertThat(broken.status() + " " + broken.text("field")).isEqualTo("422 picture");
        var letter = resolve(number, base64("%PDF-1.7 nothing to see".getBytes(UTF_8)));
        assertThat(letter.text("field") + " " + letter.text("reason")).isEqualTo("picture picture-type");
        assertThat(letter.text("detail")).contains("“picture”", "照片");
        var large = resolve(number, base64(new byte[CleanUploads.MOST_BYTES + 1]));
        assertThat(large.text("reason")).isEqualTo("picture-large");
        var larger = resolve(number, base64(new byte[CleanUploads.MOST_BYTES + 64 * 1024]));
        assertThat(larger.status() + " " + larger.type()).isEqualTo("413 urn:linli:api:too-long");
        var reply = program.post(acts(number), resolving(number, base64(png())).replace("resolve", "reply"));
        assertThat(reply.text("field")).isEqualTo("picture");

        assertThat(state(number)).isNotEqualTo("resolved");
        assertThat(shown(number)).isEmpty();
    }

    @Test
    void aKeyOfAnotherUnitShowsNothingOfWhatIsNotItsOwn() {
        String number = hazard();
        var stranger = program(EnumSet.allOf(Scope.class), "grid-2");

        assertThat(stranger.post(acts(number), resolving(number, base64(png()))).status())
                .isEqualTo(404);
        assertThat(shown(number)).isEmpty();
    }

    private Program.Said resolve(String number, String picture) {
        return program.post(acts(number), resolving(number, picture));
    }

    private String resolving(String number, String picture) {
        String shown = picture.isEmpty() ? "" : ",\"picture\":\"" + picture + "\"";
        return "{\"act\":\"resolve\",\"version\":%d,\"words\":\"清干净了\"%s}"
                .formatted(
                        program.get("/api/v1/cases/" + number)
                                .body()
                                .path("version")
                                .asLong(),
                        shown);
    }

    /// Of a place of its own: the same trouble of neighbours would be joined.
    private String hazard() {
        String words = "楼道堆满杂物" + UUID.randomUUID();
        return program.post("/api/v1/cases", """
                        {"way":"visit","label":"report.fire_hazard","words":"%s","name":"%s"}""".formatted(words, UUID.randomUUID()))
                .text("number");
    }

    private static String acts(String number) {
        return "/api/v1/cases/" + number + "/acts";
    }

    private String state(String number) {
        return program.get("/api/v1/cases/" + number)
                .body()
                .path("state")
                .path("id")
                .asString();
    }

    private List<JsonNode> shown(String number) {
        return program.get("/api/v1/cases/" + number + "/media")
                .body()
                .path("items")
                .valueStream()
                .toList();
    }
}
