package org.linli.standin.wecom;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.linli.standin.CallUs.Callback;

/// Writes what members do in the app as the platform would call our program.
final class App {

    private static final Pattern ENCRYPTED = Pattern.compile("<Encrypt><!\\[CDATA\\[([A-Za-z0-9+/=]+)]]></Encrypt>");

    private final AtomicLong messages;
    private final Keys keys;
    private final Clock clock;

    App(Keys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        this.messages = new AtomicLong(clock.millis() * 1000);
    }

    Callback said(String member, String text) {
        return call(member, "text", element("Content", text) + "<MsgId>" + messages.incrementAndGet() + "</MsgId>");
    }

    Callback clicked(String member, String key) {
        return call(member, "event", element("Event", "click") + element("EventKey", key));
    }

    /// A button of a card.
    Callback tapped(String member, String key) {
        return call(
                member,
                "event",
                element("Event", "template_card_event")
                        + element("EventKey", key)
                        + element("TaskId", UUID.randomUUID().toString())
                        + element("CardType", "button_interaction")
                        + element("ResponseCode", UUID.randomUUID().toString()));
    }

    private Callback call(String member, String kind, String more) {
        String plain = "<xml>%s%s<CreateTime>%d</CreateTime>%s%s<AgentID>%d</AgentID></xml>"
                .formatted(
                        element("ToUserName", keys.corpId()),
                        element("FromUserName", member),
                        clock.instant().getEpochSecond(),
                        element("MsgType", kind),
                        more,
                        keys.agentId());
        String encrypted = keys.ofApp().encrypt(plain);
        String time = Long.toString(clock.instant().getEpochSecond());
        String nonce = UUID.randomUUID().toString().substring(0, 10);
        String path = "/webhooks/wecom/%s?msg_signature=%s&timestamp=%s&nonce=%s"
                .formatted(
                        URLEncoder.encode(keys.app(), StandardCharsets.UTF_8),
                        keys.ofApp().signature(time, nonce, encrypted),
                        time,
                        nonce);
        String body = "<xml>" + element("ToUserName", keys.corpId()) + element("Encrypt", encrypted) + "</xml>";
        return new Callback(path, "text/xml", body, plain, this::open);
    }

    private String open(String answer) {
        var encrypted = ENCRYPTED.matcher(answer);
        return encrypted.find() ? keys.ofApp().decrypt(encrypted.group(1)) : answer;
    }

    /// The words of an answer; empty where it has none.
    static String wordsOf(String answer) {
        int begin = answer.indexOf("<Content><![CDATA[");
        int end = answer.indexOf("]]></Content>");
        return begin < 0 || end < begin
                ? ""
                : answer.substring(begin + "<Content><![CDATA[".length(), end).replace("]]]]><![CDATA[>", "]]>");
    }

    private static String element(String name, String text) {
        return "<" + name + "><![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]></" + name + ">";
    }
}
