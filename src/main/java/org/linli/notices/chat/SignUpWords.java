package org.linli.notices.chat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What people write to come to an activity, or not to: pure. "报名", "我要报名 2人", "健步走算我一个", "取消报名".
///
/// @param rest what else was said, like the name of the activity
record SignUpWords(boolean leaves, int people, String rest) {

    static final int MOST = 20;

    private static final String DIGITS = "零一二三四五六七八九";
    private static final Pattern LEAVES = Pattern.compile(
            "(?:取消|退出|撤销|不)(?:掉|了)?(?:我的?)?报名|报名(?:取消|不要了|撤掉)|不报名了?|报了名.{0,6}(?:不去|去不了|想退)|不参加了|(?:活动|报名).{0,8}(?:不去了|去不了|去不成|来不了)");
    private static final Pattern JOINS = Pattern.compile(
            "(?:我|我家|我们家?|俺|阿拉)?(?:也)?(?:要|想|帮我|给我)?报(?:个)?名|报名参加|(?:算|加)(?:上)?我(?:一个|们?[一二两三四五六七八九0-9]个)|帮我报(?:个名)?");
    private static final String WHY = "(?:(?!.*(?:师傅|物业|电梯|[水电气]))[^，,。!！?？]{0,12}[，,\\s])?"
            + "(?:不好意思|那|算了|我们?|我家|家里|临时|突然|有事|有点事|生病了?|到时候?|可能|还是|又|就|也|[，,\\s])*";
    private static final String POLITE = "(?:[吧啊呀哦哈呗]|谢谢|麻烦了?|[，,\\s])*";
    private static final Pattern STAYS_AWAY = Pattern.compile(WHY
            + "(?:(?:不去|去不了|去不成|不来|来不了|来不成|不想去|不参加|参加不了|不报)了?" + POLITE + "(?:[，,。!！\\s][^?？]{0,16})?"
            + "|(?:请|麻烦)?(?:(?:帮我|给我|替我|把我|帮忙)?(?:取消|撤销|撤|退|划)(?:掉|了|一下)*|(?:别|不用)算(?:上)?我了?)" + POLITE + ")");
    private static final int LONGEST_ASIDE = 30;

    /// Asks about it, or tells of another's.
    private static final Pattern ASKS =
            Pattern.compile("怎么|哪里|哪儿|在哪|吗|么[?？]|[?？]|几点|截止|成功|什么时候|没有报名|收费|多少钱|需不需要|报名(?:网|表|费|处)|能不能|可不可以");
    private static final Pattern NOTHING =
            Pattern.compile("@邻里|@小邻|小邻|邻里|[\\s\\p{Punct}，。！？、：；～+]|谢谢|麻烦|请|吧|啊|呀|哈|了|的");
    private static final Pattern HOW_MANY = Pattern.compile(
            "(?:我们?|我家|我们家|俺|咱)?(?:总共|一共|共|就|是|要|来|去|有|改成?|算|写|填|报){0,5}(?:[0-9]{1,3}|[一二两三四五六七八九十]{1,3})\\s*(?:个|口)?\\s*(?:人|位|名额|大人)(?:去|来|参加)?[吧哈啊了。!！\\s]*");
    private static final Pattern PEOPLE = Pattern.compile(
            "([0-9]{1,3}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])\\s*(?:个|口)?\\s*(?:人|位|名额|名(?!字)|大人|张票|个$)");

    /// "两个人", "我们一共3位": how many come, said after signing up. Empty for all other words.
    static Optional<SignUpWords> howMany(String said) {
        return HOW_MANY.matcher(said.strip()).matches()
                ? Optional.of(new SignUpWords(false, people(said), ""))
                : Optional.empty();
    }

    /// "不去了", "有事来不了了", "帮我取消吧", said after signing up. Empty for all other words.
    static Optional<SignUpWords> staysAway(String said) {
        String words = said.strip();
        return words.length() <= LONGEST_ASIDE && STAYS_AWAY.matcher(words).matches()
                ? Optional.of(new SignUpWords(true, 0, ""))
                : Optional.empty();
    }

    /// Empty for all other words. In a group only where little else is said.
    static Optional<SignUpWords> in(String said, boolean group) {
        String words = said.strip();
        if (ASKS.matcher(words).find()) {
            return Optional.empty();
        }
        boolean leaves = LEAVES.matcher(words).find();
        if (!leaves && !JOINS.matcher(words).find()) {
            return Optional.empty();
        }
        String rest = rest(words);
        return rest.length() > (group ? 8 : 30)
                ? Optional.empty()
                : Optional.of(new SignUpWords(leaves, leaves ? 0 : people(words), rest));
    }

    private static String rest(String words) {
        String rest = words;
        for (var pattern : List.of(LEAVES, JOINS, PEOPLE, NOTHING)) {
            rest = pattern.matcher(rest).replaceAll("");
        }
        return rest;
    }

    private static int people(String words) {
        Matcher found = PEOPLE.matcher(words.replaceAll("[0-9一二三四五六七八九十]+(?:栋|幢|号|室|单元)", " "));
        return found.find() ? Math.clamp(number(found.group(1)), 1, MOST) : 1;
    }

    private static int number(String said) {
        if (said.matches("[0-9]+")) {
            return Integer.parseInt(said);
        }
        String plain = said.replace('两', '二');
        int ten = plain.indexOf('十');
        if (ten < 0) {
            return DIGITS.indexOf(plain.charAt(0));
        }
        int tens = ten == 0 ? 1 : DIGITS.indexOf(plain.charAt(0));
        int ones = ten == plain.length() - 1 ? 0 : DIGITS.indexOf(plain.charAt(ten + 1));
        return tens * 10 + ones;
    }
}
