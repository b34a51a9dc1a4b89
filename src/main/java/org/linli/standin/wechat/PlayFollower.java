package org.linli.standin.wechat;

import static org.linli.standin.wechat.WechatXml.element;
import static org.linli.standin.wechat.WechatXml.message;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.linli.standin.wechat.Follower.Opening;

/// Lets a follower do something: what the platform then says to the account, and what it may now send them.
final class PlayFollower {

    static final List<String> ACTS =
            List.of("say", "tap", "click", "follow", "unfollow", "scan", "place", "picture", "allow", "mute", "unmute");

    static final String PICTURE = "stand-in-picture";

    private final AtomicLong messages;
    private final Clock clock;

    PlayFollower(Clock clock) {
        this.clock = clock;
        this.messages = new AtomicLong(clock.millis() * 1000);
    }

    /// @param text what the act needs: words, a menu's key, a scene, a place like `31.23,121.47 老槐树`, a template's id
    /// @return the message in XML; empty where the platform says nothing
    String xml(Follower who, String act, String text) {
        who.does(act, text);
        return switch (act) {
            case "say" -> wrote(who, "text", element("Content", text));
            case "tap" -> tapped(who, text);
            case "picture" -> wrote(who, "image", element("PicUrl", "") + element("MediaId", PICTURE));
            case "place" -> wrote(who, "location", place(text));
            case "click" -> event(who, Opening.CLICK, "CLICK", text);
            case "scan" -> event(who, Opening.SCAN, "SCAN", text);
            case "follow" -> follow(who, text);
            case "unfollow" -> unfollow(who);
            case "allow" -> allow(who, text);
            case "mute", "unmute" -> mute(who, act.equals("mute"));
            default ->
                throw new IllegalArgumentException("a follower cannot '%s' (expected: one of %s)".formatted(act, ACTS));
        };
    }

    private String wrote(Follower who, String type, String more) {
        who.open(Opening.MESSAGE, now());
        return message(who.openid, now(), type, "<MsgId>" + messages.incrementAndGet() + "</MsgId>" + more);
    }

    private String tapped(Follower who, String text) {
        who.open(Opening.CLICK, now());
        String more = element("Content", text) + "<bizmsgmenuid>1</bizmsgmenuid>";
        return message(who.openid, now(), "text", "<MsgId>" + messages.incrementAndGet() + "</MsgId>" + more);
    }

    private String event(Follower who, Opening opens, String event, String key) {
        who.open(opens, now());
        return message(who.openid, now(), "event", element("Event", event) + element("EventKey", key));
    }

    private String follow(Follower who, String scene) {
        boolean again = who.follows;
        who.follows = true;
        return again && !scene.isEmpty()
                ? event(who, Opening.SCAN, "SCAN", scene)
                : event(who, Opening.FOLLOW, "subscribe", scene.isEmpty() ? "" : "qrscene_" + scene);
    }

    private String unfollow(Follower who) {
        who.follows = false;
        return message(who.openid, now(), "event", element("Event", "unsubscribe") + element("EventKey", ""));
    }

    private String allow(Follower who, String template) {
        who.grants.merge(template, 1, Integer::sum);
        String entry = element("TemplateId", template) + element("SubscribeStatusString", "accept")
                + "<PopupScene>1</PopupScene>";
        return message(
                who.openid,
                now(),
                "event",
                element("Event", "subscribe_msg_popup_event") + "<SubscribeMsgPopupEvent><List>" + entry
                        + "</List></SubscribeMsgPopupEvent>");
    }

    private static String mute(Follower who, boolean off) {
        who.mute = off;
        return "";
    }

    private static String place(String text) {
        String[] parts = text.strip().split("[,\\s]+", 3);
        return "<Location_X>%s</Location_X><Location_Y>%s</Location_Y><Scale>16</Scale>%s"
                .formatted(number(parts, 0), number(parts, 1), element("Label", parts.length > 2 ? parts[2] : ""));
    }

    private static double number(String[] parts, int index) {
        try {
            return parts.length > index ? Double.parseDouble(parts[index]) : 0;
        } catch (NumberFormatException no) {
            return 0;
        }
    }

    private Instant now() {
        return clock.instant();
    }
}
