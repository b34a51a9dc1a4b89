package org.linli.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.channels.Address;
import org.linli.channels.Outbound;
import org.linli.channels.SendFailure;
import org.linli.channels.SendFailure.Reason;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

/// Pictures of ours on their way to a follower.
class ShownPicturesTest {

    private static final String UPLOAD = "/cgi-bin/media/upload";
    private static final String SEND = "/cgi-bin/message/custom/send";
    private static final Duration SOON = Duration.ofSeconds(60);

    private static Workbench workbench;
    private final String picture = UUID.randomUUID().toString();
    private StandInWechat wechat;
    private WechatChannel channel;

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
        channel = workbench.replica(wechat.base());
    }

    @AfterEach
    void disconnect() {
        wechat.close();
    }

    @Test
    void aPictureIsUploadedAndNamedByThePlatformsId() {
        send(picture);

        var sent = JsonMapper.shared().readTree(wechat.sent().getFirst());
        assertThat(sent.at("/touser").asString()).isEqualTo("oResident1");
        assertThat(sent.at("/msgtype").asString()).isEqualTo("image");
        assertThat(wechat.platform().picture(sent.at("/image/media_id").asString()))
                .hasValueSatisfying(it -> assertThat(it.body()).startsWith(0x89, 'P', 'N', 'G'));
    }

    @Test
    void whatWasUploadedIsNotUploadedAgainAlsoByAnotherReplica() {
        send(picture);
        send(picture);
        workbench.replica(wechat.base()).send(letter(picture)).block(SOON);

        assertThat(wechat.sent(UPLOAD)).hasSize(1);
        assertThat(wechat.sent()).hasSize(3);
    }

    @Test
    void manyLettersInOneMomentUploadTheirPictureOnce() {
        wechat.platform().pay("oResident1");
        Flux.range(0, 20).flatMap(_ -> channel.send(letter(picture)), 20).blockLast(SOON);

        assertThat(wechat.sent(UPLOAD)).hasSize(1);
    }

    @Test
    void whatThePlatformHasForgottenIsUploadedOnceMoreAndShownOnce() {
        send(picture);
        wechat.platform().forgetPictures();
        send(picture);

        assertThat(wechat.sent(UPLOAD)).hasSize(2);
        assertThat(wechat.platform().people().getFirst().talk())
                .filteredOn(it -> !it.picture().isEmpty())
                .hasSize(2);
        send(picture);
        assertThat(wechat.sent(UPLOAD)).as("the newer id is remembered").hasSize(2);
    }

    @Test
    void aPlatformThatForgetsAtOnceIsNotAskedForEver() {
        wechat.answers(SEND, 40007);

        assertThat(failure(picture).reason()).isEqualTo(Reason.CONTENT_REFUSED);
        assertThat(wechat.sent(UPLOAD)).hasSize(2);
        assertThat(wechat.sent()).hasSize(2);
    }

    @Test
    void aPictureThatIsGoneIsRefusedBeforeAnythingIsAsked() {
        assertThat(failure("gone").reason()).isEqualTo(Reason.CONTENT_REFUSED);
        assertThat(wechat.sent()).isEmpty();
    }

    /// What cannot be uploaded can be said in words; what the platform says about uploading closes no way of sending.
    @ParameterizedTest
    @CsvSource({
        "48001, CONTENT_REFUSED",
        "45009, CONTENT_REFUSED",
        "40009, CONTENT_REFUSED",
        "45001, CONTENT_REFUSED",
        "-1, UNREACHABLE",
        "45011, THROTTLED"
    })
    void aRefusedUploadIsNoUnknownFate(long code, Reason reason) {
        wechat.answers(UPLOAD, code);

        assertThat(failure(picture).reason()).isEqualTo(reason);
        assertThat(wechat.sent()).isEmpty();
    }

    @Test
    void anUploadThatNobodyAnswersMayBeTriedAgain() {
        wechat.hangsUpAt(UPLOAD);

        assertThat(failure(picture).reason()).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void theWindowCountsForPicturesToo() {
        for (int i = 0; i < 5; i++) {
            send(picture);
        }
        assertThat(failure(picture).reason()).isEqualTo(Reason.WINDOW_CLOSED);
    }

    @Test
    void anExpiredTokenIsRenewedForTheUpload() {
        send(picture);
        wechat.expiresItsToken();
        wechat.platform().forgetPictures();
        send(UUID.randomUUID().toString());

        assertThat(wechat.platform().people().getFirst().talk())
                .filteredOn(it -> !it.picture().isEmpty())
                .hasSize(2);
    }

    private void send(String id) {
        Workbench.got(channel.send(letter(id)));
    }

    private SendFailure failure(String id) {
        return catchThrowableOfType(
                SendFailure.class, () -> channel.send(letter(id)).block(SOON));
    }

    private static Outbound letter(String id) {
        return new Outbound(
                "LM-2026-000123/case-resolved#2",
                Address.person(WechatChannel.ID, Workbench.CALLS.account(), "oResident1"),
                "",
                List.of(),
                "case-resolved",
                Map.of(),
                List.of(new Outbound.Picture(id, "")));
    }
}
