package org.linli.standin.wechat;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes the messages that the platform sends to an account.
final class WechatXml {

    static final String OURSELVES = "gh_linli_stand_in";

    private static final Pattern CONTENT = Pattern.compile("(?s)<Content>(.*?)</Content>");
    private static final Pattern WRAPPED = Pattern.compile("(?s)<!\\[CDATA\\[(.*?)]]>");

    private WechatXml() {}

    /// @param more further elements
    static String message(String openid, Instant at, String type, String more) {
        return "<xml><ToUserName>%s</ToUserName><FromUserName>%s</FromUserName><CreateTime>%d</CreateTime><MsgType>%s</MsgType>%s</xml>"
                .formatted(wrapped(OURSELVES), wrapped(openid), at.getEpochSecond(), wrapped(type), more);
    }

    static String element(String name, String text) {
        return "<%s>%s</%s>".formatted(name, wrapped(text), name);
    }

    static String wrapped(String text) {
        return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>";
    }

    /// The words of an answer; empty where it has none.
    static String wordsOf(String answer) {
        var content = CONTENT.matcher(answer);
        return content.find()
                ? WRAPPED.matcher(content.group(1)).replaceAll(it -> Matcher.quoteReplacement(it.group(1)))
                : "";
    }
}
