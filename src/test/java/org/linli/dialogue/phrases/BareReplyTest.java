package org.linli.dialogue.phrases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.cases.RatingWords;

/// What is held against a question that was asked earlier, before anybody looks what it asked.
class BareReplyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4", "五星", "5分", "2分 太慢了", "满意", "非常不满意", "差评", "垃圾", "糟糕", "太差了", "没修好", "没给修", "没换", "没解决", "还坏",
                "还漏", "又漏了", "又堵了", "还是老样子", "还那样", "还是不亮", "根本没修", "不满意", "不太行", "不好", "失望", "敷衍", "较差", "马虎", "一般",
                "一般般", "凑合", "还行", "还可以", "马马虎虎", "勉强", "中评", "非常好", "很棒", "特别好", "超级棒", "相当好", "完美", "太好了", "点赞", "满分",
                "好评", "可以", "不错", "挺好", "挺好的", "蛮好", "蛮好的", "修好了", "解决了", "好了", "搞定", "搞定了", "👌", "👍", "修得挺好的",
                "师傅很好", "挺好的，谢谢"
            })
    void everyVerdictPassesTheGate(String words) {
        assertThat(RatingWords.read(words)).as("a verdict").isPresent();
        assertThat(BareReply.mayBe(words)).as("heard as a reply").isTrue();
    }

    /// Among neighbours, from whoever was asked there.
    @ParameterizedTest
    @ValueSource(strings = {"修好了，谢谢，很满意", "很满意，谢谢", "谢谢，满意", "修好了，不满意", "5分", "满意"})
    void whoeverNamesContentmentAnswersUsAmongNeighboursToo(String words) {
        assertThat(BareReply.isPlainVerdict(words)).isTrue();
        assertThat(RatingWords.read(words)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"谢谢", "好了，谢谢", "满意不满意都这样", "他们说很满意", "大家满意吗"})
    void whatNeighboursTellEachOtherIsNoAnswerToUs(String words) {
        assertThat(BareReply.isPlainVerdict(words)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"垃圾没人收", "厕所又堵了", "信号不好", "电梯坏了", "物业态度差", "好的", "好的好的", "家里漏水"})
    void aReportIsNoVerdictAndANodIsNone(String words) {
        assertThat(BareReply.mayBe(words)).isFalse();
    }
}
