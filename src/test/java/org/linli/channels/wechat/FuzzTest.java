package org.linli.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Base64;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.linli.channels.Content;
import org.linli.channels.Delivery;
import org.linli.channels.Outbound;
import org.linli.channels.WebhookRejected;

/// Whatever comes in, a call is read or turned away; nothing else happens.
class FuzzTest {

    private static final WechatCalls CALLS = WechatCalls.DEMO;
    private static final WechatChannel CHANNEL =
            Workbench.receiving(Workbench.account(URI.create("http://127.0.0.1:1")));

    @Property(tries = 3000)
    void anyBody(@ForAll String body) {
        readOrRejected(CALLS.plain(body));
        readOrRejected(CALLS.safe(body));
        readOrRejected(CALLS.plain(body).with("encrypt_type", "aes"));
    }

    @Property(tries = 3000)
    void bodiesThatLookRight(@ForAll("pieces") String body) {
        readOrRejected(CALLS.plain(body));
        readOrRejected(CALLS.safe(body));
    }

    @Property(tries = 3000)
    void genuineCallsWithAChange(@ForAll("messages") String message, @ForAll int place, @ForAll char replacement) {
        var call = CALLS.plain(message);
        readOrRejected(call.withBody(changed(call.body(), place, replacement)));
        var sealed = CALLS.safe(message);
        readOrRejected(sealed.withBody(changed(sealed.body(), place, replacement)));
    }

    @Property(tries = 2000)
    void anyBytesInsideAGenuineSignature(@ForAll byte[] bytes) {
        String cipher = Base64.getEncoder().encodeToString(bytes);
        readOrRejected(CALLS.sealed(cipher, "<xml><Encrypt>" + cipher + "</Encrypt></xml>"));
    }

    @Property(tries = 2000)
    void anyWholeBlocksInsideAGenuineEncryption(@ForAll byte[] bytes) {
        byte[] block = java.util.Arrays.copyOf(bytes, (bytes.length / 16 + 1) * 16);
        String cipher = CALLS.encrypt(block);
        readOrRejected(CALLS.sealed(cipher, "<xml><Encrypt>" + cipher + "</Encrypt></xml>"));
    }

    @Property(tries = 3000)
    void anyTextArrivesAsItWasWritten(@ForAll("xmlTexts") String text) {
        String normal = text.replace("\r\n", "\n").replace("\r", "\n");
        assertThat(said(CALLS.safe(WechatCalls.text("o1", "1", text)))).isEqualTo(new Content.Text(normal));
    }

    private static void readOrRejected(WechatCalls.Call call) {
        try {
            if (CHANNEL.receive(call.request()).block() instanceof Delivery.Messages messages
                    && messages.passiveReply() != null) {
                var to = messages.messages().getFirst().replyTo();
                var reply = messages.passiveReply().apply(new Outbound("k", to, "好的", java.util.List.of()));
                assertThat(reply.body()).isNotEmpty();
            }
        } catch (WebhookRejected rejected) {
            assertThat(rejected.reason()).isNotEqualTo(WebhookRejected.Reason.TOO_LARGE);
        }
    }

    private static Content said(WechatCalls.Call call) {
        return CHANNEL.receive(call.request()).block() instanceof Delivery.Messages messages
                ? messages.messages().getFirst().content()
                : new Content.Unknown("nothing was said");
    }

    private static String changed(String text, int place, char replacement) {
        var changed = new StringBuilder(text);
        changed.setCharAt(Math.floorMod(place, text.length()), replacement);
        return changed.toString();
    }

    @Provide
    Arbitrary<String> xmlTexts() {
        return Arbitraries.strings()
                .withCharRange(' ', '\uD7FF')
                .withChars("\t\n]>&<\"'")
                .ofMaxLength(200);
    }

    @Provide
    Arbitrary<String> messages() {
        return Arbitraries.of(
                WechatCalls.text("oResident1", "1", "电梯坏了"),
                WechatCalls.jsonText("oResident1", "1", "电梯坏了"),
                WechatCalls.event("oResident1", "subscribe", "<EventKey>qrscene_1</EventKey>"),
                WechatCalls.message("oResident1", "location", "<Location_X>1</Location_X><Location_Y>2</Location_Y>"));
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                        "<xml>",
                        "</xml>",
                        "<a>",
                        "</a>",
                        "<",
                        ">",
                        "&",
                        "&x;",
                        "&#0;",
                        "&#xFFFF;",
                        "<![CDATA[",
                        "]]>",
                        "<!--",
                        "-->",
                        "<?x?>",
                        "<!DOCTYPE a [<!ENTITY x 'y'>]>",
                        "<MsgType>",
                        "</MsgType>",
                        "text",
                        "event",
                        "{",
                        "}",
                        "[",
                        "]",
                        ":",
                        ",",
                        "\"",
                        "\\u0000",
                        "\\ud800",
                        "\"MsgType\"",
                        "\"Encrypt\"",
                        "null",
                        "1e999",
                        "-0",
                        "9999999999999999999",
                        "\uFEFF",
                        "\0",
                        "\uD800",
                        "😀",
                        "xmlns:a='b'",
                        "<a:b/>",
                        "CreateTime",
                        "<CreateTime>9223372036854775807</CreateTime>",
                        "<FromUserName>o</FromUserName>")
                .list()
                .ofMaxSize(60)
                .map(it -> String.join("", it));
    }
}
