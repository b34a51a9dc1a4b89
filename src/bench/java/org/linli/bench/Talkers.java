package org.linli.bench;

/// Who writes over days on end, and what: fifty thousand people, mostly small talk, some questions, one message in ten a
/// report; one call in twenty comes twice, as a platform repeats what it believes lost.
final class Talkers {

    private static final int PEOPLE = 50_000;
    private static final int RUN = 9;
    private static final String[] SMALL_TALK = {
        "好的好的", "谢谢大家", "哈哈哈哈", "今天天气真不错", "早上好", "收到", "辛苦了", "大家吃饭了没有", "周末愉快", "晚安"
    };
    private static final String[] QUESTIONS = {
        "社区办公室几点下班", "办居住证要带什么材料", "我的报修怎么样了", "医保怎么交"
    };

    private Talkers() {}

    /// The n-th call of all, signed and encrypted.
    static byte[] call(int n) {
        int message = n % 20 == 19 ? n - 1 : n;
        return PreparedCalls.wechat(RUN, message, PreparedCalls.openid(RUN, message % PEOPLE), text(message));
    }

    private static String text(int n) {
        return switch (n % 10) {
            case 0 -> Texts.of(n / 10);
            case 1, 2 -> QUESTIONS[n / 10 % QUESTIONS.length];
            default -> SMALL_TALK[n / 7 % SMALL_TALK.length];
        };
    }
}
