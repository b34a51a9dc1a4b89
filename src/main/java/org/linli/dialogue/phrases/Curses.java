package org.linli.dialogue.phrases;

import java.util.regex.Pattern;

/// Hears swearing, in which nothing is told yet: "操你妈的破物业", "你们社区干啥吃的". Whoever is so angry has a reason, which is
/// asked for.
public final class Curses {

    private static final int LONGEST = 60;

    private static final String SWEAR =
            "(?:[操草艹日肏干靠][你尼泥他它][妈马码玛吗娘爹大爷奶的]*|[你他]妈+[的了逼比B]*|[他她它]?[妈马]的|妈[逼比]|尼玛|卧槽|我[操草靠]|[傻煞沙二][逼比B叉缺屌]|sb|脑残|混蛋|王八蛋|狗[屁屎日]+的?|去死|吃屎"
                    + "|滚(?:蛋|开|犊子|粗)?|废物|干(?:什么|啥|嘛)吃的?|吃(?:干|白|闲)饭的?|fuck(?:ing)?(?: you| off)?|shit|bullshit)";
    private static final String SCORNED =
            "(?:(?:什么|啥|真是|真|一群|一帮|这群|这帮|就是|你们|这|你|个|的)*(?:垃圾|破|烂|狗|屎一样|臭)+的?(?:物业|社区|居委会?|街道|政府|机器人|客服|公司|东西|玩意儿?|小区|平台|系统|管家))";
    private static final String WHOM =
            "(?:物业|社区|居委会?|街道|机器人|客服|公司|东西|玩意儿?|小区|你们|你|这|那|个|一群|一帮|都是|是|什么|真的?|的|了|吗|吧|啊|呀|死|全|就|[\\s,，。.!！?？~～…]|\\p{So})";

    private static final Pattern ANY = Pattern.compile(SWEAR + "|" + SCORNED, Pattern.CASE_INSENSITIVE);
    private static final Pattern NOTHING_ELSE = Pattern.compile(
            "(?:(?!" + SCORNED + ")" + WHOM + ")*+(?:(?:" + SCORNED + "|" + SWEAR + ")(?:(?!" + SCORNED + ")" + WHOM
                    + ")*+)+",
            Pattern.CASE_INSENSITIVE);

    private Curses() {}

    public static boolean areIn(String words) {
        return ANY.matcher(words.substring(0, Math.min(words.length(), LONGEST)))
                .find();
    }

    /// Whether nothing is left once the swearing, and whom it is for, is taken out.
    public static boolean areAll(String words) {
        return words.length() <= LONGEST && NOTHING_ELSE.matcher(words).matches();
    }
}
