package org.linli.dialogue.danger;

import java.util.regex.Pattern;
import org.linli.dialogue.phrases.Phrases;

/// What people say of those who are called to an emergency: "119来了", "物业还没到".
public final class HelpCame {

    private static final String THERE = "(?:进?来|进?到|赶到|在路上|进(?:小区|院|楼))";

    static final String SAID =
            "(?:120|119|110|999|急救(?:车|员|人员)?|救护(?:车|人员)|消防(?:车|员|队)?|警察|民警|警车|医生|保安|物业|网格员|维保|师傅|(?:供电|电力)(?:局|公司)|电工|(?:燃气|煤气|自来水)公司|抢修(?:队|车)?)(?:的?人|们)*"
                    + "(?:都|已经|也|终于|刚|现在|怎么|还)*+(?:没有?" + THERE + "[了啦呢啊]*|在路上[了啦呢啊]*|" + THERE + "[了啦][呢啊]*)";

    private static final Pattern CAME =
            Phrases.whole(SAID + "(?:[\\s,，。!！~]*(?:谢谢|多谢|谢了|辛苦|太好了)(?:你们?|您|大家|各位|了|啦)*)*");

    /// Of these neighbours speak whatever is broken.
    private static final Pattern MAY_MEND = Pattern.compile("物业|维保|师傅|[供电][电力]|电工|公司|抢修");

    private HelpCame() {}

    public static boolean isSaid(String words) {
        return words.length() <= Phrases.LONGEST_SET && CAME.matcher(words).matches();
    }

    /// Whether it may be said of an ordinary trouble as well.
    static boolean mayBeOfATrouble(String words) {
        return MAY_MEND.matcher(words).find();
    }

    /// Of what nobody told here it is no alarm that help is there.
    static boolean isThere(String words) {
        return isSaid(words) && !words.contains("没");
    }
}
