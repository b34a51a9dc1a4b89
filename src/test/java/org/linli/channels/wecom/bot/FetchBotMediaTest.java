package org.linli.channels.wecom.bot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.channels.Address;
import org.linli.channels.Media;
import org.linli.channels.MediaFailure;
import org.linli.channels.MediaFailure.Reason;
import org.linli.channels.MediaSettings;
import org.linli.channels.TakeMedia;
import org.linli.channels.tencent.DownloadMedia;
import org.linli.channels.wecom.WecomCalls;
import org.linli.standin.Envelope;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/// What is sent to a bot lies encrypted on a server of the platform's: by its page "接收消息".
class FetchBotMediaTest {

    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0
    };
    private static final int MOST = 4096;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile byte[] file = WecomCalls.BOT.encrypt(JPEG);
    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle((request, response) -> {
                asked.add(request.uri());
                return response.status(status).sendByteArray(Mono.just(file));
            })
            .bindNow();

    private final URI base = URI.create("http://127.0.0.1:" + server.port());
    private final FetchBotMedia fetch = fetch();

    private FetchBotMedia fetch() {
        var settings = WecomCalls.settings(base);
        var most = new MediaSettings(DataSize.ofBytes(MOST), Set.of("image/jpeg"));
        return new FetchBotMedia(
                new Bots(settings), new AllowedHosts(settings), new DownloadMedia(new TakeMedia(most)));
    }

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void aPictureIsOpenedWithTheBotsKey() {
        Media media = Objects.requireNonNull(
                fetch.fetch(bot("helper"), base + "/file?sign=1").block(Duration.ofSeconds(60)));

        assertThat(media.bytes()).isEqualTo(JPEG);
        assertThat(media.type()).isEqualTo("image/jpeg");
        assertThat(asked).containsExactly("/file?sign=1");
    }

    @Test
    void whatIsNotClosedWithItIsNoPicture() {
        var stranger = new Envelope("t", "", "ZYXWVUTSRQPONMLKJIHGFEDCBAzyxwvutsrqponmlkj");
        byte[] whole = WecomCalls.BOT.encrypt(JPEG);
        for (byte[] wrong : List.of(
                JPEG,
                stranger.encrypt(JPEG),
                Arrays.copyOf(whole, whole.length - 1),
                WecomCalls.BOT.encrypt("<script>".getBytes(UTF_8)),
                new byte[0])) {
            file = wrong;
            assertThat(failure("helper", base + "/file").reason()).isEqualTo(Reason.REFUSED_TYPE);
        }
    }

    @Test
    void noMoreIsReadThanWeKeep() {
        file = WecomCalls.BOT.encrypt(Arrays.copyOf(JPEG, MOST + 1));

        assertThat(failure("helper", base + "/file").reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void whatThePlatformHasForgottenIsGoneAndWhatItCannotGiveNowComesLater() {
        status = 403;
        assertThat(failure("helper", base + "/file").reason()).isEqualTo(Reason.GONE);
        status = 503;
        assertThat(failure("helper", base + "/file").reason()).isEqualTo(Reason.TRY_AGAIN);
        assertThat(failure("nobody", base + "/file").reason()).isEqualTo(Reason.GONE);
    }

    /// The address comes from outside, and no error names it.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/file",
                "https://127.0.0.1/secret",
                "https://evil.example/file",
                "https://evilmyqcloud.com/file",
                "https://me:pw@a.myqcloud.com/file",
                "http://a.myqcloud.com/file",
                "file:///etc/passwd",
                "no address"
            })
    void noOtherServerIsAskedWhateverTheMessageSays(String address) {
        var failure = failure("helper", address);

        assertThat(failure.reason()).isEqualTo(Reason.GONE);
        assertThat(failure).hasMessageNotContaining(address);
        assertThat(asked).isEmpty();
    }

    private MediaFailure failure(String bot, String address) {
        return catchThrowableOfType(
                MediaFailure.class, () -> fetch.fetch(bot(bot), address).block(Duration.ofSeconds(60)));
    }

    private static Address bot(String id) {
        return Address.person(BotChannel.ID, id, "zhou");
    }
}
