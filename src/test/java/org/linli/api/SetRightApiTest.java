package org.linli.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.cases.SpokenTime;
import org.linli.keys.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/// Programs invite by notices, set right what was wrong, and say no more what was said often enough.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class SetRightApiTest extends WithPrograms {

    private static final String NOTICES = "/api/v1/notices";

    private static final String DRAFT = """
        {"kind":"policy","title":"图书角开放","text":"周六上午开放，%s","audience":"3栋","from":"%s","until":"%s"%s}""";

    private static final String INVITING = """
        ,"invites":{"whose":"household","places":20}""";

    @Autowired
    Clock clock;

    @Test
    void aNoticeInvitesToAnActivity() {
        var written = program.post(NOTICES, draft(INVITING));

        fieldsOf("Notice", written.body());
        assertThat(written.body().path("invites").path("whose").asString()).isEqualTo("household");
        assertThat(written.body().path("invites").path("places").asInt()).isEqualTo(20);
        String one = NOTICES + "/" + written.text("id");
        assertThat(program.put(one, draft(",\"invites\":{\"whose\":\"person\"}"))
                        .body()
                        .path("invites")
                        .path("places")
                        .asInt(-1))
                .as("as many as come")
                .isZero();
        assertThat(program.put(one, draft("")).body().path("invites").isNull()).isTrue();
        for (var wrong : new String[][] {{"household", "everybody", "whose"}, {"20", "10001", "places"}}) {
            assertThat(program.post(NOTICES, draft(INVITING.replace(wrong[0], wrong[1])))
                            .text("field"))
                    .isEqualTo(wrong[2]);
        }
        assertThat(program.post(NOTICES, draft(",\"invites\":true")).text("field"))
                .isEqualTo("whose");
    }

    @Test
    void aDraftThatIsPutBackAsItWasReadStaysAsItIsAndWhatIsLeftOutIsGone() {
        String optional = INVITING + ",\"repeat\":\"week\",\"repeat_until\":\"%s\"".formatted(inTwoMonths());
        String one = NOTICES + "/" + program.post(NOTICES, draft(optional)).text("id");
        var read = program.get(one).body();

        var same = program.put(one, read.toString()).body();

        for (String field : List.of("title", "text", "from", "until", "repeat", "repeat_until", "invites")) {
            assertThat(same.path(field)).as(field).isEqualTo(read.path(field));
        }
        assertThat(same.path("invites").isNull()).isFalse();
        var replaced = program.put(one, draft("")).body();
        assertThat(List.of(replaced.path("invites"), replaced.path("repeat")))
                .as("PUT replaces the whole, RFC 9110")
                .allMatch(JsonNode::isNull);
    }

    @Test
    void whatIsSaidEachWeekIsSaidNoMore() {
        String one = sent(",\"repeat\":\"week\",\"repeat_until\":\"%s\"".formatted(inTwoMonths()));

        assertThat(without(Scope.NOTICES_APPROVE)
                        .post(one + "/stop-repeat", "{}")
                        .status())
                .isEqualTo(403);
        var stopped = program.post(one + "/stop-repeat", "{}");

        assertThat(stopped.status()).as(stopped.body().toString()).isEqualTo(200);
        assertThat(stopped.text("state")).isEqualTo("approved");
        assertThat(program.post(sent("") + "/stop-repeat", "{}").text("reason"))
                .as("said once")
                .isEqualTo("not-now");
    }

    @Test
    void whatWasWrongIsSetRightForThoseWhoGotIt() {
        String one = sent("");

        var right = program.post(one + "/correct", "{}");

        assertThat(right.status()).as(right.body().toString()).isEqualTo(200);
        assertThat(right.text("state")).isEqualTo("draft");
        assertThat(NOTICES + "/" + right.text("corrects")).isEqualTo(one);
        assertThat(program.get(one).text("state")).isEqualTo("cancelled");
        assertThat(program.post(NOTICES + "/" + right.text("id") + "/correct", "{}")
                        .text("reason"))
                .as("a draft is written anew")
                .isEqualTo("not-now");
        assertThat(program.post(NOTICES + "/no-such/correct", "{}").status()).isEqualTo(404);
    }

    /// The same words twice a day would be refused.
    private String draft(String more) {
        var now = clock.instant();
        return DRAFT.formatted(UUID.randomUUID(), now, now.plus(Duration.ofDays(2)), more);
    }

    private LocalDate inTwoMonths() {
        return LocalDate.ofInstant(clock.instant(), SpokenTime.ZONE).plusMonths(2);
    }

    /// Its address.
    private String sent(String more) {
        String one = NOTICES + "/" + program.post(NOTICES, draft(more)).text("id");
        var sent = program.post(one + "/submit", "{}");
        assertThat(sent.text("state")).as(sent.body().toString()).isEqualTo("approved");
        return one;
    }
}
