package org.linli.dialogue.phrases;

import java.util.regex.Pattern;

/// Set phrases whose meaning depends on the talk and not on a classifier.
public final class Phrases {

    /// Longer ones say more than a set phrase does.
    public static final int LONGEST_SET = 40;

    private static final String END = "[\\s。．.!！~～,，、…]*";
    static final String PARTICLE = "(?:了|吧|啊|啦|哈|呀|哦|的|吗|呢|嘛|呗|嘞|咯|噻)*";
    private static final String DROPS =
            "(?:那|就|我)*(?:算|不用|不需要|不必|不要|取消|不说|不报|别报|不弄|不问|撤销|没事|不管|不用管|发错|点错|当我没说)(?:了|吧|啊|啦|它|谢谢|麻烦|修|报|说)*";
    private static final Pattern CANCEL = whole("(?:" + DROPS + "[,，。!！~\\s]*)+(?:谢谢(?:你|您)?)?");
    private static final Pattern YES =
            whole("(?:是|对|嗯|恩|没错|是我家|就是|就是我家|就是这|对头|好|yes|y|ok|是这里|是这栋|是我们楼)" + PARTICLE + "(?:对|是)?" + PARTICLE);
    private static final Pattern YES_AND = Pattern.compile("^(?:是|对|嗯|恩|没错|就是|yes)(?:的|啊|呀|对|是)*[\\s,，。!！]+");
    private static final Pattern NO = whole("(?:不是|不对|不|否|没|no|别的地方|其他地方|其他楼|别的楼|不是这里|不是我家|不是我们楼)" + PARTICLE);
    private static final Pattern PATIENCE = whole(
            "(?:好|好的|行|嗯|嗯嗯|恩|哦|噢|收到|知道|明白|稍等|等下|等一下|等会|等会儿|等等|我看看|我去看看|我问问|我想想|马上|谢谢|谢谢你|谢谢您|谢了|辛苦|辛苦了|多谢|ok|那个|这个|就是|那啥|那什么|就是那个|我打字慢|我说一下|哈哈+|呵呵+|嘿嘿+|笑死(?:我)?|\\p{So}+)"
                    + PARTICLE);
    private static final Pattern LOOKS_IT_UP =
            whole("(?:(?:你?等(?:一?[下会]儿?|等)?|稍等|别急)[,，\\s]*)*+我?(?:先|再)?(?:去|来|想(?!问)|跟人)?"
                    + "(?:看|问|想|查|找|确认|打听)(?:看|问|想|一?下|一看|一问|一想|清楚)?(?:到底|究竟)?(?:在|是)?"
                    + "(?:(?:几|哪一?)个?(?:号楼|栋|幢|座|单元|楼|层|号|室|门)|什么地方)" + PARTICLE);
    private static final Pattern DOES_NOT_KNOW =
            whole("(?:我|俺)?(?:们)?(?:也|还|真|真的|现在)*(?:不知道|不晓得|不清楚|不记得|不确定|记不[清得]|说不[清准上]|搞不清|晓不得|忘了|忘记)"
                    + "(?:是|在|具体|楚|到底)*(?:[几哪什][^,，。]{0,8})?"
                    + "|(?:具体)?[几哪什][^,，。不]{0,6}(?:不知道|不晓得|不清楚|不记得|说不[清准])");
    private static final Pattern CORRECTION = Pattern.compile(
            "^(?:啊|哦|呃|额|呀|[哎唉]呀?)?[,，\\s]*(?:不对|不是|不[,，\\s]|错了|说错|写错|打错|发错|搞错|更正|纠正|应该是|不好意思|我?(?:再|又|刚)?(?:确认|核实|问|看)(?:过|好|清楚|了一下)?了[,，\\s]*(?:应该)?是)");
    private static final Pattern EXCUSE = Pattern.compile("^(?:啊|哦|呃|额|呀|[哎唉]呀?)?[,，\\s]*不好意思");
    private static final Pattern TAKES_BACK = Pattern.compile(
            "(?:啊|哦|呃|额|呀|[哎唉]呀?)?[,，\\s]*(?:不是|不对|(?:我|刚才)?(?:说|写|打|搞|发)错了?)[^?？是]{0,10}[,，\\s]*(?:应该|就)?是[^?？]{1,16}");
    private static final Pattern INTRODUCTION = Pattern.compile("^(?:您好|你好|大家好)?[,，。!！\\s]*"
            + "(?:我(?:是|住|家(?:住|在|是)?)|本人住?)在?[^,，。；;!！?？\\n]{2,30}?(?:业主|住户|居民|租户)?[,，。；;!！\\s]+");
    private static final Pattern SIGNATURE =
            Pattern.compile("[,，。；;!！\\s]+(?:我(?:是|叫|的?名字)|本人|(?:联系|报修)人|姓名|业主|住户|租户)(?=[^?？]*$)");
    private static final Pattern HOME = Pattern.compile("我们?家|咱家|俺家|家里|家中|我屋|屋里|我住的|(?:^|[,，。 ])家(?:停|没|断|漏)");
    private static final Pattern WHO_TALKS = Pattern.compile("住|我是|我们?家|我在|登记|绑定|业主|租户");
    private static final Pattern OWN_BUILDING =
            Pattern.compile("(?:我|咱|俺|这|本)(?:们|些)?(?:这|个|里|的)*+(?:栋|幢|楼|单元|门栋|号楼)|楼道|楼下|楼上|楼梯|单元门|电梯");
    private static final Pattern NAMED =
            Pattern.compile("@\\s*[\\p{L}\\p{Nd}]*?(?:邻里|小邻|社区)(?:助手|小助手|机器人|客服)?[\\s:：,，]*"
                    + "|^\\s*(?:小邻|邻里)(?:小邻|邻里|助手|同学|你好|在吗|在不在){0,5}(?:[\\s:：,，。!！?？]+|$)");
    private static final Pattern CALLS_SOMEBODY = Pattern.compile("^\\s*[@＠]\\s*(?<name>[^\\s:：,，。!！?？@＠]{1,20})");

