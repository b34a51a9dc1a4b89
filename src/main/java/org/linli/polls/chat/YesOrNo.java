package org.linli.polls.chat;

import java.util.regex.Pattern;

/// What people say to a ballot that is repeated to them.
enum YesOrNo {
    YES,
    NO,
    /// Something else, perhaps a correction.
    NEITHER;

    private static final Pattern BUTTON = Pattern.compile("^\\s*确认投票\\s*(?:[#＃]\\s*\\d{1,6})?\\s*[。.！!]*$");
    private static final Pattern PLAIN = Pattern.compile("^\\s*(?:确认|确定)(?:投票|的|了|啊|吧){0,2}[\\s，,。.！!]*$");
    private static final Pattern YES_WORDS = Pattern.compile(
            "^\\s*(?:嗯+|恩|是|对|好|行|可以|没错|没问题|确认|确定|就这样|就这么投|ok|OK|yes)(?:的|了|啊|吧|呀|滴|没错|确认|投票|就这样){0,6}[\\s，,。.！!～~]*$");
    private static final Pattern NO_WORDS =
            Pattern.compile("^\\s*(?:不对|不是|错了|不确认|不投了|算了|取消|先不投|弄错了)(?:的|了|啊|吧){0,6}[\\s，,。.！!]*$");

    static YesOrNo of(String said) {
        if (isButton(said) || YES_WORDS.matcher(said).matches()) {
            return YES;
        }
        return NO_WORDS.matcher(said).matches() ? NO : NEITHER;
    }

    /// Whether it is said of something that was repeated, and not of anything: "可以" is an answer to any question.
    static boolean isPlainYes(String said) {
        return isButton(said) || PLAIN.matcher(said).matches();
    }

    /// Whether it can mean nothing else wherever it is said.
    static boolean isButton(String said) {
        return BUTTON.matcher(said).matches();
    }
}
