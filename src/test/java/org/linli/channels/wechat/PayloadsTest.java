package org.linli.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.linli.channels.WebhookRejected;
import org.linli.channels.tencent.Body;
import org.linli.channels.tencent.Field;
import org.linli.channels.tencent.Shared;

/// Callbacks as they were recorded, those of other products included: each is its kind, or unknown, or unreadable.
class PayloadsTest {

    static final Map<String, Class<? extends WechatMessage>> MESSAGES = Map.of(
            "text", WechatMessage.Text.class,
            "image", WechatMessage.Image.class,
            "voice", WechatMessage.Voice.class,
            "video", WechatMessage.Video.class,
            "shortvideo", WechatMessage.Video.class,
            "location", WechatMessage.Location.class,
            "link", WechatMessage.Link.class);

    static final Map<String, Class<? extends WechatMessage>> EVENTS = Map.ofEntries(
            Map.entry("subscribe", WechatEvent.Subscribed.class),
            Map.entry("unsubscribe", WechatEvent.Unsubscribed.class),
            Map.entry("scan", WechatEvent.Scanned.class),
            Map.entry("location", WechatEvent.Located.class),
            Map.entry("click", WechatEvent.Clicked.class),
            Map.entry("view", WechatEvent.Viewed.class),
            Map.entry("view_miniprogram", WechatEvent.MiniProgramViewed.class),
            Map.entry("scancode_push", WechatEvent.CodeScanned.class),
            Map.entry("scancode_waitmsg", WechatEvent.CodeScanned.class),
            Map.entry("pic_sysphoto", WechatEvent.PicturesSent.class),
            Map.entry("pic_photo_or_album", WechatEvent.PicturesSent.class),
            Map.entry("pic_weixin", WechatEvent.PicturesSent.class),
            Map.entry("location_select", WechatEvent.PlaceChosen.class),
            Map.entry("templatesendjobfinish", WechatEvent.TemplateSent.class),
            Map.entry("masssendjobfinish", WechatEvent.MassSent.class),
            Map.entry("user_authorization_revoke", WechatEvent.AuthorizationRevoked.class),
            Map.entry("user_info_modified", WechatEvent.UserInfoModified.class),
            Map.entry("kf_create_session", WechatEvent.ServiceTalk.class),
            Map.entry("kf_close_session", WechatEvent.ServiceTalk.class),
            Map.entry("kf_switch_session", WechatEvent.ServiceTalk.class),
            Map.entry("subscribe_msg_popup_event", WechatEvent.Notices.class),
            Map.entry("subscribe_msg_change_event", WechatEvent.Notices.class),
            Map.entry("subscribe_msg_sent_event", WechatEvent.Notices.class));

    @TestFactory
    Stream<DynamicTest> everyRecordedCallIsItsKindOrUnknown() throws IOException {
        return Files.list(Shared.wechat("payloads"))
                .filter(it -> it.toString().matches(".*\\.(xml|json)"))
                .sorted()
                .map(it -> dynamicTest(it.getFileName().toString(), () -> check(it)));
    }

    private static void check(Path file) throws IOException {
        String body = Files.readString(file);
        try {
            Field call = Body.read(body).content();
            WechatMessage message = ReadMessage.from(call);
            assertThat(message).isInstanceOf(expected(call));
            assertThat(Translate.of(message)).isNotNull();
            assertThat(MessageId.of(call)).hasSizeBetween(1, 128);
            assertThat(MessageId.sentAt(call)).isNotNull();
        } catch (WebhookRejected rejected) {
            assertThat(rejected.reason()).isEqualTo(WebhookRejected.Reason.UNREADABLE);
            assertThat(file.getFileName().toString())
                    .as("the official account's own are readable")
                    .doesNotContain("-mp-");
        }
    }

    private static Class<? extends WechatMessage> expected(Field call) {
        String kind = call.textOf("MsgType").strip().toLowerCase(Locale.ROOT);
        String event = call.textOf("Event").strip().toLowerCase(Locale.ROOT);
        return kind.equals("event")
                ? EVENTS.getOrDefault(event, WechatEvent.UnknownEvent.class)
                : MESSAGES.getOrDefault(kind, WechatMessage.Unknown.class);
    }
}
