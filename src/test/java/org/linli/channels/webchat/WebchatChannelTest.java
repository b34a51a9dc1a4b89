package org.linli.channels.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.channels.Address;
import org.linli.channels.Channel;
import org.linli.channels.Inbound;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.SendFailure;
import org.linli.channels.contract.AdapterContract;
import org.linli.channels.contract.Case;
import org.linli.channels.contract.Keeps;
import org.linli.channels.contract.NotHere;
import org.linli.platform.database.CommunityId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@LinliTest
@NotHere(
        value = {Case.TAMPERED, Case.OLD},
        because = "no call is signed: a cookie is a visitor, another cookie another one, and the same id the same line")
@NotHere(
        value = Case.UNKNOWN_KIND,
        because = "our own page sends text or a picture; all else is no draft, see TalkTest")
@NotHere(value = Case.WORDS, because = "what is no word is not a line, see TalkTest; the others are read there too")
@NotHere(
        value = {
            Case.CODE_IN_200,
            Case.THROTTLED,
            Case.WINDOW_CLOSED,
            Case.PERSON_GONE,
            Case.FORBIDDEN,
            Case.OUT_OF_ORDER,
            Case.HUNG_UP,
            Case.WRONG_SECRET,
            Case.TOKEN_EXPIRED,
            Case.TOKEN_NEVER_TAKEN
        },
        because = "no platform is behind it: a letter is a row of ours")
class WebchatChannelTest implements AdapterContract {

    @Autowired
    private WebchatChannel channel;

    @Autowired
    private Lines lines;

    @Autowired
    private Follow follow;

    @Autowired
    private Pictures pictures;

    @Autowired
    private Limit limit;

    @Autowired
    private WebchatProperties properties;

    @Autowired
    private DatabaseClient database;

    private boolean toNobody;

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public String account() {
        return "lm";
    }

    @Override
    public Outbound letter(String text) {
        return new Outbound("k-any", Address.group(Seat.WEBCHAT, "lm", "b8"), text, List.of());
    }

    /// The browser sends the same id until it gets an answer.
    @Override
    public Mono<List<Inbound>> genuine(String text) {
        String visitor = "v-" + UUID.randomUUID();
        var seat = Seat.alone(new CommunityId("lm"), visitor, new Sender(visitor, "a-" + visitor, true));
        var draft = new Draft("line-1", text, null, null, null);
        return Mono.defer(() -> {
            var inbox = new Keeps();
            var say = new SayLine(lines, follow, pictures, limit, inbox, properties, Clock.systemUTC());
            return say.say(seat, draft).then(Mono.fromSupplier(inbox::kept));
        });
    }

    @Override
    public List<Mono<List<Inbound>>> arrivals() {
        return List.of(genuine(WORDS));
    }

    @Override
    public List<Runnable> troubles() {
        return List.of(() -> {}, () -> toNobody = true);
    }

    @Override
    public Mono<Receipt> send(Outbound letter) {
        return channel.send(toNobody ? letter("k-none", "NO SUCH", letter.text()) : letter);
    }

    @Override
    public List<String> secrets() {
        return List.of("linli-visitor=");
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
        return letter(key, account, "修好了吗？\0");
    }

    private static Outbound letter(String key, String account, String text) {
        String group = key.equals("k-any") ? "b8" : "b9";
        return new Outbound(key, Address.group(Seat.WEBCHAT, account, group), text, List.of("满意", "不满意"));
    }
}
