package org.linli.dialogue.topics;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.dialogue.phrases.Phrases;

/// The ways in which neighbours speak of what one of them has just told, without telling it again.
public enum Reference {
    /// "+1", "我也是", "same here": nothing but that.
    ECHO(
            2,
            Duration.ofMinutes(15),
            "(?:[+＋➕]\\s*1|加[1一]|顶|同问|同上|同感|同求|同样|(?:完全|情况)?一样|俺也一样|[我俺咱](?:们)?也(?:是|一样|遇到了?|碰到了?)|"
                    + "(?:me|us|mine|ours)[\\s,]*too|same(?:\\s+here)?)" + Reference.END
                    // what is the same with them, not what is ordered together or said of anything: "+1，要两箱", "+1 太可爱了"
                    + "|[+＋➕]\\s*1[\\s,，。.!！~～]+(?!.*(?:[要买拼团订]|报名|[0-9一二三四五六七八九十两]+\\s*(?:份|箱|斤|盒|包|袋|个人)))"
                    + "(?=.*(?:也(?![想去来会能可])|一样|同样|[我俺咱](?:们)?(?:这|那)?(?:家|边|里|楼|栋|单元|层|户|屋)|受不了|没人管))[^？?吗]{1,18}"),
    /// "我家也是", "我们单元也没有": whose home has it too.
    OWN_HOME(
            8,
            Duration.ofMinutes(60),
            "(?:[^，。？?]{0,6})(?:[我咱俺](?:们)?(?:这|那|的)?(?:边|里|家|屋|楼|栋|单元|层|户)|[0-9一二三四五六七八九十]{1,4}(?:号楼|栋|幢|单元|楼|层|门))"
                    + "[^，。？?吗]{0,8}也(?!不知|不清|不懂|没办法|没法|没关系|没事|有(?![这同一问点味声])|不用|不会|不是|不错|没听)[^？?吗]{0,14}"),
    /// "我也按了 没动静", "试了也不行": who tried it too, and in vain. What is tried may be named only in a word, as a button.
    TRIED(
            4,
            Duration.ofMinutes(15),
            "(?=[^？?吗]*也)(?:(?:我|俺|咱)(?:们)?(?:这边|那边)?)?" + Reference.ALSO + "(?:去|来|下楼)?"
                    + "(?:按|摁|试|刷|拧|扫|推|拉|踩|敲|拍|等(?=[^。]{0,10}没有?[下上]来))(?:了|过)?(?:一?[下遍次]|[半老]天|[几好两三]+[下遍次个]|[0-9一二三四五六七八九十半]+分钟?|试|按)*+(?:了)?"
                    + "(?:按[钮键]|门禁|电梯|开关|水?龙头|[门灯卡键])?[\\s，,。.]*" + Reference.ALSO
                    + "(?:没(?:有)?(?:动静|反应|用|亮|声音?|来|动|开|下来|上来)|不(?:行|动|亮|响|开|灵|来|管用|好使)|[打刷拧推拉按]不[开动了亮]|[上下进]不[来去])"
                    + Reference.END),
    /// "就是三单元那个", "说的是东边那盏": which one it is.
    POINTER(
            2,
            Duration.ofMinutes(10),
            "(?:对|嗯|没错)?[，,\\s]*(?:就是|就在|应该是|说的是|是说|好像是)[^？?吗]{0,12}"
                    + "(?:那个|那里|那边|那台|那盏|那扇|这个|这边|门口|旁边|[单门]元?|楼|层|栋|边|口)的?" + Reference.END),
    /// A picture without words, right after.
    PICTURE(0, Duration.ofMinutes(5), "(?!)");

    private static final String ALSO = "(?:刚才?|刚刚|还是?|都|也|就|根本|一直|完全|[\\s，,])*+";
    private static final String END = "[\\s了的啊呀哦呢哈吧。．.!！~～,，…\\p{So}]*";
    private static final int LONGEST = 24;

    private final int mostOthers;
    private final Duration within;
    private final Pattern words;

    Reference(int mostOthers, Duration within, String words) {
        this.mostOthers = mostOthers;
        this.within = within;
        this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    /// How these words refer to what was told before. Empty where they do not.
    public static Optional<Reference> in(String words) {
        if (words.length() > LONGEST || Phrases.isCorrection(words)) {
            return Optional.empty();
        }
        for (Reference reference : values()) {
            if (reference.words.matcher(words).matches()) {
                return Optional.of(reference);
            }
        }
        return Optional.empty();
    }

    /// How many other things may have been said in between.
    int mostOthers() {
        return mostOthers;
    }

    Duration within() {
        return within;
    }
}
