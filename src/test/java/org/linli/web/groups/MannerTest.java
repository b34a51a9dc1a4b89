package org.linli.web.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.community.Group;
import org.linli.understanding.SpeakingUp;

class MannerTest {

    private static final Group BALANCED =
            new Group("b3", "3栋邻里群", Address.group(new ChannelId("webchat"), "lm", "b3"), "b3", 0.7);

    @Test
    void eachWordHasTheRatesOfItsPointAndOthersAreLeftOut() {
        var points = List.of(
                new SpeakingUp(0.5, 0.823, 0.847, 1 / 31.0),
                new SpeakingUp(0.6, 0.76, 0.83, 1 / 50.0),
                new SpeakingUp(0.7, 0.717, 0.81, 1 / 66.0),
                new SpeakingUp(0.9, 0.607, 0.796, 1 / 126.0));

        assertThat(Manner.of(BALANCED, points))
                .containsExactly(
                        new Manner("silent", false, 126, 61, 80),
                        new Manner("balanced", true, 66, 72, 81),
                        new Manner("talkative", false, 31, 82, 85));
    }

    @Test
    void neverInterruptedIsNoNumberWithoutEnd() {
        assertThat(Manner.of(BALANCED, List.of(new SpeakingUp(0.9, 1, 1, 0))))
                .extracting(Manner::oneIn)
                .containsExactly(10_000L);
    }
}
