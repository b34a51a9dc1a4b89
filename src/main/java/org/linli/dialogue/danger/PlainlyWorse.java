package org.linli.dialogue.danger;

import java.util.regex.Pattern;
import org.linli.dialogue.phrases.Phrases;

/// What people say when danger grows who alarmed nobody and speak of anything in the same hour: "3栋的火更大了",
/// "越来越浓了 快来人". The danger has a name, or nothing else is said; "越长越像他爸" is of a child and "天越来越热了" of the weather.
final class PlainlyWorse {

    private static final int LONGEST = 40;

    private static final Pattern CLAUSES = Pattern.compile("[\\s,，。.!！?？;；、…~～]+");

    private static final String WHERE =
            "(?:[0-9A-Za-z一二三四五六七八九十]{1,3}(?:号楼|栋|幢|座|单元|楼|层)|楼[上下道]|隔壁|对面|屋里|外[面头]|里[面头])?的?";

    /// Nothing of everyday life that grows is called so.
    private static final String DANGER = "(?:火势?|火苗|火焰|明火|[浓黑]?烟|煤气味?|燃气味?|天然气味?|[焦糊]味|呼吸|心跳|血)";

    private static final String WHAT = "(?:" + DANGER + "|水[位势]?|积水|味道?儿?|气味|裂缝|情况|病情|势头|声音|[哭喊叫]声|门"
            + "|(?:里面的?|被困的)?(?:人|老人|孩子|小孩|娃|大爷|大妈|奶奶|爷爷|[他她它我])们?)";

    private static final String SO = "(?:这|那|现在|好像|感觉|怎么|看着|已经|都|也|还|又|快|要|实在|真的?|根本)*";

    /// What is dearer, hotter or dearer to somebody is not more dangerous.
    private static final String DEGREE = "(?:[大浓重旺凶黑高深多急响烫疼痛喘紫青呛差]|猛烈?|严重|厉害|呛人|难受|危险|糟糕?|虚弱)";

    private static final String GROWS = "(?:越来越|越[^，。,!！?？\\s]{1,3}越|更加?|还要|又(?:开始)?)" + DEGREE;

    private static final String HAPPENS = "(?:" + GROWS + "|" + GettingWorse.FADES + "|" + GettingWorse.ONCE_MORE + "|"
            + GettingWorse.NOT_TO_BE_DONE + "|(?:" + GettingWorse.NEAR_THE_END + ")[^，。,!！?？\\s]{0,6})[了啊呀呢啦的嘛]*";

    private static final Pattern NAMED = Pattern.compile(WHERE + DANGER + SO + HAPPENS
            + "|.*\\b(?:fire|smoke|flames?|smell|gas|water|it|he|she)\\b.{0,16}(?:" + GettingWorse.ENGLISH + ").*");

    private static final Pattern BARE = Pattern.compile(WHERE + WHAT + "?" + SO + HAPPENS);

    private static final Pattern CALLS = Phrases.whole("(?:快点?|赶紧|救命|救人|快?来人|怎么办|天[啊哪呐]|妈呀|报警)[了啊呀呢啦的嘛]*");

    private PlainlyWorse() {}

    static boolean isSaid(String words) {
        return words.length() <= LONGEST
                && GettingWorse.isSaid(words)
                && (NAMED.matcher(words).matches()
                        || CLAUSES.splitAsStream(words)
                                .anyMatch(it -> NAMED.matcher(it).matches())
                        || CLAUSES.splitAsStream(words).allMatch(PlainlyWorse::isNothingElse));
    }

    /// Whether nothing else is said with it, which may be a cry of its own: "厨房着火了 烟越来越大".
    static boolean isAll(String words) {
        return isSaid(words)
                && CLAUSES.splitAsStream(words).allMatch(it -> NAMED.matcher(it).matches() || isNothingElse(it));
    }

    private static boolean isNothingElse(String clause) {
        return BARE.matcher(clause).matches()
                || CALLS.matcher(clause).matches()
                || HelpCame.isSaid(clause)
                || StillWaiting.isSaid(clause);
    }
}
