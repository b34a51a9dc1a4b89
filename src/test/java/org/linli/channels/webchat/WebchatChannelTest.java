package org.linli.channels.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.channels.Address;
import org.linli.channels.Channel;
import org.linli.channels.ChannelContract;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.SendFailure;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.test.StepVerifier;

@LinliTest
class WebchatChannelTest implements ChannelContract {

    @Autowired
    private WebchatChannel channel;

    @Autowired
    private Lines lines;

    @Autowired
    private Pictures pictures;

    @Autowired
    private DatabaseClient database;

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
    void aPictureOfALetterIsALineOfItsRoomAndOnlyThere() {
        String id = UUID.randomUUID().toString();
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        database.sql("insert into cases.pictures values ('lm', $1, 'image/png', $2, now())")
                .bind(0, UUID.fromString(id))
                .bind(1, png)
                .then()
                .block(SOON);
        var message = showing("k3", id);
        channel.send(message).block(SOON);

        var room = RoomKey.of(message.to());
        assertThat(lines.after(room, 0).block(SOON))
                .last()
                .satisfies(line -> assertThat(line.said().picture()).isEqualTo(id));
        assertThat(pictures.find(room, id).block(SOON))
                .satisfies(it -> assertThat(it.bytes()).isEqualTo(png));
        assertThat(pictures.find(RoomKey.of(letter("k-any", "lm").to()), id).block(SOON))
                .isNull();
    }

    @Test
    void aPictureThatIsNotThereIsRefused() {
        channel.send(showing("k4", UUID.randomUUID().toString()))
                .as(StepVerifier::create)
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                SendFailure.class,
                                failure -> assertThat(failure.reason()).isEqualTo(SendFailure.Reason.CONTENT_REFUSED)));
    }

    private static Outbound showing(String key, String picture) {
        var shown = List.of(new Outbound.Picture(picture, ""));
        return new Outbound(key, letter(key, "lm").to(), "", List.of(), "", Map.of(), shown);
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
