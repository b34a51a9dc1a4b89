package org.linli.channels.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.channels.Account;
import org.linli.channels.Allowance.Period;
import org.linli.channels.Allowance.Quota;
import org.linli.channels.Allowance.Rate;
import org.linli.channels.Allowance.Scope;
import org.linli.channels.ChannelId;
import org.linli.channels.wecom.WecomLimits.GroupTask;

/// What the platform's page "访问频率限制" allows, by what the operator has told of the corporation.
class WecomLimitsTest {

    private static final Corp CORP =
            WecomCalls.settings(URI.create("http://localhost:1")).corps().getFirst();
    private static final Scope APP = Scope.account(new Account(new ChannelId("wecom"), "desk", CORP.communityId()));

    @Test
    void anAppMayWriteTwoHundredLettersADayForEachAccountOfItsCorporation() {
        var limits = new WecomLimits(Map.of(CORP.corpId(), 35), 2000, GroupTask.ONCE_A_DAY);

        assertThat(limits.lettersOfApp(CORP, APP)).containsExactly(new Quota("wecom.app.day", APP, 7000, Period.DAY));
        assertThat(WecomLimits.usual().lettersOfApp(CORP, APP)).isEmpty();
    }

    @Test
    void allCallsOfOneInterfaceByACorporationAreCountedTogether() {
        var channel = new ChannelId("wecom-kf");
        var calls = Scope.api(channel, CORP.corpId(), "kf/send_msg");

        assertThat(WecomLimits.calls("kf", channel, CORP, "kf/send_msg"))
                .containsExactly(
                        new Rate("kf.calls.minute", calls, 10_000, Duration.ofMinutes(1)),
                        new Rate("kf.calls.hour", calls, 150_000, Duration.ofHours(1)));
    }

    @Test
    void numbersThatCannotBeStopTheStart() {
        for (int people : List.of(1, 2001)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new WecomLimits(Map.of(), people, GroupTask.ONCE_A_DAY))
                    .withMessage("linli.channels.wecom-limits.appchat-people is wrong (expected: 2 to 2000)");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WecomLimits(Map.of("ww1", 0), 2000, GroupTask.ONCE_A_DAY))
                .withMessageContaining("accounts");
    }
}
