package org.linli.dialogue.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.understanding.Entities;
import org.linli.understanding.Intent;
import org.linli.understanding.Ranked;
import org.linli.understanding.Understanding;

class RatherAMatterTest {

    @Test
    void smallTalkThatMayAsWellBeAMatterIsOne() {
        assertThat(taken("马蜂窝", chatter(0.7, "report.sanitation", 0.2, 0))).isEqualTo("report.sanitation");
        assertThat(taken("马蜂窝", chatter(0.7, "report.sanitation", 0.19, 0))).isEqualTo("chatter");
        assertThat(taken("马蜂窝", chatter(0.8, "report.sanitation", 0.2, 0))).isEqualTo("chatter");
        assertThat(taken("马蜂窝", chatter(0.7, "ask.notice", 0.3, 0))).isEqualTo("chatter");
    }

    @Test
    void anAlarmNeedsDangerBesides() {
        assertThat(taken("你家着火了", chatter(0.6, "emergency", 0.4, 0.7))).isEqualTo("emergency");
        assertThat(taken("要跳楼了 房价跌成这样", chatter(0.6, "emergency", 0.4, 0.5))).isEqualTo("chatter");
    }

    @Test
    void whatIsSaidAloneIsNoEchoOfAnybody() {
        assertThat(also("我家也停电了")).isEqualTo("report.power");
        assertThat(also("我家也停电了吗")).isEqualTo("chatter");
        assertThat(also("他也停电了")).isEqualTo("chatter");
    }

    private static String taken(String words, Understanding meant) {
        return new RatherAMatter(_ -> meant).of(words).intent().label();
    }

    private static String also(String words) {
        return new RatherAMatter(it -> it.equals("我家停电了")
                        ? chatter(0.05, "report.power", 0.95, 0)
                        : chatter(0.99, "report.power", 0.01, 0))
                .of(words)
                .intent()
                .label();
    }

    private static Understanding chatter(double confidence, String other, double second, double danger) {
        var small = new Ranked(Intent.CHATTER, confidence);
        var matter = new Ranked(new Intent(other), second);
        var ranking = confidence > second ? List.of(small, matter) : List.of(matter, small);
        return new Understanding(
                ranking.getFirst().intent(), ranking.getFirst().confidence(), ranking, Entities.NONE, danger);
    }
}
