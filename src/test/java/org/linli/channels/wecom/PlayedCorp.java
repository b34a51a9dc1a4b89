package org.linli.channels.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.linli.channels.WebhookRequest;
import org.linli.channels.contract.Played;
import org.linli.channels.tencent.AesKey;
import org.linli.channels.tencent.Seal;
import org.linli.standin.Asked;
import org.linli.standin.Person;
import org.linli.standin.StandIn;
import org.linli.standin.Told;
import org.linli.standin.contact.PlayedGroups;
import org.linli.standin.kf.KfStandIn;
import org.linli.standin.wecom.Appchats;
import org.linli.standin.wecom.Tokens;

/// One corporation with a service desk and groups, as its interface looks from outside; `s3cret` is all its secrets.
public record PlayedCorp(KfStandIn desk, PlayedGroups groups, Tokens tokens, Appchats chats) implements StandIn {

    public static final String SECRET = "s3cret";
    public static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    public static final String TOKEN = "QDG6eK";
    private static final Played.Codes CODES = new Played.Codes(45009, 95013, 84061, 48002, 42001);

    /// With nobody in it; its desk is `wkDesk1`.
    public static PlayedCorp empty() {
        var tokens = new Tokens("ww1", SECRET, Clock.systemUTC());
        var desk = new KfStandIn("wkDesk1", Map.of(), tokens, _ -> {}, Clock.systemUTC());
        return new PlayedCorp(desk, new PlayedGroups(), tokens, new Appchats((_, _) -> {}));
    }

    /// Lets there be an internal group of that id.
    public void makesInternal(String chat) {
        var body = "{\"chatid\":\"%s\",\"owner\":\"shen\",\"userlist\":[\"shen\",\"mu\"]}".formatted(chat);
        chats.create(new Asked("POST", "/cgi-bin/appchat/create", Map.of(), body.getBytes(UTF_8), Map.of()));
    }

    /// On a port of its own, misbehaving at this path.
    public Played on(String sending) {
        return new Played(this, sending, "/cgi-bin/gettoken", CODES) {
            @Override
            public void expiresItsToken() {
                super.expiresItsToken();
                tokens.expire();
            }
        };
    }

    public static WecomSettings settings(URI base) {
        return settings(base, Duration.ofSeconds(20));
    }

    /// For a platform that stays silent.
    public static WecomSettings hasty(URI base) {
        return settings(base, Duration.ofSeconds(3));
    }

    private static WecomSettings settings(URI base, Duration patience) {
        var app = new Corp.App("app", 1_000_002, SECRET, TOKEN, KEY, null);
        var corp = new Corp("corp", "ww1", "lm", base, List.of(app), List.of(), List.of());
        return new WecomSettings(List.of(corp), patience, List.of(), List.of(), "msgsignature", Duration.ofMinutes(10));
    }

    /// The platform's encrypted call, signed with the account's token at this time.
    public static WebhookRequest call(String account, Instant signed, String xml) {
        var closed = new Seal(TOKEN, List.of(AesKey.of(KEY)), "ww1").close(xml, AesKey.of(KEY), "n", signed);
        var query = Map.of(
                "msg_signature", closed.signature(),
                "timestamp", Long.toString(closed.timestamp()),
                "nonce", closed.nonce());
        return new WebhookRequest(
                "POST", account, query, "<xml><Encrypt><![CDATA[" + closed.encrypted() + "]]></Encrypt></xml>");
    }

    public static WebhookRequest call(String account, String xml) {
        return call(account, Clock.systemUTC().instant(), xml);
    }

    @Override
    public String id() {
        return "wecom";
    }

    @Override
    public Told answer(Asked call) {
        if (call.path().contains("/kf/")
                || call.path().endsWith("/gettoken")
                || call.path().contains("/media/")) {
            return desk.answer(call);
        }
        long refused = tokens.refusal(call.parameter("access_token"));
        return refused == 0 ? withToken(call) : refusal(refused);
    }

    private Told withToken(Asked call) {
        return switch (call.path()) {
            case "/cgi-bin/agent/get" ->
                Told.json(Map.of("errcode", 0, "close", 0, "allow_partys", Map.of("partyid", List.of(1))));
            case "/cgi-bin/appchat/create" -> chats.create(call);
            case "/cgi-bin/appchat/get" -> chats.get(call);
            case "/cgi-bin/appchat/send" -> chats.send(call);
            default -> groups.answer(call);
        };
    }

    @Override
    public Told refusal(long code) {
        return desk.refusal(code);
    }

    @Override
    public List<Person> people() {
        return desk.people();
    }

    @Override
    public List<String> acts() {
        return desk.acts();
    }

    @Override
    public void play(String person, String act, String text) {
        desk.play(person, act, text);
    }

    @Override
    public void repeat() {
        desk.repeat();
    }
}
