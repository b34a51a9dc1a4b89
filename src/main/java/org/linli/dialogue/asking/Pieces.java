package org.linli.dialogue.asking;

import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.dialogue.phrases.Phrases;
import org.linli.dialogue.talk.Gathered;
import org.linli.understanding.Intent;
import org.linli.understanding.Understanding;

/// One thought in several messages: "楼道灯" / "不亮了" / "好几天了", or a picture and "这个坏了".
final class Pieces {

    private static final int LONGEST = 40;

    private static final String HOW = "(?:这|那|它|里面|这里|那里|个|边|都|又|也|全|一直|天天|每天|经常|老是|总是|还是|还|就|突然|已经|完全|是)*";
    private static final String WRONG =
            "(?:坏|掉|断|裂|碎|破|漏|滴|堵|停|倒|塌|松|歪|卡|响|黑|臭|吵|脏|烂|锈|灭|死机|不亮|不动|不走|不转|不通|不响|不关|不开|打不开|关不上|没电|没水|没气|没人管|没人修|没人收|没反应|用不了|失灵|出问题)";
    private static final String LONG =
            "(?:有|快|都|已经|大概|差不多)*(?:好几|好多|几|半|[0-9一二两三四五六七八九十]+)个?多?(?:天|小时|周|星期|礼拜|月|年|个?晚上|分钟)";
    private static final String PARTICLE = "(?:了|啦|的|呢|啊|呀|哦|吧|着|得很|死了|很久|好久)*";

    private static final Pattern IS_WRONG = Phrases.whole(HOW + WRONG + PARTICLE);
    private static final Pattern GOES_ON = Phrases.whole("(?:" + HOW + WRONG + "|" + LONG + ")" + PARTICLE);

    private Pieces() {}

    /// Whether it only goes on with what was told before.
    static boolean goOn(String words) {
        return words.length() <= LONGEST && GOES_ON.matcher(words).matches();
    }

    /// What a picture shows, of which only that it is broken is said: the likeliest matter. Empty where less is said.
    static Optional<Intent> shown(Gathered gathered, String words, Understanding meant) {
        boolean isWrong = !gathered.pictures().isEmpty()
                && words.length() <= LONGEST
                && IS_WRONG.matcher(words).matches();
        return isWrong
                ? meant.ranking().stream()
                        .map(it -> it.intent())
                        .filter(it -> it.opensCase() && !it.equals(Intent.EMERGENCY))
                        .findFirst()
                : Optional.empty();
    }
}
