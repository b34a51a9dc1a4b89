package org.linli.notices.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.notices.Importance;
import org.linli.notices.Kind;
import org.linli.notices.Notice;
import org.linli.notices.Notice.State;
import org.linli.notices.Notices.Step;
import org.linli.notices.Period;
import org.linli.notices.Wording;
import org.linli.notices.knowing.Progress;
import org.linli.notices.sending.Fate;
import org.linli.platform.database.CommunityId;

/// Who may be reminded, and how often.
class RemindingTest {

    private static final Instant LEFT = Instant.parse("2026-11-21T02:00:00Z");
    private static final Instant NEXT_DAY = LEFT.plus(Duration.ofDays(1));
    private static final Progress UNREAD = progress(Map.of(Fate.ACCEPTED, 2L, Fate.DELIVERED, 1L, Fate.UNKNOWN, 1L));

    @Test
    void whoeverGotALetterAndShowedNothingHasNotReadIt() {
        var all = progress(Map.of(
                Fate.ACCEPTED,
                2L,
                Fate.DELIVERED,
                1L,
                Fate.SEEN,
                5L,
                Fate.CONFIRMED,
                5L,
                Fate.IN_GROUP,
                5L,
                Fate.UNWANTED,
                5L,
                Fate.NO_ADDRESS,
                5L,
                Fate.VISITED,
                5L,
                Fate.HELD,
                5L));

        assertThat(reminding(ordinary(), all, NEXT_DAY)).isEqualTo(new Reminding(3, 0, null, NEXT_DAY, ""));
    }

    @Test
    void nobodyIsRemindedWithinADayOfBeingTold() {
        assertThat(reminding(ordinary(), UNREAD, NEXT_DAY.minusSeconds(1)))
                .isEqualTo(new Reminding(4, 0, null, NEXT_DAY, "reminded-early"));
        assertThat(reminding(ordinary(), UNREAD, NEXT_DAY.plusSeconds(9), NEXT_DAY))
                .isEqualTo(new Reminding(4, 1, NEXT_DAY, NEXT_DAY.plus(Duration.ofDays(1)), "reminded-early"));
        assertThat(reminding(ordinary(), UNREAD, NEXT_DAY.plus(Duration.ofDays(1)), NEXT_DAY)
                        .hinders())
                .isEmpty();
    }

    @Test
    void nobodyIsRemindedAThirdTime() {
        var later = NEXT_DAY.plus(Duration.ofDays(2));

        assertThat(reminding(ordinary(), UNREAD, later.plus(Duration.ofDays(9)), NEXT_DAY, later))
                .isEqualTo(new Reminding(4, 2, later, null, "reminded-enough"));
    }

    @Test
    void whereEverybodyReadItNobodyIsReminded() {
        assertThat(reminding(ordinary(), progress(Map.of(Fate.SEEN, 9L)), NEXT_DAY)
                        .hinders())
                .isEqualTo("all-read");
    }

    @Test
    void onlyAnOrdinaryNoticeThatIsOutAndStillHoldsIsRemindedOf() {
        assertThat(reminding(notice(Importance.IMPORTANT, State.APPROVED, null), UNREAD, NEXT_DAY)
                        .hinders())
                .as("finds a second way by itself")
                .isEqualTo("not-now");
        assertThat(reminding(notice(Importance.ORDINARY, State.CANCELLED, null), UNREAD, NEXT_DAY)
                        .hinders())
                .isEqualTo("not-now");
        var over = new Period(LEFT, NEXT_DAY);
        assertThat(reminding(notice(Importance.ORDINARY, State.APPROVED, over), UNREAD, NEXT_DAY)
                        .hinders())
                .isEqualTo("not-now");
        assertThat(reminding(ordinary(), new Progress(UNREAD.people(), Map.of(), Map.of(), Map.of(), false), NEXT_DAY)
                        .hinders())
                .as("not everybody was told yet")
                .isEqualTo("not-now");
    }

    private static Reminding reminding(Notice notice, Progress progress, Instant now, Instant... reminded) {
        var history = Stream.concat(
                        Stream.of(new Step(LEFT, "sent", "陈立秋")),
                        Stream.of(reminded).map(at -> new Step(at, "reminded", "陈立秋")))
                .toList();
        return Reminding.of(notice, progress, history, now);
    }

    private static Progress progress(Map<Fate, Long> people) {
        return new Progress(people, Map.of(), Map.of(), Map.of(), true);
    }

    private static Notice ordinary() {
        return notice(Importance.ORDINARY, State.APPROVED, new Period(LEFT, LEFT.plus(Duration.ofDays(90))));
    }

    private static Notice notice(Importance importance, State state, @Nullable Period period) {
        return new Notice(
                new CommunityId("lm"),
                "n1",
                new Wording(Kind.ACTIVITY, importance, "健步走", "周六早上八点"),
                "3栋",
                period,
                LEFT,
                state,
                "chen",
                LEFT,
                "chen",
                null,
                3);
    }
}
