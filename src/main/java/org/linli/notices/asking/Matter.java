package org.linli.notices.asking;

import java.util.regex.Pattern;
import org.linli.notices.Wording;
import org.linli.understanding.Likeness;

/// What a question and a notice have to do with each other, by what they sound like: 亭水到几点 asks about 停水通知. Pure.
public final class Matter {

    /// Asks when, where, for whom; a plain "又停水了?" may be a report.
    private static final Pattern ASKS = Pattern.compile("到?几[点典店号时]|什么时[候后]|什么时间|啥时|多久|多长时间|多会|哪天|哪一?天|到几|到什么|到啥|"
            + "包括|包不包|算不算|影响|哪几[栋幢]|哪[栋幢]|哪些楼|在哪|几楼|要不要|用不用|带什么|通知(?:上|里|说|是)");

    /// Whoever says that something is broken wants it mended, whenever.
    private static final Pattern REPORTS = Pattern.compile("坏|漏|堵|不亮|没人[管修来]|投诉|举报|吵|臭|困|着火|冒烟|报警|救命");

    /// 来水, 有电 and 恢复供气 are about the same as 停水, 停电 and 停气.
    private static final Pattern BACK = Pattern.compile("(?:恢复供?|来|有|通|供|没|断|停[了的])(?=[水电气暖])");

    /// In titles of any kind.
    private static final Pattern SAYS_NOTHING =
            Pattern.compile("通知|公告|通告|告示|温馨提示|提醒|欢迎|参加|马上|社区|小区|居民|住户|我们|大家|关于|注意|紧急|今天|明天|的");

    /// What is left of a question that names no matter.
    private static final Pattern FILLER = Pattern.compile("请问|大概|大约|那个|这个|咱们?|我们|通知|时间|开始|结束|恢复|好|呢|啊|呀|吗|嘛|哦|到|停");

    private Matter() {}

    public static boolean isAsked(String said) {
        return ASKS.matcher(said).find() && !REPORTS.matcher(said).find();
    }

    /// 0 where they have nothing in common.
    public static int common(Wording words, String said) {
        String asked = BACK.matcher(said).replaceAll("停");
        int title = Likeness.soundsInCommon(plain(words.title()), asked);
        int text = Likeness.soundsInCommon(plain(words.text()), asked);
        return title == 0 && text < 2 && !plain(words.title()).isBlank() ? 0 : 3 * title + text;
    }

    /// "到几点啊": about whatever was just told.
    static boolean isBare(String said) {
        String rest = ASKS.matcher(said).replaceAll(" ");
        return FILLER.matcher(rest).replaceAll(" ").codePoints().noneMatch(Character::isLetterOrDigit);
    }

    private static String plain(String title) {
        return SAYS_NOTHING.matcher(title).replaceAll("，");
    }
}
