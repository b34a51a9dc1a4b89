package org.linli.dialogue.phrases;

import java.util.regex.Pattern;

/// What neighbours tell each other when nobody comes for a child or to a game: "放学没人接孩子", "没人来打球吗". That
/// nobody comes to mend or to save something is said in other words.
public final class NobodyComes {

    private static final Pattern SAID = Phrases.whole("(?:今天|今晚|放学|怎么|又|还|都|也|一直|现在)*+没有?人(?:过?来|去)?"
            + "(?:[接领陪带](?:我?家?(?:的|里)?(?:孩子|小孩|宝宝|老人|娃|[我他她])们?)?|[拿取](?:快递|菜|货|东西|外卖)|打[球牌]|打麻将|下棋|跳舞|跑步|吃饭|喝酒|遛[狗弯])"
            + Phrases.PARTICLE);

    private NobodyComes() {}

    public static boolean isSaid(String words) {
        return words.length() <= Phrases.LONGEST_SET && SAID.matcher(words).matches();
    }
}
