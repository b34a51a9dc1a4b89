package org.linli.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.channels.MediaFailure.Reason;
import org.linli.platform.database.CommunityId;

class PatienceTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration THREE_DAYS = Duration.ofDays(3);

    @Test
    void thePausesGrowUntilAQuarterOfAnHour() {
        assertThat(after(1)).isEqualTo(new Outcome.Later(Reason.TRY_AGAIN, NINE.plusSeconds(2)));
        assertThat(after(2)).isEqualTo(new Outcome.Later(Reason.TRY_AGAIN, NINE.plusSeconds(4)));
        assertThat(after(200)).isEqualTo(new Outcome.Later(Reason.TRY_AGAIN, NINE.plusSeconds(900)));
    }

    @Test
    void whatThePlatformHasForgottenByThenIsNotAskedForAgain() {
        var late = Patience.after(
                Reason.TRY_AGAIN, due(9), THREE_DAYS, NINE.plus(THREE_DAYS).minusSeconds(30));

        assertThat(late).isEqualTo(new Outcome.Lost(Reason.GONE));
    }

    @ParameterizedTest
    @EnumSource(value = Reason.class, mode = EnumSource.Mode.EXCLUDE, names = "TRY_AGAIN")
    void whatCannotBecomeBetterIsLostAtOnce(Reason reason) {
        assertThat(Patience.after(reason, due(1), THREE_DAYS, NINE)).isEqualTo(new Outcome.Lost(reason));
    }

    private static Outcome after(int attempt) {
        return Patience.after(Reason.TRY_AGAIN, due(attempt), THREE_DAYS, NINE);
    }

    private static DueMedia due(int attempt) {
        var sender = Address.person(new ChannelId("parrot"), "main", "wang");
        return new DueMedia(new CommunityId("lm"), "m-1", MediaKind.PICTURE, sender, "x", null, null, NINE, attempt);
    }
}
