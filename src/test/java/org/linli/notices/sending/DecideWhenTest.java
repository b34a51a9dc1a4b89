package org.linli.notices.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.community.CommunityMap;
import org.linli.community.Group;
import org.linli.community.QuietHours;
import org.linli.community.Resident;
import org.linli.community.choosing.Chosen;
import org.linli.notices.Importance;
import org.linli.notices.Kind;
import org.linli.notices.Notice;
import org.linli.notices.Period;
import org.linli.notices.Wording;
import org.linli.outbox.PlanWays.Planned;
import org.linli.platform.database.CommunityId;

/// When one person is written to, and why not: by what they asked for, by how much they had today, by the group they
/// are in. The clock stands still.
class DecideWhenTest {

    private static final CommunityId LM = new CommunityId("lm");
    private static final Instant TEN_IN_THE_EVENING = Instant.parse("2026-11-21T14:00:00Z");
    private static final Instant SEVEN_IN_THE_MORNING = Instant.parse("2026-11-21T23:00:00Z");
    private static final Instant EIGHT_IN_THE_MORNING = Instant.parse("2026-11-22T00:00:00Z");
    private static final Address CHAT = Address.person(new ChannelId("webchat"), "lm", "r1");
    private static final Group GROUP = new Group("b3", "3栋邻里群", Address.parse("webchat:lm:group:b3"), "b3", 0.5);
    private static final QuietHours NIGHT = QuietHours.parse("22:00-7:00").orElseThrow();
    private static final Wishes AT_NIGHT = new Wishes(Set.of(), NIGHT);
    private static final Wishes NO_JOBS = new Wishes(Set.of(Kind.JOBS), null);

    private Importance importance = Importance.ORDINARY;
    private Wishes wishes = Wishes.NONE;
    private int today;
    private Duration lasts = Duration.ofHours(30);
    private boolean isInGroup;
    private boolean isReached = true;
    private boolean wasReached;

    @Test
    void whoeverWantsQuietAtNightIsToldWhenItIsOver() {
        wishes = AT_NIGHT;
        assertThat(told()).satisfies(it -> {
            assertThat(it.fate()).isEqualTo(Fate.WAITING);
            assertThat(it.reason()).isEqualTo("QUIET");
            assertThat(it.dueAt()).isEqualTo(SEVEN_IN_THE_MORNING);
        });
        importance = Importance.IMPORTANT;
        assertThat(told().dueAt()).isEqualTo(SEVEN_IN_THE_MORNING);
        importance = Importance.EMERGENCY;
        assertThat(told().dueAt()).isEqualTo(TEN_IN_THE_EVENING);
    }

    @Test
    void whatWouldBeOverByThenIsNotToldAnyMore() {
        wishes = AT_NIGHT;
        lasts = Duration.ofHours(8);
        assertThat(told().fate()).isEqualTo(Fate.TOO_LATE);
        assertThat(told().dueAt()).isNull();
        importance = Importance.EMERGENCY;
        assertThat(told().fate()).isEqualTo(Fate.WAITING);
    }

    @Test
    void theFourthOrdinaryOneOfADayWaitsForTheMorningAndOthersDoNot() {
        today = 2;
        assertThat(told().dueAt()).isEqualTo(TEN_IN_THE_EVENING);
        today = 3;
        assertThat(told().reason()).isEqualTo("ENOUGH_TODAY");
        assertThat(told().dueAt()).isEqualTo(EIGHT_IN_THE_MORNING);
        importance = Importance.IMPORTANT;
        assertThat(told().dueAt()).isEqualTo(TEN_IN_THE_EVENING);
    }

    @Test
    void whoeverDoesWithoutAKindDoesNotGetItUnlessItIsAnEmergency() {
        wishes = NO_JOBS;
        assertThat(told().fate()).isEqualTo(Fate.UNWANTED);
        importance = Importance.IMPORTANT;
        assertThat(told().fate()).isEqualTo(Fate.UNWANTED);
        importance = Importance.EMERGENCY;
        assertThat(told().fate()).isEqualTo(Fate.WAITING);
    }

    @Test
    void whoReadsItInAGroupIsWrittenToOnlyWhereItMatters() {
        isInGroup = true;
        assertThat(told().fate()).isEqualTo(Fate.IN_GROUP);
        assertThat(told().via()).isEqualTo("group:b3");
        importance = Importance.IMPORTANT;
        assertThat(told().fate()).isEqualTo(Fate.WAITING);
        importance = Importance.EMERGENCY;
        assertThat(told().fate()).isEqualTo(Fate.WAITING);
    }

    @Test
    void itIsKnownWhySomebodyIsNotReachedAtAll() {
        isReached = false;
        assertThat(told().fate()).isEqualTo(Fate.NO_ADDRESS);
        wasReached = true;
        assertThat(told().fate()).isEqualTo(Fate.LOST);
    }

    private Recipient told() {
        var resident = new Resident(LM, "r1", "王淑琴", null, true);
        var person = new Chosen(
                resident,
                isReached ? List.of(CHAT) : List.of(),
                wasReached ? List.of(CHAT) : List.of(),
                Set.of(),
                isInGroup ? Set.of(GROUP.address()) : Set.of(),
                Set.of());
        var map = new CommunityMap(LM, "柳苑社区", List.of(), List.of(), List.of(), List.of());
        var open = new Planned("webchat", 0, List.of(), true);
        return new DecideReach(
                        notice(),
                        map,
                        List.of(GROUP),
                        Map.of("r1", wishes),
                        Map.of("r1", today),
                        Map.of(CHAT, open),
                        3,
                        TEN_IN_THE_EVENING)
                .to(person);
    }

    private Notice notice() {
        return new Notice(
                LM,
                "n",
                new Wording(Kind.JOBS, importance, "招聘会", "周六"),
                "全体",
                new Period(TEN_IN_THE_EVENING, TEN_IN_THE_EVENING.plus(lasts)),
                null,
                Notice.State.APPROVED,
                "xu",
                TEN_IN_THE_EVENING,
                null,
                null,
                1);
    }
}