    /// Whoever is called so is meant to see to something, or everybody is.
    private static final Pattern SEES_TO_IT = Pattern.compile(
            "物业|社区|街道|居委|网格|管家|管理|客服|前台|保安|保洁|门岗|值班|维修|维保|工程|师傅|书记|主任|经理|站长|楼长|楼栋|群主|警|医生|电工|水工|志愿|业委|助手|机器人|所有人|全体|all|大家",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern THANKS = Pattern.compile("谢|辛苦|再见|拜拜|bye|晚安|thx|thank", Pattern.CASE_INSENSITIVE);
    private static final Pattern WANTS_PERSON =
            whole("(?:我要|我想|帮我|请|麻烦)?(?:转|找|换|接|叫)?(?:个|一下|一个)?(?:人工|真人|人工客服|社区工作人员|工作人员|社区的人)" + PARTICLE);
    private static final String A_MATTER = "(?:问题|情况|事情?|事儿)";
    private static final Pattern WANTS_TO_REPORT = whole(
            "(?:您好|你好)?[,，\\s]*(?:我|我们|俺|咱)?(?:有(?:一?[个件点])?" + A_MATTER + ")?(?:要|想要?|得|来|需要|可以|能)*"
                    + "(?:[跟向找给](?:你们?|您|社区|街道|物业|政府|领导))?"
                    + "(?:报修|报事|上报|报[个下](?:修|事)|(?:投诉|举报|反映|反应|反馈)(?:一?[个件下点些])?" + A_MATTER
                    + "?|[说讲报]一?[个件]" + A_MATTER + ")" + PARTICLE
                    + "|(?:您好|你好)?[,，\\s]*(?:我|我们|俺|咱)?(?:这儿?|这里|家)?有一?[个件点]?(?:事情?儿?|问题|情况)(?:想|要)?(?:问|说|讲|找|麻烦)?(?:一下|下|你们?|您)*"
                    + PARTICLE
                    + "|(?:hello|hi)?[,\\s]*i (?:want|need|would like|have) to (?:complain|report (?:something|a problem|an issue))(?: about something)?");
    private static final Pattern ASKS_TO_KNOW = Pattern.compile(
            "多少钱|多少一[平个次户]|怎么收费?|收费标准|怎么办理|(?:怎么|在哪[里儿]?|哪里[能可]?以?|去哪[里儿]?)(?:交|缴|领|申请|预约|办理|办证|登记)|(?:要|需要|带)(?:什么|哪些)(?:材料|证件|手续)|几点(?:上班|下班|开门|关门)|电话(?:是)?(?:多少|几号)");
    private static final Pattern BEFORE = Pattern.compile(
            "(?<!楼)上[次回周]|之前|以前|先前|昨[天日晚]|(?<!门)前[天几]|[报提说讲反映投诉]过?的(?!时候)|那[个件]|工单|单子|我的?(?:报修|投诉|反映|举报)|进度");
    private static final Pattern QUESTION = Pattern.compile("[^,，。!！]{3,}[吗么](?:[啊呀呢])?[\\s?？。]*");
    private static final Pattern IS_WRONG = Pattern.compile("[堵坏漏爆断塌裂]|停(?!车)|不[亮通]");
    private static final Pattern ASKS_HOW_FAR = Pattern.compile(
            "(?:修|处理|弄|解决|换|搞|通|清|(?<!怎么|怎样|咋个?|啷个|哪个|哪样|点样?)办|来人|派人|人来|去人)(?:好|完|过|理|掉|到)?(?:了?没有?|了[吗么嘛])[啊呀呢哦]*[\\s?？。!！]*$");
    private static final Pattern ASKS_WHEN = Pattern.compile(
            "^[^,，。!！\\s了不没堵坏爆漏停断破裂臭]{0,6}(?:什么时候|啥时候|几时|何时|多久|要多长时间|还要几天|得几天)[^,，。]{0,8}(?:修|处理|弄|解决|换|搞|办|好|来[人水电气]|派人|有人来)(?:好|完|理)?[啊呀呢哦嘛]*[\\s?？。!！]*$");
    private static final Pattern ASKS_WHETHER = Pattern.compile(
            "^(?!.*(?:能|可以|可不可|管|修|处理|来人|派|又|怎么|天天|物业|保洁|保安|社区))[^,，。!！\\s]{0,16}(?:了吗|了么|了没有?)[啊呀]?[\\s?？]*$"
                    + "|^(?!.*(?:能|可以|管|修|处理|又|怎么|天天|物业|保洁|保安|社区))[^,，。!！\\s]{0,8}(?:是不是|有没有)[^,，。!！\\s]{0,12}[啊呀]?[\\s?？]*$");
    private static final Pattern ANNOUNCES = Pattern.compile(
            "^(?:您好|你好)?[,，\\s]*(?:我|我们|俺|咱)?(?:想|要|得|来|需要){1,3}(?:举报|投诉|反映|反应|报修|上报)(?!的|过|什么|哪)[^?？吗]{3,}$");
    private static final Pattern ASKS_TO_DO = Pattern.compile("能|可以|可不可|帮|麻烦|请|拜托|希望");

    private Phrases() {}

    public static boolean isCancel(String words) {
        return is(CANCEL, words);
    }

    public static boolean isYes(String words) {
        return is(YES, words);
    }

    /// 「@张姐 …」, said to one neighbour.
    public static boolean callsNeighbour(String words) {
        var called = CALLS_SOMEBODY.matcher(words);
        return called.find() && !SEES_TO_IT.matcher(called.group("name")).find();
    }

    /// "是的，快点修".
    public static boolean beginsWithYes(String words) {
        return YES_AND.matcher(words.substring(0, Math.min(words.length(), 40))).find();
    }

    public static boolean isNo(String words) {
        return is(NO, words);
    }

    /// "All right", "one moment": not an answer, and not a failure to answer either.
    public static boolean isPatience(String words) {
        return is(PATIENCE, words);
    }

    /// "等一下我看看是几栋": the answer comes in a moment.
    public static boolean looksItUp(String words) {
        return is(LOOKS_IT_UP, words);
    }

    /// "不知道是几楼", to what was asked.
    public static boolean doesNotKnow(String words) {
        return is(DOES_NOT_KNOW, words);
    }

    public static boolean isCorrection(String words) {
        return CORRECTION.matcher(words).find();
    }

    /// A correction, or only manners.
    public static boolean isExcuse(String words) {
        return EXCUSE.matcher(words).find();
    }

    /// What is said instead: "不对，5栋" without "不对，".
    public static String withoutCorrection(String words) {
        return CORRECTION.matcher(words).replaceFirst("").replaceFirst("^[,，\\s]+", "");
    }

    /// "不是电梯，是门禁", "说错了 是暖气": another thing than was told.
    public static boolean takesBack(String words) {
        return TAKES_BACK.matcher(words).matches();
    }

    /// How much of it only says who talks: "I live at 3-2-501, ". Zero for most.
    public static int introduction(String words) {
        var said = INTRODUCTION.matcher(words);
        return said.find() ? said.end() : 0;
    }

    /// Where it begins to say who talks, at its end: "…, I am Su Qing, at 3-2-501". Its length for most.
    public static int signature(String words) {
        var said = SIGNATURE.matcher(words);
        return said.find() ? said.start() : words.length();
    }

    public static boolean saysHome(String words) {
        return HOME.matcher(words).find();
    }

    /// "我住3栋", and not only "3栋".
    public static boolean saysWhoTalks(String words) {
        return WHO_TALKS.matcher(words).find();
    }

    public static boolean saysOwnBuilding(String words) {
        return OWN_BUILDING.matcher(words).find();
    }

    /// Whether the service is called by its name.
    public static boolean isCalled(String words) {
        return NAMED.matcher(words).find();
    }

    /// What is left when the service's name is taken out; the words themselves where nothing would be left.
    public static String withoutName(String words) {
        String rest = NAMED.matcher(words).replaceAll("").strip();
        return rest.isEmpty() ? words : rest;
    }

    /// What our own menus offer to tap, and how people say the same.
    public static boolean wantsPerson(String words) {
        return is(WANTS_PERSON, words);
    }

    /// Says that there is something, and not what.
    public static boolean wantsToReport(String words) {
        return is(WANTS_TO_REPORT, words);
    }

    /// Wants to know something that has a plain answer, like a price, and tells of no trouble.
    public static boolean asksToKnow(String words) {
        return ASKS_TO_KNOW.matcher(words).find();
    }

    /// "我上次报的事", "之前那个".
    public static boolean speaksOfBefore(String words) {
        return BEFORE.matcher(words).find() || !CaseNumbers.in(words).isEmpty();
    }

    /// "匿名可以吗", "能带孙子吗".
    public static boolean endsAsQuestion(String words) {
        return words.length() <= LONGEST_SET && QUESTION.matcher(words).matches();
    }

    /// "下水道堵了 修一下多少钱" tells of a trouble before it asks.
    public static boolean saysWhatIsWrong(String words) {
        return IS_WRONG.matcher(words).find();
    }

    /// "…修了没？": how far it is, whatever is named before. "能修吗？" asks for it.
    public static boolean asksHowFar(String words) {
        String end = words.substring(Math.max(0, words.length() - LONGEST_SET));
        return ASKS_HOW_FAR.matcher(end).find() && !ASKS_TO_DO.matcher(end).find();
    }

    /// "什么时候才能修好": not before somebody knows of it. "水管爆了多久能来人" tells that.
    public static boolean asksWhen(String words) {
        return is(ASKS_WHEN, words);
    }

    /// "停水了吗", "是不是停电了": one neighbour asks another whether it is so with them.
    public static boolean asksWhetherSo(String words) {
        return words.length() <= LONGEST_SET && ASKS_WHETHER.matcher(words).matches();
    }

    /// "我要举报5栋501群租": whatever it is, somebody has to see to it.
    public static boolean announcesMatter(String words) {
        return words.length() <= 4 * LONGEST_SET && ANNOUNCES.matcher(words).matches();
    }

    public static boolean isThanks(String words) {
        return THANKS.matcher(words).find();
    }

    /// Looks no further into what is longer than any set phrase: nested repeats would take the stack of whoever asks.
    private static boolean is(Pattern whole, String words) {
        return words.length() <= LONGEST_SET && whole.matcher(words).matches();
    }

    public static Pattern whole(String phrase) {
        return Pattern.compile(END + "(?:" + phrase + ")" + END, Pattern.CASE_INSENSITIVE);
    }
}
