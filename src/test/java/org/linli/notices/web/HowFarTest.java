package org.linli.notices.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.community.CommunityMap;
import org.linli.community.Group;
import org.linli.community.QuietHours;
import org.linli.notices.Importance;
import org.linli.notices.Kind;
import org.linli.notices.Notice;
import org.linli.notices.Notice.State;
import org.linli.notices.Period;
import org.linli.notices.Wording;
import org.linli.notices.knowing.Progress;
import org.linli.notices.sending.Fate;
import org.linli.platform.database.CommunityId;
import org.linli.platform.words.WordFile;

/// What staff reads of a notice that was approved.
class HowFarTest {

    private static final CommunityId LM = new CommunityId("lm");
    /// Half past eleven in the evening by China's time.
    private static final Instant NIGHT = Instant.parse("2026-11-21T15:30:00Z");

    @Test
    void aNoticeIsPreparedThenOnItsWayThenOut() {
        var approved = notice(State.APPROVED, Importance.ORDINARY, null);

        assertThat(far(approved, progress(Map.of(), false)).word()).isEqualTo("preparing");
        assertThat(far(approved, progress(Map.of(Fate.POSTED, 2L, Fate.ACCEPTED, 7L), true))
                        .word())
                .isEqualTo("sending");
        assertThat(far(approved, progress(Map.of(Fate.WAITING, 1L), true)).word())
                .isEqualTo("sending");
        assertThat(far(approved, progress(Map.of(Fate.FAILED, 1L, Fate.SEEN, 8L), true))
                        .word())
                .isEqualTo("sent");
    }

    @Test
    void whatHasATimeWaitsForIt() {
        var later = notice(State.APPROVED, Importance.ORDINARY, NIGHT.plus(Duration.ofHours(1)));

        assertThat(far(later, progress(Map.of(), false)).word()).isEqualTo("later");
    }

    @Test
    void ofAStoppedOneNothingIsOnItsWay() {
        var stopped = notice(State.CANCELLED, Importance.ORDINARY, null);

        assertThat(far(stopped, progress(Map.of(), false)).word()).isEmpty();
    }

    @Test
    void groupsThatAreLeftAloneAreToldInTheMorningButEmergenciesWakeThem() {
        var usual = notice(State.APPROVED, Importance.IMPORTANT, null);
        var emergency = notice(State.APPROVED, Importance.EMERGENCY, null);

        assertThat(far(usual, progress(Map.of(), true)))
                .extracting(HowFar::quiet, HowFar::until)
                .containsExactly(1, "2026-11-22 07:00");
        assertThat(far(emergency, progress(Map.of(), true)).quiet()).isZero();
    }

    @Test
    void eachHasWords() {
        var words = WordFile.of("templates/messages", "notices.properties");

        assertThat(List.of("later", "preparing", "sending", "sent", "quiet"))
                .allSatisfy(it -> assertThat(words.find("notices.far." + it)).isPresent());
    }

    private static HowFar far(Notice notice, Progress progress) {
        return HowFar.of(notice, progress, Set.of("group:b3", "group:b4"), map(), NIGHT);
    }

    private static Progress progress(Map<Fate, Long> people, boolean thought) {
        return new Progress(people, Map.of(), Map.of(), Map.of(), thought);
    }

    private static CommunityMap map() {
        return new CommunityMap(
                LM, "柳苑社区", List.of(), List.of(), List.of(), List.of(group("b3", "22:00-7:00"), group("b4", "")));
    }

    private static Group group(String code, String quiet) {
        var address = Address.group(new ChannelId("webchat"), "lm", code);
        return new Group(
                code, code, address, code, null, 0.5, QuietHours.parse(quiet).orElse(null), false);
    }

    private static Notice notice(State state, Importance importance, @Nullable Instant sendAt) {
        return new Notice(
                LM,
                "n",
                new Wording(Kind.OUTAGE, importance, "停水", "明天停水"),
                "全体",
                new Period(NIGHT, NIGHT.plus(Duration.ofHours(20))),
                sendAt,
                state,
                "xu",
                NIGHT,
                "chen",
                null,
                1);
    }
}
