package org.linli.channels.wecom;

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

/// Callbacks as they were recorded: each is its kind or unknown, none is an error.
class PayloadsTest {

    private static final Map<String, Class<? extends WecomMessage>> KINDS = Map.ofEntries(
            Map.entry("text", WecomMessage.Text.class),
            Map.entry("image", WecomMessage.Image.class),
            Map.entry("voice", WecomMessage.Voice.class),
            Map.entry("video", WecomMessage.Video.class),
            Map.entry("location", WecomMessage.Location.class),
            Map.entry("link", WecomMessage.Link.class),
            Map.entry("event subscribe", WecomEvent.Subscribed.class),
            Map.entry("event unsubscribe", WecomEvent.Unsubscribed.class),
            Map.entry("event enter_agent", WecomEvent.EnteredApp.class),
            Map.entry("event location", WecomEvent.Located.class),
            Map.entry("event click", WecomEvent.Clicked.class),
            Map.entry("event view", WecomEvent.Viewed.class),
            Map.entry("event scancode_push", WecomEvent.CodeScanned.class),
            Map.entry("event pic_weixin", WecomEvent.PicturesSent.class),
            Map.entry("event taskcard_click", WecomEvent.CardTapped.class),
            Map.entry("event template_card_event", WecomEvent.CardTapped.class),
            Map.entry("event change_contact", WecomEvent.ContactsChanged.class),
            Map.entry("event change_external_contact", WecomEvent.CustomerChanged.class),
            Map.entry("event change_external_chat", WecomEvent.CustomerGroupChanged.class),
            Map.entry("event change_external_tag", WecomEvent.CustomerTagsChanged.class),
            Map.entry("event kf_msg_or_event", WecomEvent.ServiceCalled.class),
            Map.entry("event kf_account_auth_change", WecomEvent.ServiceAccountsChanged.class),
            Map.entry("event batch_job_result", WecomEvent.JobDone.class),
            Map.entry("event open_approval_change", WecomEvent.ApprovalChanged.class),
            Map.entry("event close_inactive_agent", WecomEvent.AppSlept.class),
            Map.entry("event reopen_inactive_agent", WecomEvent.AppSlept.class));

    @TestFactory
    Stream<DynamicTest> everyRecordedCallIsItsKindOrUnknown() throws IOException {
        return Files.list(Shared.wechat("payloads"))
                .filter(it -> it.getFileName().toString().matches(".*-cp-.*\\.xml"))
                .sorted()
                .map(it -> dynamicTest(it.getFileName().toString(), () -> check(it)));
    }

    private static void check(Path file) throws IOException {
        try {
            Field call = Body.read(Files.readString(file)).content();
            assertThat(ReadMessage.from(call)).isInstanceOf(expected(call));
            assertThat(ReadEvent.id(call)).hasSizeBetween(1, 64);
        } catch (WebhookRejected broken) {
            assertThat(file.getFileName().toString())
                    .as("whole, and still not readable")
                    .contains("unknown");
        }
    }

    private static Class<? extends WecomMessage> expected(Field call) {
        String kind = call.textOf("MsgType").strip();
        String name = ReadEvent.name(call).toLowerCase(Locale.ROOT);
        boolean event = kind.equals("event") || !name.isEmpty() && !KINDS.containsKey(kind);
        return !event
                ? KINDS.getOrDefault(kind, WecomMessage.Unknown.class)
                : KINDS.getOrDefault("event " + name, WecomEvent.UnknownEvent.class);
    }
}
