package org.linli.dialogue.deciding;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Takes apart what is said of several buildings at once, "3栋和5栋的电梯都坏了", into the same of each. What is between
/// them, or between those who live there, is one thing.
final class Listed {

    private static final int LONGEST = 100;

    private static final String NUMBER = "(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3}|[A-Za-z])";
    private static final String NOUN = "(?>号楼|栋楼|栋|幢|座)";
    private static final String AND = "\\s*(?:、|和|跟|与|还有|以及)\\s*";
    private static final String ONE_THING =
            "\\s*(?:[0-9一二三四五六七八九十/-]|的?(?:之间|间|连[接廊]|对面|打|吵|中间|当中|中段|交界|交汇|拐角|夹|共用|合用|公用|相[邻连]|互|两家|俩|居民|邻居|业主|住户|人|一起|合|比|到))";

    private static final Pattern SEVERAL =
            Pattern.compile("(?<before>(?:(?!除了?|不是|不像|从|" + NUMBER + NOUN + ").){0,20}?)"
                    + "(?<![0-9A-Za-z])(?<list>" + NUMBER + NOUN + "?(?:" + AND + NUMBER + NOUN + "?)*" + AND + NUMBER
                    + "(?<noun>"
                    + NOUN + "))"
                    + "(?!" + ONE_THING + ")(?<rest>.+)");

    private static final Pattern EACH = Pattern.compile(NUMBER + "(?=" + NOUN + "|" + AND + ")");

    private Listed() {}

    /// The same of each building, or the words themselves.
    static List<String> of(String words) {
        var said = SEVERAL.matcher(words);
        return words.length() <= LONGEST && said.matches() ? each(said) : List.of(words);
    }

    private static List<String> each(Matcher said) {
        return numbers(said.group("list"))
                .map(it -> said.group("before") + it + said.group("noun") + said.group("rest"))
                .toList();
    }

    private static Stream<String> numbers(String list) {
        return EACH.matcher(list).results().map(it -> it.group()).distinct();
    }
}
