package org.linli.understanding.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The ways to name a time of day: 15:30, 下午三点半, 晚上8点一刻, 2-4点.
final class FindHours {

    private static final String N =
            "(?:(?<![\\d.:零一二三四五六七八九十])|(?<=[周期拜][一二三四五六]))(?:\\d{1,2}|二?十[一二三四五六七八九]?|[零一二两三四五六七八九])";
    private static final String PART =
            "(?<part>凌晨|清晨|清早|大清早|一大早|早上|早晨|今早|明早|上午|中午|正午|下午|午后|傍晚|黄昏|晚上|夜里|夜晚|半夜|大半夜|深夜|午夜|晚间|(?<=[今明昨后前当第每隔])[早晚]|[早晚](?!一点))";
    private static final Pattern HOUR = Pattern.compile(
            "(?:" + PART + "的?\\s?)?(?:(?<clock>(?<![\\d:.])[01]?\\d|2[0-4]):(?<sharp>[0-5]\\d)(?!\\d)"
                    + "|(?<h>" + N + ")(?:[点时]?(?:钟|整)?(?:-|到|至|、)" + N + ")?(?<dot>点|时(?![候不常而间段]))(?:钟|整)?"
                    + "(?:(?<half>半)|(?<quarter>[一三13])刻|(?<min>[0-5]?\\d|[二三四五]?十[一二三四五六七八九]?|零[一二三四五六七八九])(?:分(?!钟))?(?!\\d))?)");
    /// Without an hour, night is mostly a habit: 晚上没有照明.
    private static final Pattern ALONE =
            Pattern.compile("(?<![一整每半个])(?<part>凌晨|清晨|清早|大清早|一大早|早上|早晨|上午|中午|下午|午后|傍晚)(?![好安场])");
    private static final Pattern NO_TIME = Pattern.compile(
            "^(公里|米|度|万|元|块|倍|斤|岁|[三二]?个?建议|意见|要求|问题|希望|原因|想法|看法|不|也|都不|儿|点|小|声音|吃|心|事|作用|用都|办法|动静|反应)");
    private static final Pattern A_BIT = Pattern.compile("(有|早|晚|快|慢|大|小|多|少|差|好|轻|高|低|这|那|近|远|占|点|提|就|说|再|热|冷|稍微)$");

    private FindHours() {}

    /// In the order of the text, those with an hour before those without.
    static List<HourMention> in(String text, Characters characters) {
        var found = new ArrayList<HourMention>();
        boolean mayCount = characters.hasAny(":点时") && characters.hasAny(Numerals.ALL);
        for (Matcher it = HOUR.matcher(text); mayCount && it.find(); ) {
            var at = new Mention(it.start(), it.end());
            if (!onlyABit(it, at, text)) {
                found.add(new HourMention(part(it), minute(it), at));
            }
        }
        boolean mayBeAlone = found.isEmpty() && characters.hasAny("晨早午傍");
        for (Matcher it = ALONE.matcher(text); mayBeAlone && found.isEmpty() && it.find(); ) {
            found.add(new HourMention(it.group("part"), null, new Mention(it.start(), it.end())));
        }
        return found;
    }

    private static String part(Matcher it) {
        return Objects.requireNonNullElse(it.group("part"), "");
    }

    private static int minute(Matcher it) {
        String clock = it.group("clock");
        return clock != null
                ? 60 * Integer.parseInt(clock) + Integer.parseInt(it.group("sharp"))
                : 60 * Numerals.number(it.group("h")) + minutes(it);
    }

    private static int minutes(Matcher it) {
        if (it.group("half") != null) {
            return 30;
        }
        String quarter = it.group("quarter");
        String minutes = it.group("min");
        return quarter != null ? 15 * Numerals.number(quarter) : minutes == null ? 0 : Numerals.number(minutes);
    }

    /// 快一点, 有点吵, 三点建议, 2点5米: no time of day.
    private static boolean onlyABit(Matcher it, Mention at, String text) {
        @Nullable String hour = it.group("h");
        if (hour == null) {
            return at.before(text).matches(".*(时长|比分|通话|比)\\s?");
        }
        boolean bare = it.group("part") == null && it.group("half") == null && it.group("min") == null;
        String behind = text.substring(it.end());
        return Numerals.number(hour) > 24
                || NO_TIME.matcher(behind).find() && !(hour.matches("\\d+") && it.group("part") != null)
                || bare
                        && hour.matches("[一两]")
                        && A_BIT.matcher(at.before(text)).find()
                || bare && hour.equals("一") && !behind.matches("(?s)(钟|整|多|左右|开始|的时候|到|前|后|之|就|还|来|去|了|吧|可以|行).*");
    }
}
