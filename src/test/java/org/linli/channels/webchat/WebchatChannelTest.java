package org.linli.channels.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.channels.Address;
import org.linli.channels.Channel;
import org.linli.channels.ChannelContract;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.SendFailure;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.test.StepVerifier;

@LinliTest
class WebchatChannelTest implements ChannelContract {

    @Autowired
    private WebchatChannel channel;

    @Autowired
    private Lines lines;

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public String account() {
        return "lm";
    }

    @Override
    public Outbound anyOutbound() {
        return letter("k-any", "lm");
    }

    @Test
    void theSameLetterTwiceIsOneLineWithItsChoices() {
        var first = channel.send(letter("k1", "lm")).block(SOON);
        var second = channel.send(letter("k1", "lm")).block(SOON);

        assertThat(first).isEqualTo(second).isEqualTo(new Receipt("group:b9:1"));
        assertThat(lines.after(RoomKey.of(letter("k1", "lm").to()), 0).block(SOON))
                .singleElement()
                .satisfies(line -> assertThat(line.speaker()).isEmpty())
                .satisfies(line -> assertThat(line.said().choices()).containsExactly("满意", "不满意"));
    }

    @Test
    void aLetterToNoCommunityIsNotTriedAgain() {
        channel.send(letter("k2", "NO SUCH"))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                SendFailure.class,
                                failure -> assertThat(failure.reason()).isEqualTo(MISCONFIGURED)));
    }

    private static Outbound letter(String key, String account) {
        String group = key.equals("k-any") ? "b8" : "b9";
        return new Outbound(key, Address.group(Seat.WEBCHAT, account, group), "修好了吗？\0", List.of("满意", "不满意"));
    }
}
