package org.linli.dialogue.danger;

import java.util.regex.Pattern;

/// What people say within an emergency when it gets worse, or out of hand: "火更大了", "灭不了", "越来越疼", "她快不行了".
/// By how it is said, comparisons and what is not to be done any more, not by what is worse: only after an alarm it
/// means that.
final class GettingWorse {

    /// Longer ones tell a story, of which staff reads all.
    private static final int LONGEST = 40;

    /// More of this is less danger: "火越来越小了".
    private static final String BETTER = "(?!小|淡|少|轻|弱|好|稳|清醒|安全|平静|松|没事)";

    private static final String MORE = "(?:越来越|越[^，。,!！?？\\s]{1,3}越)" + BETTER + "|(?<!好)(?:更|还要)(?![新换改正])(?:加)?+"
            + BETTER + "[^，。,!！?？\\s不没]{1,4}了";

    /// Except of this.
    static final String FADES = "(?:呼吸|心跳|脉搏|气息)[^，。,!！?？\\s]{0,3}(?:越来越|更)(?:加)?[弱轻小少慢浅]";

    static final String ONCE_MORE = "又(?:开始)?(?:大|高|重|浓|烧|漏|流|晕|昏|吐(?!槽)|抽(?![奖中])"
            + "|打(?:起|人|架|孩子|[他她我])|冲(?![浪动])|爆(?![仓笑满])|塌|冒(?!泡))[^，。,!！?？\\s]{0,3}了";
    static final String NOT_TO_BE_DONE =
            "(?:灭|扑|救|控制|止|压|堵|顶|撑|坚持|忍|按|拦|劝|逃|出|喘|站|叫|喊|拉|推|关)不" + "(?:了|住|下来?|出[来去]|动|掉|灭|醒|上来|起来|开)";
    static final String NEAR_THE_END =
            "(?<!(?:吓|笑|怕|急|气|累|困|慌|热|吵)得[我人]?快?)(?:不行了|(?<!不)(?:快|要)(?:死|断气|没气|没命|塌|炸|爆|昏|晕|淹))"
                    + "|(?<!没|没有|没再|不会|不会再|别)(?:蔓延|恶化|加重|失控|(?:烧|漫|淹|扩散|蹿|窜)到)|没(?:反应|呼吸|气|意识)了";

    static final String ENGLISH = "(?:getting|much|even) (?:worse|bigger)|spreading|out of control";

    private static final Pattern WORSE = Pattern.compile(
            MORE + "|" + FADES + "|" + ONCE_MORE + "|" + NOT_TO_BE_DONE + "|" + NEAR_THE_END + "|" + ENGLISH);

    private GettingWorse() {}

    static boolean isSaid(String words) {
        return words.length() <= LONGEST && WORSE.matcher(words).find();
    }
}
