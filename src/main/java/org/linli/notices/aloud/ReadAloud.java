package org.linli.notices.aloud;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A written text as somebody reads it out: `11月21日 09:00-17:30` is 十一月二十一日上午九点到下午五点三十分. Pure.
public final class ReadAloud {

    private record Rule(Pattern written, Function<MatchResult, String> said) {

        static Rule of(String written, Function<MatchResult, String> said) {
            return new Rule(Pattern.compile(written), said);
        }

        String in(String text) {
            return written.matcher(text).replaceAll(it -> Matcher.quoteReplacement(said.apply(it)));
        }
    }

    /// In this order: what is longer is taken before its parts are.
    private static final List<Rule> RULES = List.of(
            Rule.of("https?://\\S+", _ -> ""),
            Rule.of("[【】\\[\\]*#●■◆]", _ -> " "),
            Rule.of("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?!\\d)", it -> year(it) + month(it, 2) + number(it, 3) + "日"),
            Rule.of("(?<=[\\d日号]) *(?:[-–—~～]|至) *(?=[\\d零一二三四五六七八九十])(?!\\d{4,})", _ -> "到"),
            Rule.of("(\\d{4})年", ReadAloud::year),
            Rule.of("([01]?\\d|2[0-4])[:：]([0-5]\\d)(?:[:：][0-5]\\d)?(?!\\d)", ReadAloud::time),
            Rule.of("(\\d{1,6})\\.(\\d{1,4})", it -> number(it, 1) + "点" + Numeral.year(it.group(2))),
            Rule.of("(\\d{1,3})%", it -> "百分之" + number(it, 1)),
            Rule.of(
                    "\\d{3,4}-\\d{7,8}(?!\\d)|\\d{5,}|1\\d{2}(?=[^\\d]|$)(?<=(?:拨打|拨|电话|打)[:： ]?1\\d{2})",
                    it -> Numeral.oneByOne(it.group())),
            Rule.of("(\\d{1,4})", it -> number(it, 1)));

    private ReadAloud() {}

    /// Sentences, with a full stop where a line ends without one.
    public static String of(String text) {
        String said = text;
        for (var rule : RULES) {
            said = rule.in(said);
        }
        return said.strip()
                .replaceAll("(?<![。！？；：，、.!?;:,\\n])[ \\t]*\\n+", "。\n")
                .replaceAll("[ \\t]+", " ")
                .replaceAll("(?<=\\p{IsHan}) (?=\\p{IsHan})", "");
    }

    private static String year(MatchResult it) {
        return Numeral.year(it.group(1)) + "年";
    }

    private static String month(MatchResult it, int group) {
        return number(it, group) + "月";
    }

    private static String number(MatchResult it, int group) {
        return Numeral.of(Integer.parseInt(it.group(group)));
    }

    private static String time(MatchResult it) {
        int hour = Integer.parseInt(it.group(1));
        int minute = Integer.parseInt(it.group(2));
        String minutes = minute == 0 ? "" : (minute < 10 ? "零" : "") + Numeral.of(minute) + "分";
        return part(hour) + hour(hour) + "点" + minutes;
    }

    private static String part(int hour) {
        return hour < 6 || hour == 24 ? "凌晨" : hour < 12 ? "上午" : hour == 12 ? "中午" : hour < 18 ? "下午" : "晚上";
    }

    private static String hour(int hour) {
        int said = hour > 12 ? hour - 12 : hour;
        return hour == 0 || hour == 24 ? "零" : said == 2 ? "两" : Numeral.of(said);
    }
}
