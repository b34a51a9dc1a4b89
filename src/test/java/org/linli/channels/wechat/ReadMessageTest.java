package org.linli.channels.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.channels.Content.Delivered.Stage.ARRIVED;
import static org.linli.channels.Content.Delivered.Stage.FAILED;
import static org.linli.channels.wechat.WechatEvent.Notices.Stage.ASKED;
import static org.linli.channels.wechat.WechatEvent.Notices.Stage.CHANGED;
import static org.linli.channels.wechat.WechatEvent.Notices.Stage.SENT;
import static org.linli.channels.wechat.WechatEvent.PicturesSent.Source.ALBUM;
import static org.linli.channels.wechat.WechatEvent.PicturesSent.Source.CAMERA;
import static org.linli.channels.wechat.WechatEvent.PicturesSent.Source.CAMERA_OR_ALBUM;
import static org.linli.channels.wechat.WechatEvent.ServiceTalk.Turn.CLOSED;
import static org.linli.channels.wechat.WechatEvent.ServiceTalk.Turn.HANDED_OVER;
import static org.linli.channels.wechat.WechatEvent.ServiceTalk.Turn.OPENED;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.linli.channels.Content;
import org.linli.channels.Content.Delivered.Counts;
import org.linli.channels.tencent.Body;
import org.linli.channels.wechat.WechatEvent.Notice;

/// Every kind of call, as the platform writes it, becomes its type, and that becomes words of all channels.
class ReadMessageTest {

    private static final List<Notice> TWO = List.of(new Notice("a", "accept", ""), new Notice("b", "reject", ""));
    private static final List<Notice> REJECTED = List.of(new Notice("a", "reject", ""));

    static Stream<Arguments> calls() {
        return Stream.concat(messages(), Stream.concat(menu(), events()));
    }

    private static Stream<Arguments> messages() {
        var text = new WechatMessage.Text("3幢电梯又停了", null);
        return Stream.of(
                says("text.xml", text, new Content.Text("3幢电梯又停了")),
                says("text.json", text, new Content.Text("3幢电梯又停了")),
                says("text-tapped.xml", new WechatMessage.Text("满意", "1"), new Content.Text("满意", true)),
                says(
                        "text-duplicate-and-unknown-elements.xml",
                        new WechatMessage.Text("第一", null),
                        new Content.Text("第一")),
                says("nul-character.json", new WechatMessage.Text("a\uFFFDb", null), new Content.Text("a\uFFFDb")),
                says("null-and-nested.json", new WechatMessage.Text("", null), new Content.Text("")),
                says(
                        "image.xml",
                        new WechatMessage.Image("m1", "http://pictures.example/1"),
                        new Content.Picture("m1", "http://pictures.example/1")),
                says("voice.xml", new WechatMessage.Voice("m2", "amr", null), new Content.Voice("m2", null)),
                says(
                        "voice-recognised.xml",
                        new WechatMessage.Voice("m2", "amr", "楼道灯坏了"),
                        new Content.Voice("m2", "楼道灯坏了")),
                says("video.xml", new WechatMessage.Video("m3", "t3", false), new Content.Video("m3")),
                says("shortvideo.xml", new WechatMessage.Video("m4", "t4", true), new Content.Video("m4")),
                says(
                        "location.xml",
                        new WechatMessage.Location(31.2105, 121.4203, 16, "联盟新村3幢"),
                        new Content.Position(31.2105, 121.4203, "联盟新村3幢")),
                says(
                        "link.xml",
                        new WechatMessage.Link("通知", "停水", "http://pages.example/1"),
                        new Content.Link("通知", "停水", "http://pages.example/1")),
                says("hologram.xml", new WechatMessage.Unknown("hologram"), new Content.Unknown("hologram")));
    }

    private static Stream<Arguments> menu() {
        return Stream.of(
                says("click.xml", new WechatEvent.Clicked("my-cases"), new Content.Tapped("my-cases")),
                means("view.xml", new WechatEvent.Viewed("http://pages.example/", "MENUID")),
                means("view-miniprogram.xml", new WechatEvent.MiniProgramViewed("pages/index", "1")),
                means("scancode-push.xml", new WechatEvent.CodeScanned(false, "k", "qrcode", "1")),
                says(
                        "scancode-waits.xml",
                        new WechatEvent.CodeScanned(true, "sign-in", "qrcode", "2"),
                        new Content.Tapped("sign-in")),
                means("pic_sysphoto.xml", new WechatEvent.PicturesSent(CAMERA, "photo", 2)),
                means("pic_photo_or_album.xml", new WechatEvent.PicturesSent(CAMERA_OR_ALBUM, "photo", 2)),
                means("pic_weixin.xml", new WechatEvent.PicturesSent(ALBUM, "photo", 2)),
                means("location-select.xml", new WechatEvent.PlaceChosen("where", 31.2, 121.4, "街心花园")));
    }

