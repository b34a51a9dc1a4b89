package org.linli.understanding;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds names of people that somebody speaks of and whom no register knows, to be hidden: 我婆婆李桂芳, 找王秀英.
///
/// A Chinese name is not told from words by its form alone. What counts is a family's name followed by characters that
/// are given to people: two of them anywhere, one of them behind a word for somebody. Rarer names stay.
public final class NamesOfOthers {

    private static final String GIVEN =
            "[英兰芳秀玉桂珍华国建军丽娟霞梅凤萍淑琴强伟杰涛磊超勇刚峰鹏辉斌鑫洋静敏燕艳玲婷倩颖琳蓉莲菊翠瑞志德福祥学晓欣怡佳嘉浩宇轩梓涵红云春荣俊明美娜娥贵宝庆东平文小雪]";

    private static final String FAMILY = "(?:欧阳|上官|司马|诸葛|东方|尉迟|[" + PersonNames.families() + "])";

    /// Who is named right behind.
    private static final String SOMEBODY = "(?<=(?:婆婆|公公|妈|爸|母亲|父亲|老公|老婆|爱人|丈夫|妻子|儿子|女儿|孙子|孙女|奶奶|爷爷|外婆|外公"
            + "|姥姥|姥爷|岳母|岳父|哥|姐|弟|妹|邻居|房东|租客|户主|业主|住户|老人|同学|大爷|大妈|阿姨|叔叔|找|联系|转告|姓名|名叫|叫做)"
            + "[是叫:：\\s]{0,2})";

    private static final Pattern NAME = Pattern.compile(FAMILY + GIVEN + "{2}|" + SOMEBODY + FAMILY
            + "(?:%1$s\\p{IsHan}|\\p{IsHan}%1$s|%1$s(?!\\p{IsHan}))".formatted(GIVEN));

    private NamesOfOthers() {}

    /// As they are written; empty where there are none.
    public static Set<String> in(String said) {
        var names = new LinkedHashSet<String>();
        NAME.matcher(said).results().forEach(it -> names.add(it.group()));
        return names;
    }
}
