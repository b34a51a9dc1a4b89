package org.linli.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.channels.Address;
import org.linli.channels.MediaFailure;
import org.linli.channels.MediaFailure.Reason;
import org.linli.standin.Told;
import org.linli.standin.wechat.WechatStandIn;

class FetchWechatMediaTest {

    private static final String GET = "/cgi-bin/media/get";
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0
    };
    private static final Address SENDER = Address.person(WechatChannel.ID, Workbench.CALLS.account(), "oResident1");

    private static Workbench workbench;
    private StandInWechat wechat;
    private FetchWechatMedia fetch;

    @BeforeAll
    static void startRedis() {
        workbench = new Workbench();
    }

    @AfterAll
    static void stopRedis() {
        workbench.close();
    }

    @BeforeEach
    void connect() {
        wechat = new StandInWechat(Workbench.CALLS.appId(), Workbench.SECRET);
        fetch = workbench.media(wechat.base());
    }

    @AfterEach
    void disconnect() {
        wechat.close();
    }

    @Test
    void aPictureIsFetchedWithTheAccountsToken() {
        wechat.platform().hold("m1", picture(JPEG));

        var media = Workbench.got(fetch.fetch(SENDER, "m1"));
        assertThat(media.type()).isEqualTo("image/jpeg");
        assertThat(media.bytes()).isEqualTo(JPEG);
    }

    @Test
    void aTokenThatIsRefusedIsReplacedByANewOne() {
        wechat.platform().hold("m1", picture(JPEG));
        Workbench.got(fetch.fetch(SENDER, "m1"));
        wechat.expiresItsToken();

        assertThat(Workbench.got(fetch.fetch(SENDER, "m1")).bytes()).isEqualTo(JPEG);
    }

    @ParameterizedTest
    @CsvSource({"40007,GONE", "45009,TRY_AGAIN", "-1,TRY_AGAIN", "48001,TRY_AGAIN", "99999,GONE"})
    void aCodeInsideTwoHundredIsAFailure(long code, Reason reason) {
        wechat.answers(GET, code);

        assertThat(failure("m1").reason()).isEqualTo(reason);
    }

    @Test
    void whatThePlatformHasForgottenIsGone() {
        assertThat(failure("never-sent").reason()).isEqualTo(Reason.GONE);
    }

    @Test
    void aCodeSentAsPlainTextIsAFailureToo() {
        byte[] code = "{\"errcode\":40007,\"errmsg\":\"invalid media_id\"}".getBytes(StandardCharsets.UTF_8);
        wechat.answersAt(GET, Told.of(200, "text/plain", code));

        assertThat(failure("m1").reason()).isEqualTo(Reason.GONE);
    }

    @Test
    void aPageOfSomeProxyIsNoPicture() {
        wechat.answersAt(GET, Told.html(200, "<h1>sign in to the network</h1>"));

        assertThat(failure("m1").reason()).isEqualTo(Reason.TRY_AGAIN);
    }

    @Test
    void aFilmIsFetchedFromTheAddressThatIsNamedInstead() {
        String film = wechat.answersAt("/film", Told.of(200, "video/mp4", film()));
        wechat.platform().hold("m1", Told.json(Map.of("video_url", film)));

        assertThat(Workbench.got(fetch.fetch(SENDER, "m1")).type()).isEqualTo("video/mp4");
    }

    @Test
    void noMoreIsReadThanWeKeep() {
        wechat.platform().hold("m1", picture(Arrays.copyOf(JPEG, 2_000)));

        assertThat(failure("m1").reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void whatItIsCalledDoesNotMakeItAPicture() {
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        wechat.platform().hold("m1", picture(page));

        assertThat(failure("m1").reason()).isEqualTo(Reason.REFUSED_TYPE);
    }

    @ParameterizedTest
    @CsvSource({"404,GONE", "500,TRY_AGAIN", "302,TRY_AGAIN"})
    void thePicturesOwnAddressIsTheSecondWay(int status, Reason reason) {
        String good = wechat.answersAt("/good", picture(JPEG));
        String bad = wechat.answersAt("/bad", new Told(status, Map.of("Location", good), new byte[0]));

        assertThat(Workbench.got(fetch.look(SENDER, good)).bytes()).isEqualTo(JPEG);
        assertThat(catchThrowableOfType(MediaFailure.class, () -> Workbench.got(fetch.look(SENDER, bad)))
                        .reason())
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/",
                "http://169.254.169.254/latest/meta-data",
                "http://mmbiz.qpic.cn@10.0.0.1/",
                "http://qpic.cn.example.com/",
                "file:///etc/passwd",
                "no address",
                ""
            })
    void noOtherServerIsAskedWhateverTheMessageSays(String url) {
        assertThat(catchThrowableOfType(MediaFailure.class, () -> Workbench.got(fetch.look(SENDER, url)))
                        .reason())
                .isEqualTo(Reason.GONE);
    }

    @Test
    void noErrorNamesTheTokenOrTheId() {
        wechat.answersAt(GET, Told.html(500, "broken"));

        assertThat(failure("SECRET-MEDIA"))
                .hasMessageNotContaining("SECRET")
                .hasMessageNotContaining(wechat.token())
                .hasNoCause();
    }

    private MediaFailure failure(String media) {
        return catchThrowableOfType(MediaFailure.class, () -> Workbench.got(fetch.fetch(SENDER, media)));
    }

    private static Told picture(byte[] bytes) {
        return WechatStandIn.file("image/jpeg", "m.jpg", bytes);
    }

    private static byte[] film() {
        return "\0\0\0\u0018ftypmp42\0\0\0\0mp42isom".getBytes(StandardCharsets.ISO_8859_1);
    }
}
