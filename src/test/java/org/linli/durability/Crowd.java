package org.linli.durability;

import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.linli.channels.wechat.WechatCalls;

/// Who writes what, and how an answer is told.
///
/// @param openid who writes the message of this number
/// @param words  what it says
/// @param answer finds in what the platform is given the name `m<number>` of the message that is answered
record Crowd(IntFunction<String> openid, IntFunction<String> words, Pattern answer) {

    /// Five hundred people who write again and again, to somebody who names what he answers. Nobody writes more often
    /// than the five times that the platform lets answers be sent later: further ones would rightly be held.
    static final Crowd TALKERS =
            new Crowd(number -> "o" + number % 500, number -> "m" + number, Pattern.compile("answer (m\\d+)"));

    private static final List<String> PROBLEMS = List.of("电梯坏了", "楼道灯不亮了", "楼上半夜装修吵死了", "门口垃圾没人收");

    /// Each person reports one thing, many the same. The person's name is that of the message.
    static final Crowd REPORTERS = new Crowd(
            number -> "m" + number,
            Crowd::report,
            Pattern.compile("(?:\"touser\":\\s*\"|<ToUserName><!\\[CDATA\\[)(m\\d+)[\"\\]]"));

    /// The message of this number as the platform tells it.
    String body(int number) {
        return WechatCalls.textNow(openid.apply(number), Long.toString(7_000_000_000L + number), words.apply(number));
    }

    private static String report(int number) {
        return (1 + number % 6) + "栋" + PROBLEMS.get(number / 6 % PROBLEMS.size());
    }
}
