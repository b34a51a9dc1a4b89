package org.linli.understanding.entities;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts right what fingers and dictation make of places: 三东二单园, 叁栋, 6号搂, 3dong, 1O1室, 三杠二杠五零一, 楼栋:7.
///
/// Each repair needs a number beside the slip, because 东, 动 and 好 are mostly meant.
final class Misspelt {

    private static final String DIGIT = "[\\d零〇一二三四五六七八九十百]";
    private static final String FORMAL = "壹贰貳叁叄伍陆陸柒捌玖拾肆";
    private static final String NUMERALS = "0123456789零〇一二三四五六七八九十百" + FORMAL;
    private static final String PLAIN = "一二二三三五六六七八九十四";
    private static final Pattern FORMAL_NUMBER =
            Pattern.compile("[" + FORMAL + "零〇]{2,}|[" + FORMAL + "](?=栋|幢|号|座|单元|楼|层|门|室)");
    private static final String GOES_ON = "(?=" + DIGIT + "{1,3}[单丹门]|楼|" + DIGIT + "{3}|[,，。\\s]|没|停|漏|门口|的|有|电|$)";

    private static final String SEVERAL = "、,和及跟与到至-";

    private static final String A_SECOND = "(?=(?:(?:[、,]\\s?|[-到至和及跟与])\\d{1,2}){1,8}%1$s)";
    private static final String ANOTHER = "(?=(?:[、和及跟与到至]" + Numerals.CN + "{1,3}){1,8}%1$s)";

    /// The first of several, as in 3、4、5号楼; not of a list of points, and not 一到3号楼就….
    private static final String FIRST = "(?=" + DIGIT
            + ")(?<![\\dA-Z.:/#-]|[周期拜月一二三四五六七八九十百])(?!1[、.].*\\s2[、.]|一到[^,。]*[就便]|[五六八]一到)"
            + "(\\d{1,2}" + A_SECOND + "|" + Numerals.CN + "{1,3}" + ANOTHER + ")";

    /// @param needs of each of these each match has a character: without them there is no search
    private record Repair(List<String> needs, Pattern slip, String meant) {}

    /// Looking behind is dear: what a slip begins with comes first, then what stands before it.
    private static final List<Repair> REPAIRS = List.of(
            // what stands before its number, as in a form
            repair("栋号", "(?=[楼栋])(?<!\\d)(?:楼栋号?|栋号|楼号|楼栋)[:是为\\s]{0,2}(\\d{1,3}[A-Z]?)(?![\\d栋幢号#楼])", "$1栋"),
            repair("单", "单(?<!" + DIGIT + "单)元号?[:是为\\s]{0,2}(\\d{1,2})(?![\\d楼层栋幢])", "$1单元"),
            repair("号", "(?:房号|室号|房间号?|门牌号?|户号)[:是为\\s]{0,2}(\\d{3,4})(?!\\d)", " $1室"),
            // letters
            repair("D", "0123456789", "(?<=\\d)\\s?DONG(?![A-Z]*ING)", "栋"),
            repair("U", "(?<=\\d)\\s?HAO\\s?LOU", "号楼"),
            repair("U", "(?<=\\d)\\s?LOU", "楼"),
            repair("D", "(?<=\\d)\\s?(?:DAN\\s?YUAN|DY(?=[\\s\\d]))", "单元"),
            repair("O", "(?<=\\d)O(?=\\d)", "0"),
            // sounds
            repair("园员圆原源缘云但丹旦蛋圓", "(?<=" + DIGIT + "号?)[单丹但担旦蛋胆][元园员圆原源缘云圓]", "单元"),
            repair("单", "单(?<=[栋幢楼座#]" + DIGIT + "单)(?=\\d{3})", "单元"),
            repair("东冻洞懂咚董", "(?<=(?<!第)" + DIGIT + ")[东冻洞懂咚董]" + GOES_ON, "栋"),
            repair("动", "(?<=" + DIGIT + ")动(?=" + DIGIT + "{1,3}[单丹门]|楼|\\d{3})", "栋"),
            repair("撞庄桩装壮", "(?<=" + DIGIT + ")[撞庄桩装壮](?=" + DIGIT + "{1,3}(?:单|门|-)|楼|\\d{3})", "幢"),
            repair("搂娄喽褛偻", "(?<=" + DIGIT + ")[号好浩][搂娄喽褛偻]", "号楼"),
            repair("好浩", "(?<=" + DIGIT + ")[好浩]楼", "号楼"),
            // spaces inside a place
            repair(" ", "(?<=(?<!\\d{3})[\\dA-Z一二三四五六七八九十]) (?=栋|幢|号楼|单元|楼(?![上下道])|层|室)", ""),
            repair("家", "(?<=我家\\d{3,4}) (?=\\d{3,4}(?!\\d))", ","),
            // dashes
            repair("一-", "0123456789", "(?<=\\d)(?:一|-{2,})(?=\\d)", "-"),
            // of two numbers the first
            repair("到至-", "楼层", "(?<!" + DIGIT + ")(" + DIGIT + "{1,2})[到至-](?=" + DIGIT + "{1,2}[楼层](?!就))", "$1楼到"),
            repair(
                    "小天月星周年礼分",
                    "二两三四五六七八九",
                    "([一二两三四五六七八])(?<!" + DIGIT + "[一二两三四五六七八])[二两三四五六七八九](?=个?小时|天|个月|个?星期|周|年|个?礼拜|分钟)",
                    "$1"),
            repair(
                    "点",
                    "二两三四五六七八九十",
                    "(一(?=[二两])|[二两](?=三)|三(?=四)|四(?=五)|五(?=六)|六(?=七)|七(?=八)|八(?=九)|九(?=十))[二两三四五六七八九十](?=点)",
                    "$1"),
            repair(SEVERAL, "栋幢号", FIRST.formatted("(?:栋|幢|号楼)"), "$1栋"),
            repair(SEVERAL, "单", FIRST.formatted("(?<!-\\d{1,2})单元(?!\\s?\\d{3})"), "$1单元"),
            repair("、", "楼层", FIRST.formatted("(?<!-\\d{1,2})[楼层](?!就)"), "$1楼"),
            repair("B", "(?<![A-Z\\d])B([1-3])层", "负$1层"),
            repair("栋", "栋楼(?=" + DIGIT + "{1,2}单元)", "栋"));

