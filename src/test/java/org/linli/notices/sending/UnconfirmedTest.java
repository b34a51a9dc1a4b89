package org.linli.notices.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.channels.Address;
import org.linli.channels.Confirmations.Awaited;

/// A group that reads what we sent only after its owner has confirmed it.
class UnconfirmedTest {

    private static final Instant ASKED_AT = Instant.parse("2026-03-02T08:00:00Z");
    private static final ReadFate TAKEN = new ReadFate(Fate.ACCEPTED, "");

    private final Unconfirmed owners = new Unconfirmed(Map.of("group:w4", ASKED_AT));

    @Test
    void aGroupWhoseOwnerHasNotConfirmedHasNotGotIt() {
        assertThat(owners.of(group("w4", ""), TAKEN, after(Duration.ofMinutes(1))))
                .isEqualTo(new ReadFate(Fate.POSTED, Unconfirmed.ASKED));
        assertThat(owners.of(group("b4", ""), TAKEN, after(Duration.ofMinutes(1))))
                .as("nobody has to confirm")
                .isEqualTo(TAKEN);
        assertThat(new Unconfirmed(Map.of()).of(group("w4", Unconfirmed.ASKED), TAKEN, after(Duration.ofHours(1))))
                .as("confirmed")
                .isEqualTo(TAKEN);
    }

    @Test
    void whoWasRemindedStaysReminded() {
        assertThat(owners.of(group("w4", Unconfirmed.REMINDED), TAKEN, after(Duration.ofHours(1)))
                        .reason())
                .isEqualTo(Unconfirmed.REMINDED);
    }

    @Test
    void anOwnerIsRemindedOfANoticeOnceHoweverOftenThePlatformWouldAllowIt() {
        assertThat(Unconfirmed.isToBeReminded(reminded(0))).isTrue();
        assertThat(Unconfirmed.isToBeReminded(reminded(1))).isFalse();
        assertThat(Unconfirmed.isToBeReminded(reminded(3))).isFalse();
    }

    private static Awaited reminded(int times) {
        var group = Address.parse("wecom-group:contact:group:wr1");
        return new Awaited("task", group, "4栋客户群", "zhao", ASKED_AT, times);
    }

    @Test
    void afterHalfADayItsMembersAreWrittenToOnce() {
        var group = group("w4", Unconfirmed.REMINDED);
        var late = owners.of(group, TAKEN, after(Duration.ofHours(13)));

        assertThat(late).isEqualTo(new ReadFate(Fate.POSTED, Unconfirmed.LATE));
        assertThat(Unconfirmed.isGivenUp(group, late)).isTrue();
        assertThat(Unconfirmed.isGivenUp(group("w4", Unconfirmed.LATE), late)).isFalse();
    }

    private static Instant after(Duration time) {
        return ASKED_AT.plus(time);
    }

    private static Recipient group(String code, String reason) {
        return new Recipient(Recipient.group(code), "b4", "", null, List.of(), 1, Fate.POSTED, reason, "", null);
    }
}
