package org.linli.understanding.entities;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The ways to name a day: 后天, 下周三, 6月10号, 月底, 两天前, 三天了.
final class FindDays {

    private interface Rule {
        @Nullable
        LocalDate day(MatchResult said, LocalDate today, boolean past);
    }

    /// @param needs of each of these each match has a character: without them there is no search
    private record Way(List<String> needs, Pattern pattern, Rule rule) {

        boolean isDayOfMonth() {
            return pattern.pattern().equals(DAY_OF_MONTH);
        }
    }

    private static final String N = "(\\d{1,2}|" + Numerals.CN + "{1,3})";
    private static final String WEEK = "(上上|上|这|本|下下|下)?个?(?:周|星期|礼拜)";

    private static final Pattern VOTE = Pattern.compile("[投票]|候选|选手|项目");

    /// 3号 is also a building, a gate, a candidate: a day only where the words behind it speak of time.
    private static final String DAY_OF_MONTH =
            "(?<![\\d.\\-投选给第票持到在住成是甲乙丙丁])(\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[号日]"
                    + "(?=[,，。!！?？\\s]*$|[,，。]|晚|早|上午|下午|中午|凌晨|[之以]?前|[之以]后|那天|当天|就|开始|起|到|至|停|来|去|能|可以|会|要|有|交|是|\\d{1,2}[点:]|[一二三四五六七八九十]+点"
                    + "|上门|报[的修过]|约|以前|搬|来人|的?(?:活动|会|讲座|通知|票|课|时候))";

    private static final String FESTIVAL =
            "(去年|今年|明年)?的?(元旦|国庆|春节|除夕|元宵|清明(?=节|假|前|后|那|扫|放|期间|$)|端午|七夕|中元|中秋|重阳|腊八|妇女节|劳动节|青年节|儿童节|建军节|教师节|双十一|平安夜|圣诞"
                    + "|(?<![双月\\d零一二三四五六七八九十])(?:五一|六一|七一|八一|十一)(?=节|假|期间|前|那|当天|放|长假|开始|儿童|活动|黄金|党|建|慰问|后|的时候))";

    /// In order: what an earlier one has taken is gone for the later ones.
    private static final List<Way> RULES = List.of(
            way("2", "(?<!\\d)(20\\d\\d)(?:年|[-/.])" + N + "(?:月|[-/.])" + N + "[日号]?(?!\\d)", Days::full),
            counted("月", "(上个?|这个?|本|下个?|明年|去年|今年)月?" + N + "月份?" + N + "[日号]", Days::ofYear),
            counted("月", "(去年|今年|明年)的?" + N + "月(?:份)?(初|中旬|底|末)?(?![\\d个])", Days::monthOfYear),
            counted("月", "(?<![\\d.])" + N + "月份?的?" + N + "(?:[日号](?!楼|院)|(?![\\d.个]))", Days::ofMonth),
            counted("./", "(?<![\\d.\\-/:#栋号])(1[0-2]|0?[1-9])[./](3[01]|[12]\\d|0?[1-9])[号日](?!楼)", Days::ofMonth),
            counted("./", "(?<![\\d.\\-/:#栋号])(1[0-2]|0?[1-9])/(3[01]|[12]\\d)(?![\\d/\\-])", Days::ofMonth),
            counted("月", "(上个?|这个?|本|当|下个?)月份?的?" + N + "[日号](?!楼|院)", Days::ofThisMonth),
            way(
                    "月年",
                    "(上个?|这个?|本|当|下个?)?(?<![\\d一二三四五六七八九十])月(初|中旬?|底|末)|(?<![\\d一二三四五六七八九十半])(年)(底|末)",
                    Days::partOfMonth),
            counted("月", "(?<![\\d.])" + N + "月(?:份)?(初|中旬|底|末)?(?![\\d个])", Days::month),
            way("前后昨今明", "(大前|大后|(?<![点时天日月年号周末期之以节停事课])[前后]|昨|今|明)(?:[天日儿晚夜早](?![天])个?|上午|下午|中午|晚)", Days::relative),
            way("周期拜", "(?<![一二两三四五六七八九十\\d])" + WEEK + "([一二三四五六日天末1-6])(?![个次天周]|年)", Days::weekday),
            way("周期拜", "(上上|上|这|本|下下|下)个?(?:周|星期|礼拜)(?![围边])", Days::week),
            way("周", "(?<!等)(?<![上下这本])周末", Days::thisWeekend),
            way("月", "(上|下)个?月(?![\\d一二三四五六七八九十])", Days::nextMonth),
            new Way(List.of("元国春除清端七中重腊妇劳青儿建教双平圣五六八十", "旦庆节宵夕明午元秋阳八一夜诞"), Pattern.compile(FESTIVAL), Days::festival),
            counted("号日", DAY_OF_MONTH, Days::dayOfMonth));

    private FindDays() {}

    /// In the order of the text.
    static List<DayMention> in(String text, Characters characters, LocalDate today) {
        var free = new StringBuilder(text);
        var found = new ArrayList<DayMention>();
        for (Way way : RULES) {
            if (!characters.hasAnyOfEach(way.needs())
                    || way.isDayOfMonth() && VOTE.matcher(text).find()) {
                continue;
            }
            way.pattern().matcher(text).results().forEach(said -> {
                var at = new Mention(said.start(), said.end());
                if (free.substring(said.start(), said.end()).indexOf('\u0001') < 0) {
                    var day = day(way.rule(), said, today, Tense.past(at, text));
                    if (day != null) {
                        found.add(new DayMention(day, at));
                        free.replace(said.start(), said.end(), "\u0001".repeat(said.end() - said.start()));
                    }
                }
            });
        }
        found.sort(Comparator.comparingInt(it -> it.at().start()));
        return found;
    }

    private static Way way(String needs, String pattern, Rule rule) {
        return new Way(List.of(needs), Pattern.compile(pattern), rule);
    }

    private static Way counted(String needs, String pattern, Rule rule) {
        return new Way(List.of(needs, Numerals.ALL), Pattern.compile(pattern), rule);
    }

    private static @Nullable LocalDate day(Rule rule, MatchResult said, LocalDate today, boolean past) {
        try {
            return rule.day(said, today, past);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
