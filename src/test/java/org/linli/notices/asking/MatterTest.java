package org.linli.notices.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.notices.Importance;
import org.linli.notices.Kind;
import org.linli.notices.Wording;

class MatterTest {

    private static final Wording WATER = new Wording(Kind.OUTAGE, Importance.ORDINARY, "3栋停水通知", "因水泵检修，请提前储水。");
    private static final Wording LIFT = new Wording(Kind.SAFETY, Importance.ORDINARY, "电梯年检公告", "3栋电梯停用两小时。");

    @ParameterizedTest
    @ValueSource(strings = {"停水到几点？", "亭水到几典", "停睡停到什么时后", "什么时候来水啊", "今天停水停多久", "停水包括我们5栋吗", "啥时候恢复供水"})
    void askedHoweverItIsSpelt(String said) {
        assertThat(Matter.isAsked(said)).isTrue();
        assertThat(Matter.common(WATER, said)).isPositive();
        assertThat(Matter.common(LIFT, said)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"怎么又停水了", "水管漏了什么时候修", "电梯坏了多久了没人管", "收到", "停水了，烦死了"})
    void whatIsSaidOrReportedIsNoQuestion(String said) {
        assertThat(Matter.isAsked(said)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"停电到几点", "活动几点开始", "社区通知在哪看", "你们几点下班"})
    void whatIsAboutSomethingElseHasNothingInCommon(String said) {
        assertThat(Matter.common(WATER, said)).isZero();
    }

    @Test
    void aBareQuestionNamesNoMatter() {
        assertThat(List.of("到几点啊？", "大概多久", "什么时候结束呢")).allMatch(Matter::isBare);
        assertThat(List.of("停水到几点", "你们几点下班")).noneMatch(Matter::isBare);
    }

    @Test
    void questionsAreCountedBeforeAndAfterAndStopAfterTwoHoursWithoutOne() {
        var left = Instant.parse("2026-03-02T08:00:00Z");
        var times = List.of(left.minusSeconds(3_600), left.minusSeconds(60), left.plusSeconds(600));

        assertThat(Questions.Curve.of(times, left, left.plusSeconds(3_600)))
                .isEqualTo(new Questions.Curve(2, 1, false));
        assertThat(Questions.Curve.of(times, left, left.plusSeconds(9_000))).isEqualTo(new Questions.Curve(2, 1, true));
    }
}
