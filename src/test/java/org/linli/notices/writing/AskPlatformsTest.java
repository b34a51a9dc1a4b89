package org.linli.notices.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.results;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.channels.Approvals;
import org.linli.channels.Approvals.Refused;
import org.linli.channels.Approvals.Why;
import org.linli.notices.Importance;
import org.linli.notices.Kind;
import org.linli.notices.Notice;
import org.linli.notices.Notice.State;
import org.linli.notices.Period;
import org.linli.notices.Wording;
import org.linli.platform.database.CommunityId;
import reactor.core.publisher.Flux;

/// A form that a platform has not approved keeps a notice from leaving, except an emergency, of which it is only told.
class AskPlatformsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    private static final Fault NOT_APPROVED =
            new Fault("wechat.template", "not-approved", List.of("demo", "T-1", "thing2"));

    @Test
    void theAccountTheFormAndTheFieldAreNamed() {
        assertThat(results(refusing(Why.NOT_APPROVED).faults(notice(Importance.IMPORTANT, State.DRAFT))))
                .containsExactly(NOT_APPROVED);
        assertThat(results(refusing(Why.NO_SUCH_FIELD).faults(notice(Importance.ORDINARY, State.WAITING))))
                .extracting(Fault::why)
                .containsExactly("no-such-field");
    }

    @Test
    void anEmergencyLeavesByItsOtherWaysAndWhatThePlatformDoesNotSayIsAWarning() {
        var emergency = notice(Importance.EMERGENCY, State.DRAFT);
        assertThat(results(refusing(Why.NOT_APPROVED).faults(emergency))).isEmpty();
        assertThat(results(refusing(Why.NOT_APPROVED).warnings(emergency))).containsExactly(NOT_APPROVED);

        var ordinary = notice(Importance.ORDINARY, State.DRAFT);
        assertThat(results(refusing(Why.NOT_KNOWN).faults(ordinary))).isEmpty();
        assertThat(results(refusing(Why.NOT_KNOWN).warnings(ordinary))).hasSize(1);
    }

    @Test
    void thatAFieldStaysEmptyIsToldOnceTheWordsAreThere() {
        var written = notice(Importance.ORDINARY, State.DRAFT);
        assertThat(results(refusing(Why.FIELD_EMPTY).warnings(written))).hasSize(1);

        var untitled = written.saying(
                new Wording(Kind.OUTAGE, Importance.ORDINARY, "", "今天停水"), "3栋", written.period(), null, null, null);
        assertThat(results(refusing(Why.FIELD_EMPTY).warnings(untitled))).isEmpty();
        assertThat(results(refusing(Why.NOT_KNOWN).warnings(untitled))).hasSize(1);
    }

    @Test
    void ofWhatHasLeftNobodyIsAsked() {
        assertThat(results(refusing(Why.NOT_APPROVED).faults(notice(Importance.ORDINARY, State.APPROVED))))
                .isEmpty();
    }

    @Test
    void theFormIsAskedForByImportanceAndKind() {
        Approvals platform = (community, letter, facts) -> Flux.just(new Refused(
                Why.NOT_APPROVED, "wechat.template", community.value(), letter, String.valueOf(facts.get("kind"))));
        assertThat(results(new AskPlatforms(List.of(platform)).warnings(notice(Importance.EMERGENCY, State.DRAFT))))
                .extracting(Fault::facts)
                .containsExactly(List.of("lm", "notice-emergency", "outage"));
    }

    private static AskPlatforms refusing(Why why) {
        return new AskPlatforms(
                List.of((_, _, _) -> Flux.just(new Refused(why, "wechat.template", "demo", "T-1", "thing2"))));
    }

    private static Notice notice(Importance importance, State state) {
        return new Notice(
                new CommunityId("lm"),
                "n",
                new Wording(Kind.OUTAGE, importance, "停水", "今天停水"),
                "3栋",
                new Period(NOW, NOW.plus(Duration.ofHours(8))),
                null,
                state,
                "xu",
                NOW,
                null,
                null,
                1);
    }
}
