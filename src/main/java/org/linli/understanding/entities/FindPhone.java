package org.linli.understanding.entities;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The number under which somebody can be reached. Hotlines are too short or begin with 400: they do not match.
final class FindPhone {

    private static final Pattern MOBILE = Pattern.compile(
            "(?<![\\d.])(?:\\+? ?0{0,2}86[- ]?)?(?<n>1[-. ]?[3-9](?:[-. ]?\\d){9})(?!-?\\d)(?! \\d+(?![-#\\d栋幢座号单]))");
    private static final Pattern LANDLINE =
            Pattern.compile("(?<!\\d)(?:\\+? ?86[- ]?)?(?<n>\\(?0\\d{2,3}[- )]{0,2}[2-8]\\d{2,3}[- ]?\\d{4})(?!\\d)");
    private static final Pattern LOCAL =
            Pattern.compile("(?:电话|座机|号码|固话|联系|致电|打到|家里?电)[^\\d\\n,，。]{0,6}(?<n>[2-8]\\d{2,3}[- ]?\\d{4})(?!\\d)");
    private static final Pattern TOLD =
            Pattern.compile("(?:电话|手机号?|号码|联系(?:方式|我)?|TEL)[^\\d\\n,，。]{0,6}(?<n>1(?:[- ]?\\d){10})(?![- ]?\\d)");
    private static final Pattern SPOKEN = Pattern.compile("(?<n>[一幺1](?:[- ]?[零〇一二三四五六七八九幺两]){10})(?![零〇一二三四五六七八九幺两])");
    private static final Pattern OTHERS = Pattern.compile("(物业|保安|管家|师傅|他|她|骗子|对方|陌生|推销|中介|邻居|车主|诈骗|这个)[^,，。]{0,8}$");

    /// Nobody is reached there who wrote this.
    private static final Pattern OFFICES = Pattern.compile("(物业|前台|保安|门卫|骗子|推销|诈骗|中介|管家|客服)[^,，。]{0,6}$");

    private static final String NUMERALS = "0123456789零〇一二三四五六七八九幺两";
    private static final int SHORTEST = 7;

    private record Found(String digits, Mention at) {}

    private FindPhone() {}

    static @Nullable String in(String text) {
        if (text.chars().filter(it -> NUMERALS.indexOf(it) >= 0).limit(SHORTEST).count() < SHORTEST) {
            return null;
        }
        var found = new ArrayList<Found>();
        for (Pattern pattern : List.of(MOBILE, LANDLINE, LOCAL, TOLD, SPOKEN)) {
            for (Matcher it = pattern.matcher(text); it.find(); ) {
                found.add(new Found(digits(it.group("n")), new Mention(it.start("n"), it.end("n"))));
            }
        }
        found.sort(Comparator.comparingInt(it -> it.at().start()));
        int valid = Mention.afterCorrections(found.stream().map(Found::at).toList(), text);
        return found.stream()
                .skip(valid)
                .filter(it -> !it.at().denied(text)
                        && !OFFICES.matcher(it.at().before(text)).find())
                .min(Comparator.comparing(
                        it -> OTHERS.matcher(it.at().before(text)).find()))
                .map(Found::digits)
                .orElse(null);
    }

    private static String digits(String said) {
        return Numerals.arabic(said).replaceAll("\\D", "");
    }
}
