package org.linli.dialogue.danger;

import java.util.regex.Pattern;
import org.linli.dialogue.phrases.Phrases;

/// What people say when an alarm is over, or was none: "人救出来了，没事", "刚才是误报", "没着火，是烧烤", "false alarm".
/// Only after an alarm it means that; every clause has to be of the kind, so that "灭火器找到了在哪用" is none.
public final class DangerOver {

    /// Longer ones say more; and repeats within repeats take the stack of whoever reads them.
    private static final int LONGEST = 60;

    private static final Pattern CLAUSES = Pattern.compile("[\\s,，。.!！;；、…~～]+");

    private static final String WHO =
            "(?:好了|谢谢|刚刚?才?|才|现在|已经|终于|总算|原来|应该|全都?|孩子|小孩|娃|老人|人|我们?|他们?|她们?|火|煤气|都|自己|被|那个?|这个?|前面|发的|说的|警报|是|就)*";

    private static final String OVER =
            "(?:找(?:到|着|回来)|回(?:来|家)|(?:救|放|爬|走)?出来|获救|得救|脱险|解除(?:警报|险情)?|(?:扑|救)?灭|醒|醒过来|缓过来|送医院|关好"
                    + "|没事|没大事|不要紧|没什么(?:事|大事)|不用(?:来|报警|救|管|担心)|别来)";

    private static final String NONE =
            "(?:虚惊一场|误会|误报|误触|误按|(?:看|搞|弄|听|闻|报|按|发)错(?:群|人)?|假(?:的|警报?|消息)|乱(?:发|按)|(?:开|闹着)?玩笑?"
                    + "|没(?:有)?(?:真的?)?(?:着火|起火|冒烟|漏气|困人|出事|人被困|被困)|不是(?:真的?)?(?:着火|起火|火灾|火|煤气|燃气|漏气|真的?))";

    private static final String HARMLESS = "(?:(?:是|原来是|就是|只是)?(?:有人|人家|隔壁|楼上|楼下|邻居|小孩|孩子|对门|他们?|我)?(?:家|在)*"
            + "(?:做饭|炒菜|烧烤|烤肉|烧香|蚊香|蒸汽|水汽|起雾|雾|演习|消防演习|演练|装修|灰尘?|油烟|晒被子|乱发|乱按|按着玩|误碰)的?(?:烟|味道?|声音?|灰)?)";

    private static final String POLITE =
            "(?:谢谢|多谢|谢了|辛苦|没事|人没事|虚惊一场|麻烦|不好意思|打扰|抱歉|对不起|(?:大家|各位|你们?)?都?放心|吓死我|吓(?:我|一)跳)(?:你们?|您|大家|各位|了|啦|一|跳)*";

    private static final String ENGLISH =
            "(?:(?:sorry|thanks|thank you|it'?s|it was|just|only|a|my|everything|we are|is)[\\s,.!]+)*"
                    + "(?:false alarm|mistake|ok(?:ay)? now|fine now|all good|safe now|never ?mind)(?:[\\s,.!]+(?:sorry|thanks|thank you|everyone|all|now))*";

    private static final String PARTICLE = "(?:了|啦|哈|吧|的|啊|哦|呀|嘛)*";

    private static final String SO = "(?:" + WHO + "(?:" + OVER + "|" + NONE + ")" + PARTICLE + ")";

    /// "找到了 在小超市": where whoever was missed is, well.
    private static final String FOUND = "(?:" + WHO + "(?:找(?:到|着)|回(?:来|家))" + PARTICLE + "[\\s,，。!！]+"
            + "就?在[^\\s,，。!！?？着烧漏又还没未不哪几谁院救血伤水河死晕昏倒摔躺断困卡打砍砸骂吐抽顶台窗井湖池塘江坑沟桥急诊撞压疼痛跳被快]{1,10}" + ")";

    private static final Pattern SAYS_SO = Phrases.whole(SO + "{1,3}|" + ENGLISH);
    private static final Pattern MAY_STAND_BY =
            Phrases.whole(SO + "{1,3}|" + WHO + PARTICLE + "|" + HARMLESS + PARTICLE + "|" + POLITE + "|" + ENGLISH);
    private static final Pattern WITHIN =
            Phrases.whole(FOUND + "|" + WHO + NONE + "(?:了|啦|,|，|\\s)*" + HARMLESS + PARTICLE);

    private DangerOver() {}

    public static boolean isSaid(String words) {
        if (words.length() > LONGEST) {
            return false;
        }
        if (Phrases.whole(ENGLISH).matcher(words).matches()
                || WITHIN.matcher(words).matches()) {
            return true;
        }
        return CLAUSES.splitAsStream(words).anyMatch(it -> SAYS_SO.matcher(it).matches())
                && CLAUSES.splitAsStream(words)
                        .allMatch(it -> MAY_STAND_BY.matcher(it).matches());
    }
}
