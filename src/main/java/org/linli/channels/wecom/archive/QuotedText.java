package org.linli.channels.wecom.archive;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Quote;

/// Words as the archive keeps them where they answer others: both in one text, in WeCom's form or in that of WeChat, by
/// the page "会话内容格式".
///
/// @param said  their own words
/// @param quote `null` where they answer nothing
record QuotedText(String said, @Nullable Quote quote) {

    private static final Pattern WECOM = Pattern.compile(
            "(?:这是一条引用/回复消息|This is a quote/reply)\\s*[:：]\\s*[“\"](?:[^\\n：:”\"]{0,80}[：:]\\s*)?(.*?)[”\"]\\s*\\n-{6}\\s*(.*)",
            Pattern.DOTALL);
    private static final Pattern WECHAT =
            Pattern.compile("「[^\\n：:」]{0,80}[：:]\\s*(.*?)」\\s*\\n(?:- ){6,}-\\s*(.*)", Pattern.DOTALL);

    static QuotedText of(String text) {
        Matcher form = WECOM.matcher(text);
        form = form.matches() ? form : WECHAT.matcher(text);
        return form.matches() ? of(form.group(1).strip(), form.group(2).strip()) : new QuotedText(text, null);
    }

    /// Of a picture there are no words.
    private static QuotedText of(String earlier, String said) {
        return new QuotedText(said, earlier.isEmpty() ? null : new Quote("", earlier));
    }

    @Override
    public String toString() {
        return "QuotedText[]";
    }
}
