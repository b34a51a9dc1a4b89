package org.linli.dialogue.phrases;

import java.util.regex.Pattern;

/// Words that say where, and not what.
public final class BarePlace {

    private static final String NOUN = "(?:号楼|栋楼|栋|幢|座|单元|门(?!口)|梯|室|号|楼(?![上下])|层|户|#)";

    /// At most one letter beside a number: "SOS 3栋" says more than where, and so does "120 3栋".
    private static final String NUMBER = "(?<![0-9A-Za-z])(?!(?:110|119|120)(?![0-9A-Za-z])(?!\\s*" + NOUN
            + "))(?:[0-9]+[A-Za-z]?[0-9]*|[A-Za-z][0-9]*)(?![0-9A-Za-z])";

    private static final Pattern PLACE_WORDS = Pattern.compile("(?:" + NUMBER + "|[甲乙丙丁一二三四五六七八九十零]+)\\s*" + NOUN + "?"
            + "|(?:就是|就在|是在|我们|我家|那个|这个|那边|这边|门口|旁边|附近|楼上|楼下|对面|隔壁|应该|不对|不是|在|是|的|啊|呢|吧|呀|里|这|哦|嗯|了|住)|[\\p{P}\\s]");
    private static final Pattern NUMBERED_PLACE =
            Pattern.compile("(?:[0-9]{1,4}[A-Za-z]?|[A-Za-z]|[甲乙丙丁一二三四五六七八九十零]{1,4})\\s*(?:号楼|栋|幢|座|单元|室|号|楼|层|户|#)");

    private BarePlace() {}

    /// "3栋502", "我在1栋 2栋": nothing but where.
    public static boolean isAll(String words) {
        return NUMBERED_PLACE.matcher(words).find() && without(words).matches("我?");
    }

    /// What is said besides where.
    public static String without(String words) {
        return PLACE_WORDS.matcher(words).replaceAll("");
    }
}
