package org.linli.dialogue.turns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.dialogue.Neighbourhood.OF_BUILDING_3;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.dialogue.LearningRefused;
import org.linli.dialogue.Talking;
import org.linli.dialogue.Teachable;
import org.linli.dialogue.Teachable.Cause;
import org.linli.understanding.Entities;
import org.linli.understanding.Intent;
import org.linli.understanding.Ranked;
import org.linli.understanding.Understand;
import org.linli.understanding.Understanding;

/// Which messages are worth a look by people.
class DoubtsTest {

    @Test
    void whatWeSaidThatWeDidNotUnderstandIsOne() {
        assertThat(Talking.stranger()
                        .with(taking("ask.office", .2))
                        .says("那个什么来着")
                        .doubt())
                .get()
                .extracting(Teachable::cause, Teachable::guess, Teachable::inGroup)
                .containsExactly(Cause.NOT_UNDERSTOOD, "ask.office", false);
    }

    @Test
    void whatWeDidWithoutBeingSureIsOne() {
        assertThat(Talking.stranger().says("电梯好像坏了").doubt())
                .map(Teachable::cause)
                .contains(Cause.UNSURE);
        assertThat(Talking.stranger().says("电梯坏了").doubt()).isEmpty();
    }

    @Test
    void aReportThatAGroupNearlyHeardIsOne() {
        assertThat(Talking.inGroup(OF_BUILDING_3).says("电梯好像坏了").doubt())
                .get()
                .extracting(Teachable::cause, Teachable::guess, Teachable::inGroup)
                .containsExactly(Cause.NEARLY_HEARD, "report.elevator", true);
        assertThat(Talking.inGroup(OF_BUILDING_3)
                        .with(taking("report.elevator", .24))
                        .says("电梯好像坏了")
                        .doubt())
                .isEmpty();
    }

    @Test
    void smallTalkAmongNeighboursIsNone() {
        assertThat(Talking.inGroup(OF_BUILDING_3).says("晚饭好像吃了").doubt()).isEmpty();
    }

    @Test
    void whatStaffSaysAndButtonsAndRepliesAreNone() {
        assertThat(Talking.staffInGroup(OF_BUILDING_3).says("电梯好像坏了").doubt()).isEmpty();
        assertThat(Talking.stranger().says("转人工").doubt()).isEmpty();
        assertThat(Talking.stranger().says("电梯坏了").says("好像是3栋").doubt()).isEmpty();
    }

    @Test
    void whoWantsToBeLeftAloneIsNotLearntFrom() {
        assertThat(Talking.stranger().says("别再发了").learnt()).hasAtLeastOneElementOfType(LearningRefused.class);
    }

    private static Understand taking(String label, double confidence) {
        var intent = new Intent(label);
        return (_, _, _) ->
                new Understanding(intent, confidence, List.of(new Ranked(intent, confidence)), Entities.NONE);
    }
}
