package org.linli.notices.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.community.choosing.Whom;
import org.linli.notices.Importance;
import org.linli.notices.Kind;
import org.linli.notices.Notice;
import org.linli.notices.Period;
import org.linli.notices.Wording;
import org.linli.notices.audience.Reading;
import org.linli.platform.database.CommunityId;

/// What is wrong with a notice is said before anybody is told, and who has to look at it.
class CheckNoticeTest {

    private static final CommunityId LM = new CommunityId("lm");
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    private static final Period TODAY = new Period(NOW, NOW.plus(Duration.ofHours(8)));
    private static final Reading SOMEBODY = new Reading.Understood(new Whom.Everybody());

    @Test
    void aWholeNoticeHasNoFault() {
        assertThat(faults("停水", "今天停水", TODAY, null)).isEmpty();
    }

    @Test
    void placeholdersAreNamedWithLineAndPlace() {
        assertThat(faults("停水", "因检修\n从{几点}停水", TODAY, null))
                .containsExactly(new Fault("text", "placeholder", List.of("2", "2", "{几点}")));
        assertThat(faults("{楼栋}停水", "今天停水", TODAY, null))
                .containsExactly(new Fault("title", "placeholder", List.of("1", "1", "{楼栋}")));
    }

    @Test
    void aPeriodThatIsOverOrMissingIsTold() {
        assertThat(faults("停水", "今天停水", null, null)).containsExactly(new Fault("period", "missing", List.of()));
        assertThat(faults("停水", "今天停水", new Period(NOW.minusSeconds(60), NOW), null))
                .containsExactly(new Fault("period", "over", List.of()));
        assertThat(faults("停水", "今天停水", new Period(NOW.plusSeconds(60), NOW.plusSeconds(60)), null))
                .containsExactly(new Fault("period", "backwards", List.of()));
        assertThat(faults("停水", "今天停水", TODAY, NOW.plus(Duration.ofHours(9))))
                .containsExactly(new Fault("send", "too-late", List.of()));
    }

    /// It would leave at once, perhaps at night. Whoever writes "now" needs a moment; whoever approves cannot change
    /// it.
    @Test
    void aTimeThatHasPassedIsToldToWhoeverWrites() {
        assertThat(faults("停水", "今天停水", TODAY, NOW.minus(Duration.ofMinutes(6))))
                .containsExactly(new Fault("send", "past", List.of()));
        assertThat(faults("停水", "今天停水", TODAY, NOW.minus(Duration.ofMinutes(4))))
                .isEmpty();

        var waiting = notice("停水", "今天停水", TODAY, NOW.minus(Duration.ofDays(1)))
                .to(Notice.State.WAITING, null, NOW.minus(Duration.ofDays(1)));
        assertThat(new CheckNotice(waiting, SOMEBODY, 5, NOW).faults()).isEmpty();
        assertThat(CheckNotice.hasPassed(waiting, NOW)).isTrue();
    }

    @Test
    void anAudienceOfNobodyOrOfNothingKnownIsTold() {
        assertThat(new CheckNotice(notice("停水", "今天停水", TODAY, null), SOMEBODY, 0, NOW).faults())
                .containsExactly(new Fault("audience", "nobody", List.of()));
        var unknown = new Reading.NotUnderstood(Reading.Why.UNKNOWN_NAME, 3, "9栋");
        assertThat(new CheckNotice(notice("停水", "今天停水", TODAY, null), unknown, 0, NOW).faults())
                .containsExactly(new Fault("audience", "unknown-name", List.of("4", "9栋")));
    }

    @Test
    void whatGoesToNearlyEverybodyNeedsASecondPerson() {
        var notice = notice("停水", "今天停水", TODAY, null);
        var all = Approval.of(notice, "chen", 80, 100);

        assertThat(all.mayAlone(member("chen", Role.ADMIN))).isFalse();
        assertThat(all.mayApprove(member("chen", Role.ADMIN))).isFalse();
        assertThat(all.mayApprove(member("xu", Role.COMMUNITY_WORKER))).isTrue();
        assertThat(Approval.of(notice, "chen", 79, 100).mayAlone(member("chen", Role.ADMIN)))
                .isTrue();
    }

    @Test
    void gridWorkersAskAndNeverApprove() {
        var some = Approval.of(notice("停水", "今天停水", TODAY, null), "lin", 10, 100);

        assertThat(some.mayAlone(member("lin", Role.GRID_WORKER))).isFalse();
        assertThat(some.mayApprove(member("lin", Role.GRID_WORKER))).isFalse();
        assertThat(some.mayAlone(member("xu", Role.COMMUNITY_WORKER))).isTrue();
    }

    @Test
    void aBrokenTemplateIsNamedWithItsLine() {
        var read = ReadNoticeTemplate.read("water.yml", """
                name: 停水
                kind: rain
                importance: important
                title: 停水
                texts: 今天停水
                """);

        assertThat(read.template()).isEmpty();
        assertThat(read.faults())
                .contains(
                        new TemplateFault("water.yml", 2, "unknown-word", "rain"),
                        new TemplateFault("water.yml", 5, "unknown-part", "texts"));
        assertThat(read.faults()).extracting(TemplateFault::why).contains("missing");
    }

    private static List<Fault> faults(String title, String text, @Nullable Period period, @Nullable Instant send) {
        return new CheckNotice(notice(title, text, period, send), SOMEBODY, 5, NOW).faults();
    }

    private static Notice notice(String title, String text, @Nullable Period period, @Nullable Instant send) {
        return new Notice(
                LM,
                "n1",
                new Wording(Kind.OUTAGE, Importance.ORDINARY, title, text),
                "3栋",
                period,
                send,
                Notice.State.DRAFT,
                "chen",
                NOW,
                null,
                null,
                1);
    }

    private static StaffMember member(String id, Role role) {
        return new StaffMember(LM, id, id, role, "desk", null, null);
    }
}
