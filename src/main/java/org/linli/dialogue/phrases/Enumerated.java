package org.linli.dialogue.phrases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes apart what people number themselves, on lines of their own or on one: "1、3栋电梯坏了 2、5栋门口垃圾没人收",
/// "第一…第二…". Only numbers that go up from one are such a list, and only where each item says more than a place:
/// "3栋2单元1、2号电梯" is none.
public final class Enumerated {

    private static final String DIGITS = "0一二三四五六七八九";
    private static final String CIRCLED = "①②③④⑤⑥⑦⑧⑨";
    private static final Map<String, Integer> IN_WORDS = Map.of("首先", 1, "其次", 2, "再次", 3, "最后", 3);

    private static final String ONE = "[1-9一二三四五六七八九]";
    private static final String SOME = "[0-9一二三四五六七八九十]";

    /// What stands after a number that counts buildings, floors or things, "第一单元", and no item of a list.
    private static final String COUNTED = "[单栋幢座号层楼排期次天年批名季届部台盏户家口道根辆周步类种组间扇张节段级代中医小时批]";

    /// "1.5米" has no item in it, "1.5栋" has the fifth building.
    private static final String NO_DECIMAL = "(?!\\s*[0-9]+(?![0-9]*\\s*(?:号楼|栋|幢|座|单元|楼)))";

    private static final Pattern MARK = Pattern.compile("[（(](?<bracket>" + ONE + ")[)）][、.．]?"
            + "|(?<circled>[①②③④⑤⑥⑦⑧⑨])[、.．]?"
            + "|(?<![0-9A-Za-z一二三四五六七八九十和跟与及第、.．-])(?<number>" + ONE + ")(?:[、)）](?!" + SOME
            + "{1,3}[、.．)）])|[.．]" + NO_DECIMAL + ")"
            + "|(?<=^|[\\s\\p{P}])(?<listed>" + ONE + ")[:：,，](?!\\s*[0-9])"
            + "|第(?<ordinal>[一二三四五六七八九])(?:[个点件条]?(?:事情?儿?|问题)?(?:[,，、:：\\s]+|就?是)|[个点件条](?!单)|(?="
            + SOME + "{1,3}(?:号楼|栋|幢|座|单元|号))|(?!" + SOME + "|" + COUNTED + "|[个点件条]))"
            + "|(?<=^|[\\s\\p{P}了])(?:(?<word>首先|其次|再次|最后)[,，、:：]?|(?<plain>[一二三四五六七八九])(?:是|来))");

    private static final List<String> NUMBERS = List.of("bracket", "number", "listed", "ordinal", "plain");

    private static final int LEAST = 2;

    private Enumerated() {}

    /// The items without their numbers, the first with what stands before it; or the words themselves.
    public static List<String> of(String words) {
        var starts = new ArrayList<Integer>();
        var ends = new ArrayList<Integer>();
        var mark = MARK.matcher(words);
        while (mark.find()) {
            if (number(mark) == starts.size() + 1) {
                starts.add(mark.start());
                ends.add(mark.end());
            }
        }
        var items = items(words, starts, ends);
        return items.size() > 1 && items.stream().allMatch(Enumerated::saysSomething) ? items : List.of(words);
    }

    private static List<String> items(String words, List<Integer> starts, List<Integer> ends) {
        var items = new ArrayList<String>();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : words.length();
            String before = i == 0 ? words.substring(0, starts.getFirst()) : "";
            items.add(before + words.substring(ends.get(i), end));
        }
        return items;
    }

    private static boolean saysSomething(String item) {
        return BarePlace.without(item).length() >= LEAST;
    }

    private static int number(Matcher mark) {
        for (String group : NUMBERS) {
            if (mark.group(group) != null) {
                char digit = mark.group(group).charAt(0);
                return Character.isDigit(digit) ? digit - '0' : DIGITS.indexOf(digit);
            }
        }
        return mark.group("circled") == null
                ? IN_WORDS.getOrDefault(mark.group("word"), 0)
                : CIRCLED.indexOf(mark.group("circled")) + 1;
    }
}
