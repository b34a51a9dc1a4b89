package org.linli.dialogue.turns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.LinliTest;
import org.linli.dialogue.Neighbourhood;
import org.linli.dialogue.QuestionAsked;
import org.linli.dialogue.Talking;
import org.linli.dialogue.talk.Heard;
import org.linli.understanding.Understand;
import org.springframework.test.context.TestConstructor;

/// What is a question that a whole building may have, by what the program has really learnt.
@LinliTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class QuestionsTest {

    private final Understand understand;

    QuestionsTest(Understand understand) {
        this.understand = understand;
    }

    @ParameterizedTest
    @CsvSource({
        "是不是停水了？, report.water",
        "停水了吗, report.water",
        "怎么没水了？, report.water",
        "我们楼停水停到几点, report.water",
        "家里没水是怎么回事, report.water",
        "是不是停电了？, report.power",
        "怎么停电了啊, report.power",
        "电梯怎么又不动了？, report.elevator"
    })
    void whatIsAskedInManyWaysIsOneTheme(String words, String theme) {
        assertThat(asked(Talking.inGroup(Neighbourhood.OF_BUILDING_3), words)).hasValueSatisfying(it -> {
            assertThat(it.theme()).isEqualTo(theme);
            assertThat(it.building()).isEqualTo("b3");
        });
    }

    @ParameterizedTest
    @CsvSource({"晚饭吃了吗", "谁家的猫啊？", "电梯坏了", "谢谢大家"})
    void whatIsNoQuestionToUsIsNotCounted(String words) {
        assertThat(asked(Talking.inGroup(Neighbourhood.OF_BUILDING_3), words)).isEmpty();
    }

    @Test
    void aBuildingThatIsNamedCountsAndNotTheOneThatIsNear() {
        assertThat(asked(Talking.inGroup(Neighbourhood.OF_BUILDING_3), "5栋是不是停水了？"))
                .hasValueSatisfying(it -> assertThat(it.building()).isEqualTo("b5"));
        assertThat(asked(Talking.stranger(), "是不是停水了？")).isEmpty();
        assertThat(asked(Talking.resident(), "是不是停水了？"))
                .hasValueSatisfying(it -> assertThat(it.building()).isEqualTo("b3"));
    }

    @Test
    void whoLivesTogetherIsOneHouseholdAndStaffIsNone() {
        var one = asked(Talking.resident(), "是不是停水了？").orElseThrow();
        var again =
                asked(Talking.inGroup(Neighbourhood.OF_BUILDING_3), "停水停到几点？").orElseThrow();

        assertThat(again.household()).isEqualTo(one.household());
        assertThat(asked(Talking.staffInGroup(Neighbourhood.OF_BUILDING_3), "是不是停水了？"))
                .isEmpty();
    }

    private Optional<QuestionAsked> asked(Talking talk, String words) {
        return new Questions(talk.with(understand).scene(new Heard.Said(words), false)).asked();
    }
}
