package org.linli.channels.wecom.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.linli.channels.WebhookRejected;
import org.linli.channels.tencent.Field;
import org.linli.channels.tencent.OfNow;
import org.linli.channels.tencent.OwnRedis;
import org.linli.channels.wecom.Gate;
import org.linli.channels.wecom.ReadEvent;
import org.linli.channels.wecom.ReadMessage;
import org.linli.channels.wecom.WecomCalls;

/// Whatever comes in, a call is read or turned away; nothing else happens.
class BotFuzzTest {

    private static final Gate GATE = new Gate(
            WecomCalls.corp(URI.create("http://127.0.0.1:1")).bots().getFirst().seal(),
            new OfNow(Duration.ofMinutes(10), Clock.systemUTC()));
    private static final BotBench BENCH =
            new BotBench(URI.create("http://127.0.0.1:1"), OwnRedis.nobody(), Clock.systemUTC(), Duration.ZERO);

    @Property(tries = 1500)
    void anyTextInsideAGenuineCall(@ForAll String text) {
        readOrRejected(text);
    }

    @Property(tries = 1500)
    void textsThatLookRight(@ForAll("pieces") String text) {
        readOrRejected(text);
    }

    @Property(tries = 1500)
    void genuineMessagesWithAChange(@ForAll int place, @ForAll char replacement) {
        var text = new StringBuilder(BENCH.inGroup("M1", "@邻里 电梯坏了", "code"));
        text.setCharAt(Math.floorMod(place, text.length()), replacement);
        readOrRejected(text.toString());
    }

    private static void readOrRejected(String text) {
        try {
            Field call = GATE.open(WecomCalls.toBot(text)).message();
            assertThat(ReadCall.from(call)).isNotNull();
            assertThat(ReadMessage.from(call)).isNotNull();
            assertThat(ReadEvent.id(call)).isNotEmpty();
        } catch (WebhookRejected rejected) {
            assertThat(rejected.reason()).isEqualTo(WebhookRejected.Reason.UNREADABLE);
        }
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ":",
                        ",",
                        "\"",
                        "\"msgtype\"",
                        "\"text\"",
                        "\"mixed\"",
                        "\"msg_item\"",
                        "\"event\"",
                        "\"eventtype\"",
                        "\"template_card_event\"",
                        "\"stream\"",
                        "\"id\"",
                        "\"content\"",
                        "\"chattype\":\"group\"",
                        "@",
                        "null",
                        "1e999",
                        "\\u0000",
                        "\\ud800",
                        "<xml>",
                        "</xml>",
                        "<MsgType>event</MsgType>",
                        "<SelectedItems>",
                        "<InfoType>x</InfoType>",
                        "\uFEFF",
                        "😀")
                .list()
                .ofMaxSize(50)
                .map(it -> String.join("", it));
    }
}