    private static Stream<Arguments> events() {
        return Stream.of(
                says("subscribe.xml", new WechatEvent.Subscribed(null, null), new Content.Followed(null)),
                says(
                        "subscribe-scene.xml",
                        new WechatEvent.Subscribed("building-3", "ticket"),
                        new Content.Followed("building-3")),
                says("unsubscribe.xml", new WechatEvent.Unsubscribed(), new Content.Left()),
                says(
                        "scan-lower-case.xml",
                        new WechatEvent.Scanned("building-3", "ticket"),
                        new Content.Scanned("building-3")),
                means("located.xml", new WechatEvent.Located(31.21, 121.42, 30.5)),
                says(
                        "template-arrived.xml",
                        new WechatEvent.TemplateSent("200163836", "success"),
                        new Content.Delivered("200163836", true, "success")),
                says(
                        "template-blocked.xml",
                        new WechatEvent.TemplateSent("200163836", "failed:user block"),
                        new Content.Delivered("200163836", false, "failed:user block")),
                says(
                        "mass-sent.xml",
                        new WechatEvent.MassSent("1000001", "send success", 100, 90, 88, 2),
                        new Content.Delivered("1000001", ARRIVED, "send success", new Counts(100, 90, 88, 2))),
                says(
                        "mass-refused.xml",
                        new WechatEvent.MassSent("1000002", "err(20013)", 0, 0, 0, 0),
                        new Content.Delivered("1000002", FAILED, "err(20013)", new Counts(0, 0, 0, 0))),
                means("authorization-revoked.xml", new WechatEvent.AuthorizationRevoked("oResident1")),
                means("user-info-modified.xml", new WechatEvent.UserInfoModified("oResident1")),
                means("talk-opened.xml", new WechatEvent.ServiceTalk(OPENED, "li@linli", null)),
                means("talk-closed.xml", new WechatEvent.ServiceTalk(CLOSED, "li@linli", null)),
                means("talk-handed-over.xml", new WechatEvent.ServiceTalk(HANDED_OVER, "wang@linli", "li@linli")),
                says("notices-asked.xml", new WechatEvent.Notices(ASKED, TWO), new Content.Permits("a", 1, 10_000)),
                says(
                        "notices-one.json",
                        new WechatEvent.Notices(ASKED, TWO.subList(0, 1)),
                        new Content.Permits("a", 1, 10_000)),
                says("notices-two.json", new WechatEvent.Notices(ASKED, TWO), new Content.Permits("a", 1, 10_000)),
                says("notices-changed.xml", new WechatEvent.Notices(CHANGED, REJECTED), new Content.Permits("a", 0, 0)),
                says(
                        "notices-changed-in-the-other-wrapper.xml",
                        new WechatEvent.Notices(CHANGED, REJECTED),
                        new Content.Permits("a", 0, 0)),
                says(
                        "notices-sent.xml",
                        new WechatEvent.Notices(SENT, List.of(new Notice("a", "success", "17"))),
                        new Content.Delivered("17", true, "success")),
                means("festival.xml", new WechatEvent.UnknownEvent("festival_greeting")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void isReadAndTranslated(String file, WechatMessage message, List<Content> contents) throws IOException {
        WechatMessage read = ReadMessage.from(Body.read(recorded(file)).content());

        assertThat(read).isEqualTo(message);
        switch (Translate.of(read)) {
            case Translate.Meaning.Says says ->
                assertThat(List.of(says.content())).isEqualTo(contents);
            case Translate.Meaning.SaysAll all -> assertThat(all.contents()).isEqualTo(contents);
            case Translate.Meaning.Nothing nothing -> {
                assertThat(contents).isEmpty();
                assertThat(nothing.why()).isNotBlank();
            }
        }
    }

    private static Arguments says(String file, WechatMessage message, Content content) {
        return Arguments.of(file, message, List.of(content));
    }

    private static Arguments means(String file, WechatMessage message) {
        return Arguments.of(file, message, List.of());
    }

    static String recorded(String file) throws IOException {
        try (var stream = ReadMessageTest.class.getResourceAsStream("/wechat/" + file)) {
            return new String(Objects.requireNonNull(stream, file).readAllBytes(), UTF_8);
        }
    }
}
