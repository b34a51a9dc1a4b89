package org.linli.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.channels.Act;
import org.linli.channels.Address;
import org.linli.channels.Allowance.Opening;
import org.linli.channels.Allowance.Scope;
import org.linli.channels.Allowance.Window;
import org.linli.channels.ChannelId;
import org.linli.platform.database.CommunityId;

class StandingTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final CommunityId COMMUNITY = new CommunityId("willow");
    private static final Window SERVICE = new Window(
            "parrot.service",
            Scope.receiver(Address.person(new ChannelId("parrot"), "nest", "wang")),
            List.of(
                    new Opening(Act.MESSAGE, 5, Duration.ofHours(48)),
                    new Opening(Act.FOLLOW, 3, Duration.ofMinutes(1))));

    @Test
    void aMessageOpensAWindowForTwoDaysToTheSecond() {
        var standing = did(Map.of(Act.MESSAGE, NINE));

        assertThat(open(standing, NINE)).containsExactly("MESSAGE");
        assertThat(open(standing, NINE.plus(Duration.ofHours(48)).minusMillis(1)))
                .containsExactly("MESSAGE");
        assertThat(open(standing, NINE.plus(Duration.ofHours(48)))).isEmpty();
    }

    @Test
    void theWindowThatClosesFirstIsDrawnFromFirst() {
        var standing = did(Map.of(Act.MESSAGE, NINE, Act.FOLLOW, NINE));

        assertThat(open(standing, NINE.plusSeconds(59))).containsExactly("FOLLOW", "MESSAGE");
        assertThat(open(standing, NINE.plusSeconds(60))).containsExactly("MESSAGE");
    }

    @Test
    void whoLeavesClosesEverythingUntilTheyComeBack() {
        assertThat(open(did(Map.of(Act.MESSAGE, NINE, Act.LEAVE, NINE)), NINE)).isEmpty();
        assertThat(open(did(Map.of(Act.MESSAGE, NINE, Act.LEAVE, NINE.minusSeconds(1))), NINE))
                .containsExactly("MESSAGE");
    }

    @Test
    void anActThatOpensNothingHereOpensNothing() {
        assertThat(open(did(Map.of(Act.SCAN, NINE)), NINE)).isEmpty();
    }

    @Test
    void aWayThatThePlatformClosedStaysClosedUntilThePersonActs() {
        var closed = List.of(new Standing.Closing("parrot.service", NINE, null));

        assertThat(new Standing(Map.of(Act.MESSAGE, NINE.minusSeconds(1)), closed).closed("parrot.service", NINE))
                .contains(new Leave.AfterAnAct());
        assertThat(new Standing(Map.of(Act.LEAVE, NINE.plusSeconds(1)), closed).closed("parrot.service", NINE))
                .contains(new Leave.AfterAnAct());
        assertThat(new Standing(Map.of(Act.MENU, NINE), closed).closed("parrot.service", NINE))
                .as("in the same second, which is all that platforms tell")
                .isEmpty();
        assertThat(new Standing(Map.of(), closed).closed("parrot.template", NINE))
                .isEmpty();
    }

    @Test
    void aWayThatIsClosedForATimeOpensByItself() {
        var until = NINE.plusSeconds(60);
        var standing = new Standing(Map.of(), List.of(new Standing.Closing("parrot.robot", NINE, until)));

        assertThat(standing.closed("parrot.robot", until.minusMillis(1))).contains(new Leave.NotBefore(until));
        assertThat(standing.closed("parrot.robot", until)).isEmpty();
    }

    private static Standing did(Map<Act, Instant> acts) {
        return new Standing(acts, List.of());
    }

    private static List<String> open(Standing standing, Instant now) {
        return standing.open(COMMUNITY, SERVICE, now).stream()
                .map(slot -> slot.slot().substring(0, slot.slot().indexOf('@')))
                .toList();
    }
}
