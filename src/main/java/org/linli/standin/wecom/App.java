package org.linli.standin.wecom;

import static org.linli.standin.wecom.XmlCalls.element;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.linli.standin.CallUs.Callback;

/// Writes what members do in the app as the platform would call our program.
final class App {

    private final AtomicLong messages;
    private final XmlCalls calls;
    private final long agentId;

    App(Keys keys, Clock clock) {
        this.calls = new XmlCalls("/webhooks/wecom/" + keys.app(), keys.corpId(), keys.ofApp(), clock);
        this.agentId = keys.agentId();
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
        return calls.of(element("FromUserName", member)
                + element("MsgType", kind)
                + more
                + "<AgentID>" + agentId + "</AgentID>");
    }

    /// The words of an answer; empty where it has none.
    static String wordsOf(String answer) {
        int begin = answer.indexOf("<Content><![CDATA[");
        int end = answer.indexOf("]]></Content>");
        return begin < 0 || end < begin
                ? ""
                : answer.substring(begin + "<Content><![CDATA[".length(), end).replace("]]]]><![CDATA[>", "]]>");
    }
}
