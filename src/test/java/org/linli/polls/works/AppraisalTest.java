package org.linli.polls.works;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Money to the fen, dates, and what people say about what was done.
class AppraisalTest {

    @ParameterizedTest
    @CsvSource({"评价2号项目 5分 天天用,2,5,true", "我评2号3分,2,3,", "评议第12号项目：给四星。没人用,12,4,false", "打分 1号提案 1分 就是个摆设,1,1,false"})
    void scoresAreReadAsPeopleWriteThem(String said, int proposal, int score, Boolean used) {
        var it = Appraisal.of(said).orElseThrow();

        assertThat(it.proposal()).isEqualTo(proposal);
        assertThat(it.score()).isEqualTo(score);
        assertThat(it.used()).isEqualTo(used);
    }

    @ParameterizedTest
    @ValueSource(strings = {"评价2号项目 9分", "2号项目真难看", "我要评价", "给5分", "垃圾项目", "评价一下3号楼的灯"})
    void whatSaysNoProjectOrNoScoreIsNone(String said) {
        assertThat(Appraisal.of(said)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1200.50,120050", "'1,200.5',120050", "0.01,1", "-300,-30000", "999999999,99999999900"})
    void amountsAreExact(String yuan, long fen) {
        assertThat(Payment.fen(yuan)).contains(fen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0.00", "1.234", "一百", "1e3", "12 34"})
    void whatIsNoAmountIsRefused(String yuan) {
        assertThat(Payment.fen(yuan)).isEmpty();
    }

    @Test
    void aMilestoneIsLateFromTheDayAfter() {
        var due = new Milestone(1, 1, "进场", LocalDate.of(2026, 12, 1), null, null);

        assertThat(due.isLate(LocalDate.of(2026, 12, 1))).isFalse();
        assertThat(due.isLate(LocalDate.of(2026, 12, 2))).isTrue();
        assertThat(new Milestone(1, 1, "进场", LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 5), null)
                        .isLate(LocalDate.of(2026, 12, 6)))
                .isFalse();
    }
}
