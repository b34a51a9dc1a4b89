package org.linli.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.channels.wechat.Workbench.CALLS;
import static org.linli.channels.wechat.Workbench.got;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.channels.Content;
import org.linli.channels.Delivery;
import org.linli.channels.Inbound;

/// What people permit, and how what they permitted fared.
class NoticesTest {

    private static final WechatChannel CHANNEL =
            Workbench.receiving(Workbench.account(URI.create("http://127.0.0.1:1")));

    @Test
    void whatIsAcceptedIsOnePermissionEachAndARefusalTakesNothingBack() {
        var contents = contents(
                "subscribe_msg_popup_event",
                "SubscribeMsgPopupEvent",
                entry("a", "accept"),
                entry("b", "reject"),
                entry("c", "accept"));
        assertThat(contents).containsExactly(new Content.Permits("a", 1, 10_000), new Content.Permits("c", 1, 10_000));
    }

    @Test
    void switchingOffTakesAllBackUnderEitherOfTheNamesThatThePlatformUses() {
        for (String wrapper : List.of("SubscribeMsgPopupEvent", "SubscribeMsgChangeEvent")) {
            assertThat(contents("subscribe_msg_change_event", wrapper, entry("a", "reject")))
                    .containsExactly(new Content.Permits("a", 0, 0));
        }
    }

    @Test
    void jsonHasOneAsAnObjectAndSeveralAsAList() {
        String entry = "{\"TemplateId\":\"a\",\"SubscribeStatusString\":\"accept\",\"PopupScene\":\"0\"}";
        for (String list : List.of(entry, "[" + entry + "]")) {
            String json = "{\"ToUserName\":\"gh_linli\",\"FromUserName\":\"oResident1\",\"CreateTime\":1781074800,"
                    + "\"MsgType\":\"event\",\"Event\":\"subscribe_msg_popup_event\",\"List\":" + list + "}";
            assertThat(messages(json))
                    .extracting(Inbound::content)
                    .containsExactly(new Content.Permits("a", 1, 10_000));
        }
    }

    @Test
    void twoThatFaredInTheSameSecondAreTwo() {
        var ids = List.of(sent("17", "success"), sent("18", "reject")).stream()
                .flatMap(it -> messages(it).stream())
                .toList();
        assertThat(ids).extracting(Inbound::platformId).doesNotHaveDuplicates();
        assertThat(ids)
                .extracting(Inbound::content)
                .containsExactly(
                        new Content.Delivered("17", true, "success"), new Content.Delivered("18", false, "reject"));
    }

    private static String sent(String job, String status) {
        return WechatCalls.event(
                "oResident1",
                "subscribe_msg_sent_event",
                "<SubscribeMsgSentEvent><List><TemplateId>a</TemplateId><MsgID>%s</MsgID><ErrorStatus>%s</ErrorStatus></List></SubscribeMsgSentEvent>"
                        .formatted(job, status));
    }

    private static List<Content> contents(String event, String wrapper, String... entries) {
        String more = "<%s>%s</%s>".formatted(wrapper, String.join("", entries), wrapper);
        return messages(WechatCalls.event("oResident1", event, more)).stream()
                .map(Inbound::content)
                .toList();
    }

    private static String entry(String template, String status) {
        return "<List><TemplateId>%s</TemplateId><SubscribeStatusString>%s</SubscribeStatusString></List>"
                .formatted(template, status);
    }

    private static List<Inbound> messages(String body) {
        return ((Delivery.Messages) got(CHANNEL.receive(CALLS.safe(body).request()))).messages();
    }
}
