package org.linli.dialogue.phrases;

import java.util.regex.Pattern;

/// Asks who talks here, and whether it is a person: "你是机器人吗", "是真人在回吗". Whoever asks gets a plain answer.
public final class AboutUs {

    private static final String WHAT = "(?:机器人|机器|程序|电脑|系统|人工智能|智能客服|客服|助手|自动回复|真人|人工|活人|人|ai|chatgpt|deepseek|豆包)";
    private static final String ASKS = "(?:吗|吧|么|呢|啊|呀|嘛|[?？])*";

    private static final Pattern ASKED =
            Phrases.whole("(?:你|您|这|这边|那边|对面)(?:到底|究竟|其实|应该|该)?(?:是|不会是|该不会是|是不是)(?:个|一个|真的)?" + WHAT
                    + "(?:在(?:回复?|说话|聊))?(?:还是(?:个|一个)?" + WHAT + "(?:在(?:回复?|说话|聊))?)?" + ASKS
                    + "|(?:你|您)(?:到底|究竟)?(?:是?谁|哪位|是哪位|是哪个|是什么(?:人|东西)?|是啥|叫什么(?:名字)?|叫啥|贵姓)" + ASKS
                    + "|(?:是|是不是)(?:真人|人工|活人|机器人|自动)在?(?:回复?|说话|聊)" + ASKS
                    // without a question, "跟真人说话" wants one
                    + "|我?是?在?(?:跟|和)(?:机器人?|真人|人|ai)(?:在)?(?:说话|聊天?)(?:吗|吧|么|[?？])" + ASKS);

    private AboutUs() {}

    public static boolean isAsked(String words) {
        return words.length() <= Phrases.LONGEST_SET && ASKED.matcher(words).matches();
    }
}
