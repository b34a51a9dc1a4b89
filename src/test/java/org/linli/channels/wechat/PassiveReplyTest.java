package org.linli.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.channels.Outbound;
import org.linli.channels.Reply;
import org.linli.channels.tencent.Body;
import org.linli.channels.tencent.Field;

class PassiveReplyTest {

    private static final WechatCalls CALLS = WechatCalls.DEMO;
    private static final String XML = WechatCalls.text("oResident1", "1", "你好");
    private static final String JSON = WechatCalls.jsonText("oResident1", "1", "你好");

    private final WechatChannel channel = Workbench.receiving(Workbench.account(URI.create("http://127.0.0.1:1")));

    @Test
    void goesBackFromTheAccountToThePerson() {
        Reply reply = answer(CALLS.plain(XML), Workbench.letter("已受理"));
        assertThat(reply.contentType()).isEqualTo("application/xml;charset=UTF-8");
        assertThat(reply.body())
                .isEqualTo(
                        "<xml><ToUserName><![CDATA[oResident1]]></ToUserName><FromUserName><![CDATA[gh_linli]]></FromUserName><CreateTime>1781074800</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[已受理]]></Content></xml>");
    }

    @Test
    void speaksJsonToAnAccountThatDoes() {
        Reply reply = answer(CALLS.plain(JSON), Workbench.letter("已\"受理\""));
        assertThat(reply.contentType()).startsWith("application/json");
        assertThat(reply.body())
                .isEqualTo(
                        "{\"ToUserName\":\"oResident1\",\"FromUserName\":\"gh_linli\",\"CreateTime\":1781074800,\"MsgType\":\"text\",\"Content\":\"已\\\"受理\\\"\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "]]>",
                "]]]]>>",
                "a]]>b <&>",
                "]]></Content></xml><xml><Content><![CDATA[forged",
                "<![CDATA[",
                "]]",
                "😀",
                "</Content><MsgType>image</MsgType>",
                "a\\\"b\n\tc",
                "\"}"
            })
    void whateverIsSaidStaysText(String text) {
        for (String body : new String[] {XML, JSON}) {
            Field reply = Body.read(
                            answer(CALLS.plain(body), Workbench.letter(text)).body())
                    .content();
            assertThat(reply.textOf("Content")).isEqualTo(text);
            assertThat(reply.fields()).hasSize(5);
        }
    }

    @Test
    void charactersThatNoDocumentMayContainAreLeftOut() {
        Reply reply = answer(CALLS.plain(XML), Workbench.letter("a\0b\u0008c\uD800d\uFFFEe"));
        assertThat(Body.read(reply.body()).content().textOf("Content")).isEqualTo("abcde");
    }

    @Test
    void isEncryptedAndSignedWhereTheCallWas() {
        for (String body : new String[] {XML, JSON}) {
            var call = CALLS.safe(body);
            Field sealed =
                    Body.read(answer(call, Workbench.letter("已受理")).body()).content();
            String encrypted = sealed.textOf("Encrypt");
            assertThat(sealed.textOf("Nonce")).isEqualTo(call.parameters().get("nonce"));
            assertThat(sealed.textOf("MsgSignature"))
                    .isEqualTo(WechatCalls.sha1(
                            CALLS.token(), sealed.textOf("TimeStamp"), sealed.textOf("Nonce"), encrypted));
            assertThat(Body.read(CALLS.decrypt(encrypted)).content().textOf("Content"))
                    .isEqualTo("已受理");
        }
    }

    @Test
    void theSameAnswerNeverLooksTheSame() {
        var call = CALLS.safe(XML);
        assertThat(answer(call, Workbench.letter("已受理"))).isNotEqualTo(answer(call, Workbench.letter("已受理")));
    }

    @Test
    void choicesAreSaidInWords() {
        Reply reply = answer(CALLS.plain(XML), Workbench.letter("问题解决了吗？", "满意", "不满意"));
        assertThat(reply.body()).contains("<![CDATA[问题解决了吗？\n回复：满意 / 不满意]]>");
    }

    @Test
    void choicesAreLeftOutWhereTheyWouldBeTooMuch() {
        String longest = "梯".repeat(682);
        Reply reply = answer(CALLS.plain(XML), Workbench.letter(longest, "满意"));
        assertThat(Body.read(reply.body()).content().textOf("Content")).isEqualTo(longest);
    }

    private Reply answer(WechatCalls.Call call, Outbound letter) {
        return Workbench.answered(Workbench.got(channel.receive(call.request())), letter);
    }
}
