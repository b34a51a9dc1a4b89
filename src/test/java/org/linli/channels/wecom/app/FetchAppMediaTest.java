package org.linli.channels.wecom.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.channels.Address;
import org.linli.channels.Media;
import org.linli.channels.MediaFailure;
import org.linli.channels.MediaFailure.Reason;
import org.linli.channels.MediaSettings;
import org.linli.channels.TakeMedia;
import org.linli.channels.tencent.DownloadMedia;
import org.linli.channels.tencent.OwnRedis;
import org.linli.channels.tencent.SharedTokens;
import org.linli.channels.wecom.StandInWecom;
import org.linli.channels.wecom.TemporaryMedia;
import org.linli.channels.wecom.WecomApi;
import org.linli.channels.wecom.WecomCalls;
import org.linli.standin.Told;
import org.springframework.util.unit.DataSize;

/// What members send to an app is fetched with the app's token; a service desk's media come the same way.
class FetchAppMediaTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0
    };

    private final StandInWecom wecom = new StandInWecom("/cgi-bin/media/get");
    private final FetchAppMedia fetch = fetch();

    private FetchAppMedia fetch() {
        var settings = WecomCalls.settings(wecom.base());
        var api = new WecomApi(settings, new SharedTokens(OwnRedis.nobody()), Clock.systemUTC());
        var take = new TakeMedia(new MediaSettings(DataSize.ofBytes(1024), Set.of("image/jpeg")));
        return new FetchAppMedia(new Apps(settings), new TemporaryMedia(api, new DownloadMedia(take)));
    }

    @AfterEach
    void disconnect() {
        wecom.close();
    }

    @Test
    void aPictureIsFetchedWithTheAppsTokenByItsId() {
        wecom.answers(Told.of(200, "image/jpeg", JPEG));

        Media media = Objects.requireNonNull(fetch.fetch(app("desk"), "MEDIA-1").block(SOON));

        assertThat(media.bytes()).isEqualTo(JPEG);
        assertThat(media.type()).isEqualTo("image/jpeg");
        assertThat(wecom.lettersAsked()).singleElement().satisfies(it -> {
            assertThat(it.parameter("media_id")).isEqualTo("MEDIA-1");
            assertThat(it.parameter("access_token")).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({"40007,GONE", "45009,TRY_AGAIN", "-1,TRY_AGAIN", "48002,TRY_AGAIN", "60020,TRY_AGAIN"})
    void aCodeInsideTwoHundredIsAFailure(long code, Reason reason) {
        wecom.refusesWith(code);

        assertThat(failure("desk").reason()).isEqualTo(reason);
    }

    @Test
    void whatIsNoPictureAndWhatIsTooMuchIsRefused() {
        wecom.answers(Told.of(200, "image/jpeg", "<script>".getBytes(UTF_8)));
        assertThat(failure("desk").reason()).isEqualTo(Reason.REFUSED_TYPE);

        wecom.answers(Told.of(200, "image/jpeg", Arrays.copyOf(JPEG, 1025)));
        assertThat(failure("desk").reason()).isEqualTo(Reason.TOO_LARGE);
    }

    /// It may be made again, or known to another replica already.
    @Test
    void anAppThatIsNotOursNowIsAskedForAgain() {
        assertThat(failure("nobody").reason()).isEqualTo(Reason.TRY_AGAIN);
        assertThat(wecom.lettersAsked()).isEmpty();
    }

    private MediaFailure failure(String app) {
        return catchThrowableOfType(
                MediaFailure.class, () -> fetch.fetch(app(app), "MEDIA-1").block(SOON));
    }

    private static Address app(String id) {
        return Address.person(WecomChannel.ID, id, "zhou");
    }
}
