package org.linli.polls.ballots;

import static java.util.regex.Pattern.compile;

import java.util.ArrayList;
import java.util.regex.Pattern;

/// Reads who gets how many points: `3号给5分，4号2分`, `3号和5号各给2分`.
final class ReadPoints {

    private static final String NOUN = "\\s*(?:号|个|项|#|＃)?(?:项目|方案)?\\s*";
    private static final Pattern GIVEN = compile("(?:第)?(" + Numerals.ONE + ")" + NOUN
            + "(?:(?:给|打|得|投|改成|改为|[:：=])?\\s*(" + Numerals.ONE + ")\\s*(?:分|点|票)|(?:给|打)\\s*(" + Numerals.ONE
            + ")(?=$|[\\s,，、;；。]))");

    /// Each space can be matched in one way only, so that nobody's words take long to read.
    private static final String NAMED = "第?" + Numerals.ONE + "(?:号|个|项)?(?:项目|方案)?";

    private static final Pattern EACH = compile("(" + NAMED + "(?:(?: ?[、,和] ?| )" + NAMED
            + "){1,60}) ?(?:各|都|每个|均) ?(?:给|打|投)? ?(" + Numerals.ONE + ") ?(?:分|点|票)");
    private static final Pattern NUMBER = compile(Numerals.ONE);

    private ReadPoints() {}

    /// Without marks where nothing gets any.
    static Marks of(String said) {
        String words = said.replaceAll("\\s+", " ");
        var all = new ArrayList<Mark>();
        EACH.matcher(words)
                .results()
                .forEach(each -> NUMBER.matcher(each.group(1))
                        .results()
                        .map(it -> new Mark(Numerals.number(it.group()), Numerals.number(each.group(2))))
                        .forEach(all::add));
        GIVEN.matcher(EACH.matcher(words).replaceAll(" "))
                .results()
                .map(it -> new Mark(
                        Numerals.number(it.group(1)), Numerals.number(it.group(2) == null ? it.group(3) : it.group(2))))
                .forEach(all::add);
        return new Marks(all);
    }
}
