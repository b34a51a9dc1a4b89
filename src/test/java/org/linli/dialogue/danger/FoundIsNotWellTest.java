package org.linli.dialogue.danger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.dialogue.RealTalks;
import org.linli.dialogue.Talking;
import org.linli.dialogue.talk.Danger;

/// What sounds like the end of an emergency and is none.
class FoundIsNotWellTest extends RealTalks {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "找到了，在草丛里晕倒了",
                "人找到了，在地上昏迷",
                "找到了 在楼梯口摔断腿",
                "找到了 在楼顶",
                "找到了，在池塘里",
                "找到了 在桥上 快来人",
                "找到了，就在阳台 要跳了",
                "他找到了，在打我妈"
            })
    void whoeverIsFoundInDangerIsStillInIt(String words) {
        assertThat(DangerOver.isSaid(words)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"找到了 在小超市", "找到了，在奶奶家", "回来了 在家"})
    void whoeverIsFoundElsewhereIsWell(String words) {
        assertThat(DangerOver.isSaid(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"他回来了，在门口", "他回来了", "找到了 在厨房"})
    void ofViolenceAReturnIsNoEnd(String words) {
        assertThat(told(Talking.stranger(), "我老公打我 3栋2单元501/" + words).heard()).doesNotContain("emergency-over");
    }

    @Test
    void whoeverWantedToDieIsSeenWhateverIsToldNext() {
        assertThat(told(Talking.stranger(), "我不想活了 3栋2单元501/我流血了/没事了").heard()).doesNotContain("emergency-over");
    }

    @ParameterizedTest
    @CsvSource({"活着没有什么意思, SUICIDE", "活着没得意思, SUICIDE", "我妈吃了一瓶安眠药, SUICIDE", "电闸要跳闸了 冒烟, FIRE"})
    void theKindOfDangerIsTold(String words, Danger danger) {
        assertThat(Danger.in(words)).isEqualTo(danger);
    }

    @Test
    void whatIsTakenBackOfALaterReportIsThatReport() {
        assertThat(told(Talking.stranger(), "3栋电梯困人了/3栋2单元楼道灯坏了/不用修了 已经好了").heard())
                .doesNotContain("emergency-over");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3栋着火了/不用派师傅了 叫119", "我老公打我/不用麻烦你们了 我自己处理"})
    void noCaseOfDangerIsClosedByAWord(String talk) {
        assertThat(requests(Talking.stranger(), talk)).noneMatch(it -> it.startsWith("case.withdraw"));
    }
}
