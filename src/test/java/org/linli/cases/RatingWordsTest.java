package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatingWordsTest {

    @ParameterizedTest(name = "\"{0}\" is {1}")
    @CsvSource({
        "4, 4",
        "5分, 5",
        "五星, 5",
        "3 星, 3",
        "给4分, 4",
        "我打个五分, 5",
        "2分 太慢了, 2",
        "'4,就是慢了点', 4",
        "5分 很满意, 5",
        "４, 4",
        "★★★, 3",
        "满意, 4",
        "非常满意, 5",
        "不满意, 2",
        "很不满意, 1",
        "不太满意, 2",
        "还是没修好, 1",
        "没修好, 1",
        "没有解决, 1",
        "还是没解决, 1",
        "又漏了, 1",
        "差评, 1",
        "一般, 3",
        "还行吧, 3",
        "修好了 谢谢, 4",
        "解决了, 4",
        "好, 4",
        "👍, 5"
    })
    void aVerdictIsRead(String said, int stars) {
        assertThat(RatingWords.read(said))
                .hasValueSatisfying(it -> assertThat(it.stars()).isEqualTo(stars));
    }

    @ParameterizedTest(name = "\"{0}\" is no verdict")
    @ValueSource(
            strings = {"", "  ", "3栋电梯坏了", "6", "0", "45", "3 5 7", "谢谢", "什么时候来", "3单元201", "9分", "15分", "0分", "等了15分钟"
            })
    void whatIsNoVerdictIsLeftAlone(String said) {
        assertThat(RatingWords.read(said)).isEmpty();
    }

    @Test
    void whatIsAddedIsKept() {
        assertThat(RatingWords.read("2分 太慢了")).contains(new Rating(2, "太慢了"));
    }
}
