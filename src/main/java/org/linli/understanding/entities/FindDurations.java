package org.linli.understanding.entities;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How long ago, how long since, how long until: 两天前, 三天了, 半小时后.
final class FindDurations {

    private static final String N = "(?<n>\\d{1,3}|半|俩|仨|" + Numerals.CN + "{1,3})";
    private static final String COUNTS = Numerals.ALL + "半俩仨";
    private static final Pattern LENGTH = Pattern.compile(
            "(?<before>已经|都|快|连续|连着|等了|停了|坏了|过了|持续|没水|没电|了(?:得|已经|都|足足|整整|大概|差不多|将近)?有?|再过|(?<=^|[,，。再要等先\\s])过)?\\s?(?<![第每\\d.])"
                    + N
                    + "\\s?(?<half>个半)?(?:来|几)?个?多?(?<of>分钟|刻钟|个?小时|个?钟头?|天|日|个?星期|个?礼拜|周|个?月|年)(?<more>半|多|来)?的?(?<behind>[^,，。!！?？\\n]{0,6})");
    private static final Pattern AFTER = Pattern.compile("^(之|以)?后");
    private static final Pattern AGO = Pattern.compile("^(之|以)?前");
    private static final Pattern SINCE = Pattern.compile("^(了|没|不|以来|都没|还没|还不|一直|没人|都不)");

    private FindDurations() {}

    /// 三天前的晚上八点: the day that an hour belongs to. Empty where no days are counted back or ahead.
    static Optional<DayMention> day(String text, LocalDateTime now) {
        for (Matcher it = LENGTH.matcher(text); it.find(); ) {
            boolean exact = AGO.matcher(it.group("behind")).find()
                    || AFTER.matcher(it.group("behind")).find();
            String moment = exact && !idiom(it) ? moment(it, sign(it), now) : null;
            if (moment != null && moment.indexOf('T') < 0) {
                return Optional.of(new DayMention(LocalDate.parse(moment), new Mention(it.start("n"), it.end("of"))));
            }
        }
        return Optional.empty();
    }

    /// A date, or a date-time where minutes or hours were counted. Empty where no duration leads to a moment.
    static Optional<String> in(String text, Characters characters, LocalDateTime now) {
        if (!characters.hasAny("分时钟天日期拜周月年") || !characters.hasAny(COUNTS)) {
            return Optional.empty();
        }
        for (Matcher it = LENGTH.matcher(text); it.find(); ) {
            int sign = sign(it);
            var at = new Mention(it.start("n"), it.end("of"));
            if (sign != 0 && !idiom(it) && !Tense.again(at, text)) {
                return Optional.ofNullable(moment(it, sign, now));
            }
        }
        return Optional.empty();
    }

    /// 等了半天, 一天都没有, 百年老树, 八百年前: nobody has counted.
    private static boolean idiom(Matcher it) {
        String said = it.group("n") + it.group("of");
        boolean never = said.equals("一天") && it.group("behind").matches("^(都|也|到晚).*");
        boolean years = it.group("of").equals("年")
                && (it.group("n").equals("百") || !it.group("n").equals("半") && Numerals.number(it.group("n")) > 50);
        return said.equals("半天") || said.equals("半日") || never || years;
    }

    private static int sign(Matcher it) {
        String behind = it.group("behind");
        String before = Objects.requireNonNullElse(it.group("before"), "");
        if (AFTER.matcher(behind).find() || before.endsWith("过") && !behind.startsWith("了")) {
            return 1;
        }
        boolean since = SINCE.matcher(behind).find()
                || !before.isEmpty() && !before.equals("快") && !behind.matches("^(假|的|工|课|班|书|饭|药|次|内|左右|就|才).*");
        return AGO.matcher(behind).find() || since ? -1 : 0;
    }

    private static @Nullable String moment(Matcher it, int sign, LocalDateTime now) {
        String unit = it.group("of").replace("个", "");
        boolean half = it.group("n").equals("半");
        boolean andHalf = it.group("half") != null || "半".equals(it.group("more"));
        int twice = half ? 1 : 2 * Numerals.number(it.group("n")) + (andHalf ? 1 : 0);
        return switch (unit) {
            case "刻钟" -> now.plusMinutes(sign * twice * 15L / 2).toString();
            case "分钟" -> now.plusMinutes(sign * twice / 2L).toString();
            case "小时", "钟", "钟头" -> now.plusMinutes(sign * twice * 30L).toString();
            default ->
                now.toLocalDate().plus(days(unit, twice).multipliedBy(sign)).toString();
        };
    }

    private static Period days(String unit, int twice) {
        return switch (unit) {
            case "天", "日" -> Period.ofDays(twice / 2);
            case "星期", "礼拜", "周" -> Period.ofDays(twice * 7 / 2);
            case "月" -> Period.of(0, twice / 2, twice % 2 * 15);
            default -> Period.ofMonths(twice * 6);
        };
    }
}
