package org.linli.channels.wecom;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.linli.channels.WebhookRequest;
import org.linli.standin.Envelope;

/// Writes the calls that WeCom would make for an app and a bot of one corporation.
public final class WecomCalls {

    public static final String CORP = "ww0123456789abcdef";
    public static final String SECRET = "top-secret-corp-secret";
    public static final String ROBOT = "secret-robot-key";
    public static final long AGENT = 1_000_002;
    public static final long SENT = 1_781_074_800;

    static final String APP_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    static final String OLD_KEY = "ZYXWVUTSRQPONMLKJIHGFEDCBAzyxwvutsrqponmlkj";
    static final String BOT_KEY = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFG";

    public static final Envelope APP = new Envelope("apptoken", CORP, APP_KEY);
    public static final Envelope BOT = new Envelope("bottoken", "", BOT_KEY);

    private WecomCalls() {}

    public static Corp corp(URI base) {
        return new Corp(
                "main",
                CORP,
                "lianmeng",
                base,
                List.of(new Corp.App("desk", AGENT, SECRET, APP.token(), APP_KEY, OLD_KEY)),
                List.of(new Corp.Bot("helper", BOT.token(), BOT_KEY, null)),
                List.of(new Corp.Robot("b3", ROBOT, List.of("CHATID"))));
    }

    public static WecomSettings settings(URI base) {
        return settings(base, Duration.ofSeconds(20));
    }

    /// For a platform that stays silent.
    public static WecomSettings hasty(URI base) {
        return settings(base, Duration.ofMillis(1500));
    }

    private static WecomSettings settings(URI base, Duration patience) {
        return new WecomSettings(
                List.of(corp(base)),
                patience,
                List.of("qyapi.weixin.qq.com"),
                List.of(".myqcloud.com"),
                "msgsignature",
                Duration.ofMinutes(10));
    }

    /// A member writes `text` to the app.
    public static String text(String member, String messageId, String text) {
        return message(member, "text", "<MsgId>%s</MsgId><Content>%s</Content>".formatted(messageId, cdata(text)));
    }

    public static String event(String member, String event, String more) {
        return message(member, "event", "<Event>%s</Event>%s".formatted(cdata(event), more));
    }

    public static String message(String member, String type, String more) {
        return "<xml><ToUserName>%s</ToUserName><FromUserName>%s</FromUserName><CreateTime>%d</CreateTime><MsgType>%s</MsgType>%s<AgentID>%d</AgentID></xml>"
                .formatted(cdata(CORP), cdata(member), SENT, cdata(type), more, AGENT);
    }

    public static WebhookRequest toApp(String xml) {
        return toApp(APP, xml);
    }

    public static WebhookRequest toApp(Envelope envelope, String xml) {
        return toApp(envelope, Instant.now(), xml);
    }

    /// @param signed when the platform called
    public static WebhookRequest toApp(Envelope envelope, Instant signed, String xml) {
        String encrypted = envelope.encrypt(xml);
        return call(
                envelope,
                signed,
                "desk",
                encrypted,
                "<xml><ToUserName>%s</ToUserName><Encrypt>%s</Encrypt><AgentID>%d</AgentID></xml>"
                        .formatted(cdata(CORP), cdata(encrypted), AGENT));
    }

    public static WebhookRequest toBot(String json) {
        return toBot(BOT, json);
    }

    public static WebhookRequest toBot(Envelope envelope, String json) {
        return toBot(envelope, Instant.now(), json);
    }

    /// @param signed when the platform called
    public static WebhookRequest toBot(Envelope envelope, Instant signed, String json) {
        String encrypted = envelope.encrypt(json);
        return call(envelope, signed, "helper", encrypted, "{\"encrypt\":\"%s\"}".formatted(encrypted));
    }

    public static WebhookRequest handshake(Envelope envelope, String account, String echo) {
        String encrypted = envelope.encrypt(echo);
        var call = call(envelope, Instant.now(), account, encrypted, "");
        return new WebhookRequest("GET", account, with(call, "echostr", encrypted), "");
    }

    /// The call with its signed part changed.
    public static WebhookRequest tampered(WebhookRequest call) {
        String body = call.body()
                .replace("<Encrypt><![CDATA[", "<Encrypt><![CDATA[A")
                .replace("{\"encrypt\":\"", "{\"encrypt\":\"A");
        return new WebhookRequest(call.method(), call.account(), call.query(), body);
    }

    public static WebhookRequest call(
            Envelope envelope, Instant signed, String account, String encrypted, String body) {
        String seconds = Long.toString(signed.getEpochSecond());
        String nonce = Integer.toString(ThreadLocalRandom.current().nextInt(1_000_000_000));
        var query = new LinkedHashMap<String, String>();
        query.put("timestamp", seconds);
        query.put("nonce", nonce);
        query.put("msg_signature", envelope.signature(seconds, nonce, encrypted));
        return new WebhookRequest("POST", account, query, body);
    }

    public static Map<String, String> with(WebhookRequest call, String name, String value) {
        var query = new LinkedHashMap<>(call.query());
        query.put(name, value);
        return query;
    }

    public static String cdata(String text) {
        return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>";
    }
}
