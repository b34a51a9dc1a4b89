package org.linli.dialogue.danger;

import java.util.regex.Pattern;
import org.linli.dialogue.phrases.Phrases;

/// What people say within an emergency that goes on: "困了半小时了还没人来", "人还在里面". Only after an alarm it means that;
/// every clause has to be of the kind, so that "没人来接孩子" is none.
final class StillWaiting {

    private static final int LONGEST = 40;

    private static final String SINCE = "(?:怎么|咋|为啥|为什么|到现在|到底|现在|都|也|还是|还|仍然?|一直|始终|已经|快|居然|竟然|真的?)*+";

    private static final String WHO =
            "(?:电梯|屋|家|楼|车)?(?:里头?|里面|里边|上面|楼上)?的?(?:有|两个|三个|几个|好几个|那个?|被困)?的?(?:人|他们?|她们?|我们?|孩子|小孩|娃|老人|大爷|大妈|火|烟|煤气|燃气|水)?(?:们|家)?";

    private static final String HOW_LONG =
            "(?:半个?多?(?:小时|钟头|钟|天)|(?:[0-9]{1,3}|[一二两三四五六七八九十几]{1,3})个?[多来几半]?(?:分钟?|小时|钟头|刻钟)|好久|很久|老半天|大半天|半天)";

    private static final String LASTS =
            WHO + SINCE + "(?:(?:被?[困关卡堵烧漏躺等]|昏迷|流血|在里[面头])[了在着]?)?" + SINCE + "有?" + HOW_LONG + "[多了啦呢]*";

    private static final String NOBODY =
            SINCE + "(?:没有?|不见|看不[见到]|冇|莫得?)(?:一个|半个|任何)?(?:人影?|动静|回应|反应|救援|谁)" + "(?:过?来|管|到|理|处理|救|应|去)*[了啊呢吗呀嘛的]*";

    private static final String NOT_OUT = WHO + SINCE + "(?:没有?|未)(?:被)?(?:救?出来|救出|下来|上来|灭|关上|醒|过?来|到)[了啊呢吗呀嘛]*";

    private static final String GOES_ON = WHO
            + "(?:都|也)?(?:还|仍然?|一直)(?:是)?(?:被?困[着在住]|关着|卡着|在(?:里面|里头|里边|电梯里|[烧冒漏打砸流抽吐喊叫哭]))[^，。,!！?？\\s]{0,4}[了啊呢呀着的]*";

    private static final String CLAUSE =
            "(?:" + LASTS + "|" + NOBODY + "|" + NOT_OUT + "|" + GOES_ON + "|" + HelpCame.SAID + ")";

    private static final Pattern WAITING = Phrases.whole("(?:" + CLAUSE + "[\\s,，。.!！?？]*){1,3}");

    private StillWaiting() {}

    static boolean isSaid(String words) {
        return words.length() <= LONGEST && WAITING.matcher(words).matches();
    }
}