    private static final Pattern SPOKEN_DASHES = Pattern.compile(
            "(" + DIGIT + "{1,3})杠(" + DIGIT + "{1,2})杠(" + DIGIT + "{3,4})|(" + DIGIT + "{1,3})杠(" + DIGIT + "{3,4})");
    private static final Pattern ELL = Pattern.compile("(?<![A-Za-z])l(?=\\d{1,2}\\s?(?:栋|幢|号楼|#|单元))");

    private Misspelt() {}

    /// Before letters lose their case: `l2栋` is 12栋.
    static String letters(String said) {
        return said.indexOf('l') < 0 ? said : ELL.matcher(said).replaceAll("1");
    }

    static String repaired(String said) {
        var characters = Characters.of(said);
        if (!characters.hasAny(NUMERALS)) {
            return said;
        }
        String text = characters.hasAny(FORMAL) ? FORMAL_NUMBER.matcher(said).replaceAll(Misspelt::plain) : said;
        text = text.indexOf('杠') < 0 ? text : SPOKEN_DASHES.matcher(text).replaceAll(Misspelt::dashed);
        for (Repair it : REPAIRS) {
            if (characters.hasAnyOfEach(it.needs())) {
                text = it.slip().matcher(text).replaceAll(it.meant());
                characters = Characters.of(text);
            }
        }
        return text;
    }

    private static String plain(MatchResult formal) {
        var plain = new StringBuilder();
        formal.group()
                .chars()
                .forEach(it -> plain.append(FORMAL.indexOf(it) < 0 ? (char) it : PLAIN.charAt(FORMAL.indexOf(it))));
        return Matcher.quoteReplacement(plain.toString());
    }

    private static String dashed(MatchResult spoken) {
        return spoken.group(1) == null
                ? Numerals.arabic(spoken.group(4)) + "-" + Numerals.arabic(spoken.group(5))
                : Numerals.arabic(spoken.group(1))
                        + "-"
                        + Numerals.arabic(spoken.group(2))
                        + "-"
                        + Numerals.arabic(spoken.group(3));
    }

    private static Repair repair(String needs, String slip, String meant) {
        return new Repair(List.of(needs), Pattern.compile(slip), meant);
    }

    private static Repair repair(String needs, String and, String slip, String meant) {
        return new Repair(List.of(needs, and), Pattern.compile(slip), meant);
    }
}
