package org.linli.dialogue.danger;

import java.util.regex.Pattern;
import org.linli.dialogue.phrases.Phrases;

/// What people say in few words while others fight, or somebody has a knife: "楼下有人打架", "两口子打起来了 快来人". Fights
/// that are over, of cats, games and children, are told in other words: of all examples but those of an emergency none
/// is read so.
final class ViolenceNow {

    /// Longer ones tell more, which is understood as a whole.
    private static final int LONGEST = 30;

    private static final String PLACE =
            "(?:[0-9A-Za-z一二三四五六七八九十]{1,3}(?:号楼|栋|幢|座|单元|楼|层|号)|小区|楼[上下道底]|[东南西北后大]?门口?|隔壁|对面|外[面头边]|屋里|广场|大厅|车库|电梯口|院子|球场)";

    private static final String WHERE = "(?:" + PLACE + "|在|的|那边|这边|里面?|上)*+";

    private static final String NOW = "(?:都|正|又|现在|还|已经|在)*+";

    private static final String WHO = "(?:有(?:个|两个|几个|好多)?(?:人|男的|女的)|[两三几]个(?:人|男的|女的)|(?:一群|一伙|两伙|好多|好几个|十几个)人"
            + "|(?:小?两口子?|夫妻俩?|两家人?|他们|男的|女的))";

    private static final String FIGHTS = "(?:打架|打群架|互殴|打人|打起来|动起手来|动手打人|动刀子?|砍人|捅人|持刀|拿着?(?:把|菜)?刀|打女的|打老婆)[了呢啊呀啦的]*+";

    private static final String CALLS = "(?:[\\s,，。!！~啊呀呢了]|快|赶紧|来个?人|救命|报警|[叫喊]保安|打110|拉一下|拉架|谁[来去]|看看|怎么办)*+";

    private static final Pattern SAID = Phrases.whole(CALLS + "(?:" + WHERE + WHO + NOW + WHERE + FIGHTS + WHERE + "|在?"
            + PLACE + WHERE + NOW + "打(?:起来|群架)[了呢啊呀啦]*+)" + CALLS);

    private ViolenceNow() {}

    static boolean isSaid(String words) {
        return words.length() <= LONGEST && SAID.matcher(words).matches();
    }
}
