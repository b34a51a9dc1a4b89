package org.linli.dialogue.talk;

import java.util.regex.Pattern;
import org.linli.understanding.spelling.Plain;

/// What kind of help an emergency needs at once. What to say is in `templates/letters/emergency.txt`.
public enum Danger {
    SUICIDE(
            "自杀|轻生|(?<!误|孩子|小孩|宝宝|娃)[吞喝]药(?![^。]{0,6}[呛噎])|跳楼|想死|不想活|活不下去|活着[^。，]{0,4}没(?:有|得)?(?:什么|啥|任何|多大)?(?:意思|意义|劲)|活(?:够|腻)了|生无可恋|安眠药|割腕|跳河|寻短见|要跳(?!闸|舞|绳|操|槽|表|电)|跳下去|遗书|烧炭|(?<!误[喝服食吞]了?)农药|suicide|tiao ?lou|kill (?:my|him|her)self|jump(?:ing)? off|took all the pills"),
    LIFT(
            "(?:困|关|卡|憋)[^。]{0,6}(?:电梯|轿厢)|(?:电梯|轿厢)[^。]{0,12}(?:困|关着|关了|[关卡]住?(?:了)?[^。，]{0,2}人|卡着|有人|出不[来去])|dian ?ti[^.!]{0,12}(?:kun|ren|ka)|(?:trapped|stuck|locked)[^.!]{0,24}(?:lift|elevator)|(?:lift|elevator)[^.!]{0,24}(?:trapped|stuck|inside)"),
    GAS("煤气|燃气|天然气|液化气|瓦斯|gas leak|mei ?qi|ran ?qi|smell[^.]{0,12} gas|leaking gas"),
    FIRE(
            "着火|起火|失火|火灾|冒烟|浓烟|烧起来|烧着|自燃|爆炸|火苗|火(?:很|好|太)大|明火|救火|黑烟|(?:烧|糊|烤)焦|焦味|焦糊|糊味|油锅着|(?:zhao|qi|shi) ?huo|mao ?yan|\\bfire\\b|flames|smoke|burning"),
    ELECTRIC("触电|漏电|电线|电缆|电倒|被电(?:了|到|倒|着|击|晕|死|麻|住|伤|得|一下|[，。！!,\\s]|$)|冒火花|electric shock|live wire"),
    MEDICAL(
            "晕倒|昏倒|昏迷|倒在|倒地|没呼吸|呼吸困难|心脏|中风|抽搐|大出血|流血|摔[倒伤下了]|起不来|[妈爸爹娘爷奶公婆人伴他她][^。，]{0,3}倒了|没反应|不省人事|急救|救护车|中毒|溺水|噎|晕过去|喘不|卡喉咙|误[吞喝服食]|[吞喝]药|(?<!烟)呛[到住着]|吞了电池|骤停|压着人|砸到人|砸人|撞到(?:人|老人|孩子|小孩)|骨折|(?:腿|脚|手|胳膊|骨头)断|掉下[来去]|坠楼|抽了|抽着|(?:心|胸)口|胸闷|咬[了到伤]|心肺复苏|医生|collapsed|(?:yun|hun) ?dao|unconscious|not breathing|ambulance|heart attack|bleeding|fainted|has fallen|fell (?:from|down)"),
    MISSING(
            "走丢|走失|迷路|痴呆(?![^。]{0,20}(?:打我|打人|砍|刀))[^。]{0,12}(?:出门|出去|走|跑|不在|找)|(?:没|未)(?:有)?回来|失踪|不见了|找不到(?:孩子|小孩|老人|人|我)|丢了|没回家|missing|can.t find my (?:son|daughter|kid|child|mother|father|grand)|lost my (?:son|daughter|kid|child)"),
    CRIME(
            "撬|入室|跟着我|跟踪|陌生人|打我|打骂|闯进|持刀|拿刀|动刀|有刀|砍|捅(?!马蜂窝)|殴打|群殴|被打|打(?:人|起来|架|群架|捶|老婆|孩子|女的)|干[仗架]|动起?手|抢劫|绑架|家暴|小偷|进贼|菜刀|尾随|报警|break(?:ing)? in|knife|robb(?:ed|er)|burglar|beating|attack|police"),
    OTHER(".");

    private final Pattern words;

    Danger(String words) {
        this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    /// The first kind whose words occur: what decides over life comes first.
    public static Danger in(String words) {
        String spelledOut = Plain.of(words);
        for (Danger danger : values()) {
            if (danger.words.matcher(words).find()
                    || danger.words.matcher(spelledOut).find()) {
                return danger;
            }
        }
        return OTHER;
    }
}
