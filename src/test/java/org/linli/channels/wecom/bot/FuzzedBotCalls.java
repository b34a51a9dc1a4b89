package org.linli.channels.wecom.bot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.linli.channels.WebhookRejected;
import org.linli.channels.tencent.Field;
import org.linli.channels.tencent.OfNow;
import org.linli.channels.tencent.OwnRedis;
import org.linli.channels.wecom.Gate;
import org.linli.channels.wecom.ReadEvent;
import org.linli.channels.wecom.ReadMessage;
import org.linli.channels.wecom.WecomCalls;
import org.linli.channels.wecom.WecomSettings;

/// Calls of WeCom, rightly encrypted: to a bot, to an app, and of customer groups, which all go through the same gate.
public final class FuzzedBotCalls {

    private static final Gate GATE = new Gate(
            WecomCalls.corp(URI.create("http://127.0.0.1:1")).bots().getFirst().seal(),
            new OfNow(Duration.ofMinutes(10), Clock.systemUTC()));

    private static final WecomSettings SETTINGS = WecomCalls.settings(URI.create("http://127.0.0.1:1"));
    private static final AllowedHosts HOSTS = new AllowedHosts(SETTINGS);
    private static final WecomBot BOT = new Bots(SETTINGS).all().iterator().next();

    private FuzzedBotCalls() {}

    /// What looks right.
    public static List<byte[]> seeds() {
        var bench = new BotBench(URI.create("http://127.0.0.1:1"), OwnRedis.nobody(), Clock.systemUTC(), Duration.ZERO);
        return List.of(
                bench.inGroup("M1", "@邻里 电梯坏了", "code").getBytes(UTF_8),
                "<xml><MsgType>event</MsgType><Event>change_external_chat</Event><ChatId>c</ChatId></xml>"
                        .getBytes(UTF_8),
                "<xml><MsgType>location</MsgType><Location_X>1</Location_X><MsgId>1</MsgId></xml>".getBytes(UTF_8));
    }

    /// Called by Jazzer.
    public static void fuzzerTestOneInput(byte[] bytes) {
        try {
            Field call = GATE.open(WecomCalls.toBot(new String(bytes, UTF_8))).message();
            ReadCall.from(call);
            ReadMessage.from(call);
            ReadEvent.from(call);
            if (ReadEvent.id(call).isEmpty()) {
                throw new AssertionError("an event without an id would be taken for the next one");
            }
        } catch (WebhookRejected refused) {
            if (refused.reason() != WebhookRejected.Reason.UNREADABLE) {
                throw refused;
            }
        }
        String address = new String(bytes, UTF_8);
        HOSTS.answer(BOT, address);
        HOSTS.file(BOT, address).ifPresent(it -> {
            if (it.getUserInfo() != null || it.getHost() == null) {
                throw new AssertionError("an address of nobody's");
            }
        });
    }
}
