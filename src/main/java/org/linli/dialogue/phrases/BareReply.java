package org.linli.dialogue.phrases;

import java.util.regex.Pattern;

/// A few words that mean something only as the answer to a question that was asked earlier: "4", "挺好的", "同意".
public final class BareReply {

    private static final int LONGEST = 16;

    private static final Pattern ANSWERS = Pattern.compile(
            "^[\\d一二三四五六七八九十两\\s,，、.。和分星号]+$"
                    + "|^(?:对|行|没错|没意见|不干|确认|就这样)[的了吧啊呗]*[。.!！]*$"
                    + "|满意|[没未不]?(?:修|弄|解决|处理|搞|清)?(?:好|完)了|没好|没修|修好|没解决|没处理|没弄|还是|解决|差评|好评|点赞|👍|👎|给力|不行|可以|同意|反对|支持|弃权|确认|是的|不是|不对");

    private static final String HOW = "(?:还是|还算|还|都|已经|现在|总算|终于|非常|比较|特别|十分|超级?|相当|很|挺|蛮|太|不太|太不|不|又|根本)*";

    /// Praise and blame that are found in reports too, so that nothing else may be said with them: "垃圾" is a verdict,
    /// "垃圾没人收" is none.
    private static final String WORTH =
            "(?:好|不错|棒|完美|搞定|一般般?|凑合|还行|行|马马虎虎|勉强|中评|五星|满分|失望|敷衍|较差|差|马虎|糟糕|垃圾|怎么样|没有?给?(?:修|换|通|搞|弄|做|处理|解决)(?:好|完|掉|干净)?|没有?(?:做|搞)|没用|老样子|那样|坏|漏|堵|不亮|不能用|[★⭐🌟]{1,5}|👌)";

    private static final String WHAT = "(?:修|弄|处理|解决|换|办|搞|做|这次|师傅|服务|态度|速度|效果|维修|整体|感觉|质量|你们|人家|得|的|都|，|,|\\s)*";

    private static final String THANKS = "(?:[\\s,，。!！~]*(?:多?谢谢?|辛苦)(?:你们?|您|大家|师傅|了|啦)*)*";

    private static final Pattern VERDICT = Phrases.whole(WHAT + HOW + WORTH + Phrases.PARTICLE + THANKS);

    /// "好的" is what people say to anything that they are told.
    private static final Pattern NOD = Phrases.whole("(?:好+" + Phrases.PARTICLE + ")+" + THANKS);

    private static final String PLAINLY = "(?:还是|还算|还|都|已经|现在|总算|终于|非常|比较|特别|十分|很|挺|不太|太不|不)*";

    /// "修好了，谢谢，很满意": that it was done is told to neighbours as well, only that one is content is told to us.
    private static final String CONTENT =
            "(?:" + PLAINLY + "(?:修好|解决|处理好|弄好)了)?" + THANKS + "[\\s,，。!！~]*" + PLAINLY + "满意了?" + THANKS + "[。!！]*";

    private static final Pattern PLAIN_VERDICT =
            Phrases.whole("(?:我?(?:给|打|评))?[1-5一二两三四五]\\s*个?(?:分|颗?星)(?:[\\s,，。!！]+.*|(?:" + PLAINLY
                    + "(?:满意|一般|好))?)|" + CONTENT + "|(?:给个?)?[好差]评|" + PLAINLY
                    + "(?:没有?|未)(?:给?(?:修|解决|处理|弄)(?:好|完)?)|" + PLAINLY + "(?:修好|解决|处理好|弄好)了|同意|反对|弃权"
                    + Phrases.PARTICLE);

    private BareReply() {}

    /// Whether it may be the answer to a question that a skill asked earlier.
    public static boolean mayBe(String words) {
        return words.length() <= LONGEST
                && (ANSWERS.matcher(words).find() || isVerdict(words) || isPlainVerdict(words));
    }

    private static boolean isVerdict(String words) {
        return VERDICT.matcher(words).matches() && !NOD.matcher(words).matches();
    }

    /// Whether the whole message can hardly be anything but the answer to a question of ours: "5分", "还是没解决".
    public static boolean isPlainVerdict(String words) {
        return words.length() <= LONGEST && PLAIN_VERDICT.matcher(words).matches();
    }
}
