package org.linli.notices.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.notices.Importance;
import org.linli.notices.Kind;
import org.linli.notices.Notice;
import org.linli.notices.Notice.State;
import org.linli.notices.Notices.Step;
import org.linli.notices.Wording;
import org.linli.platform.database.CommunityId;
import org.linli.platform.words.WordFile;

/// Where staff reads that a notice stands.
class NoticeViewTest {

    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

    @Test
    void whatWasApprovedIsOutFromItsTimeOn() {
        assertThat(standing(State.APPROVED, "xu", NOW)).isEqualTo("SENT");
        assertThat(standing(State.APPROVED, "xu", NOW.plusSeconds(1))).isEqualTo("APPROVED");
    }

    @Test
    void aDraftThatNobodyLetGoWasPutAwayAndNotStopped() {
        assertThat(standing(State.CANCELLED, null, null)).isEqualTo("PUT_AWAY");
        assertThat(standing(State.CANCELLED, "xu", NOW)).isEqualTo("CANCELLED");
        assertThat(Step.called("cancelled", notice(State.CANCELLED, null, null)))
                .isEqualTo("put-away");
        assertThat(Step.called("cancelled", notice(State.CANCELLED, "xu", NOW))).isEqualTo("cancelled");
        assertThat(Step.called("written", notice(State.CANCELLED, null, null))).isEqualTo("written");
    }

    @Test
    void eachHasItsWords() {
        var words = WordFile.of("templates/messages", "notices.properties");
        var states = Stream.concat(Stream.of(State.values()).map(State::name), Stream.of("SENT", "PUT_AWAY"));

        assertThat(states.map(it -> "notices.state." + it))
                .allSatisfy(it -> assertThat(words.find(it)).isPresent());
        assertThat(Stream.of("put-away", "reminded").map(it -> "notices.step." + it))
                .allSatisfy(it -> assertThat(words.find(it)).isPresent());
        assertThat(Stream.of("remind.", "trouble.")
                        .flatMap(it ->
                                Stream.of("reminded-early", "reminded-enough").map(it::concat)))
                .allSatisfy(it -> assertThat(words.find("notices." + it)).isPresent());
    }

    private static String standing(State state, @Nullable String approver, @Nullable Instant sendAt) {
        return NoticeView.standing(notice(state, approver, sendAt), NOW);
    }

    private static Notice notice(State state, @Nullable String approver, @Nullable Instant sendAt) {
        return new Notice(
                new CommunityId("lm"),
                "n1",
                new Wording(Kind.ACTIVITY, Importance.ORDINARY, "健步走", "周六早上八点"),
                "3栋",
                null,
                sendAt,
                state,
                "chen",
                NOW.minus(Duration.ofDays(1)),
                approver,
                null,
                3);
    }
}
