package org.linli.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.linli.channels.WebhookRequest;
import org.linli.channels.wecom.PlayedCorp;
import org.linli.channels.wecom.WecomCalls;

/// Who calls us, and how the n-th call looks: each from another person, with an id of its own.
enum Adapter {
    WEB_CHAT("web chat", "a line in a visitor's own room, stored twice: for the browser and in the inbox", Adapter::line),
    WECHAT("WeChat official account", "safe mode: signature, AES, XML", i -> PreparedCalls.wechat(1, i, Texts.of(i))),
    WECOM("WeCom app", "signature, AES, XML", i -> wecom("wecom", PlayedCorp.call("desk", member(i)))),
    BOT("WeCom AI bot", "signature, AES, JSON; opens a stream in Redis", i -> wecom("wecom-bot", WecomCalls.toBot(bot(i)))),
    DESK("WeCom customer service", "a call that says there is something, noted once for its one desk",
            i -> wecom("wecom-kf", PlayedCorp.call("desk", deskCalled()))),
    GROUPS("WeCom customer groups", "a call that names a group that changed, noted for that group",
            i -> wecom("wecom-contact", PlayedCorp.call("desk", changed(i))));

    private final String title;
    private final String what;
    private final IntFunction<byte[]> call;

    Adapter(String title, String what, IntFunction<byte[]> call) {
        this.title = title;
        this.what = what;
        this.call = call;
    }

    String title() {
        return title;
    }

    String what() {
        return what;
    }

    /// @param from the first
    PreparedCalls calls(int from, int count) {
        return PreparedCalls.of(count, i -> call.apply(from + i));
    }

    private static byte[] line(int i) {
        String draft = "{\"id\":\"line-%d\",\"text\":\"%s\"}".formatted(i, Texts.of(i));
        return PreparedCalls.post("/chat/" + Town.ID + "/lines", "application/json", "linli-visitor=%032d".formatted(i), draft);
    }

    private static String member(int i) {
        return WecomCalls.text("m" + i, Integer.toString(i), Texts.of(i));
    }

    private static String bot(int i) {
        return """
                {"msgid":"b%d","aibotid":"AIB","chattype":"single","from":{"userid":"m%d"},"msgtype":"text",
                 "text":{"content":"%s"}}""".formatted(i, i, Texts.of(i));
    }

    private static String deskCalled() {
        return "<xml><MsgType>event</MsgType><Event>kf_msg_or_event</Event><Token>call-1</Token>"
                + "<OpenKfId>wkDesk1</OpenKfId></xml>";
    }

    private static String changed(int i) {
        return "<xml><MsgType>event</MsgType><Event>change_external_chat</Event><ChatId>wr%d</ChatId>".formatted(i)
                + "<ChangeType>update</ChangeType></xml>";
    }

    private static byte[] wecom(String channel, WebhookRequest call) {
        String query = call.query().entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return PreparedCalls.post(
                "/webhooks/%s/%s?%s".formatted(channel, call.account(), query), "text/xml", "", call.body());
    }
}
