package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.cases.rules.ReadWorkflow;
import org.linli.cases.rules.RuleFile;

class AmountTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"换灯泡 120 元|120", "共 1,200.50元|1200.50", "3万元|30000", "先付80块，尾款 40 元|40"})
    void moneyIsReadAsPeopleWriteIt(String words, BigDecimal yuan) {
        assertThat(Amount.in(words)).hasValueSatisfying(it -> assertThat(it).isEqualByComparingTo(yuan));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "没花钱", "3栋2单元", "120", "元旦前修好"})
    void whatIsNoMoneyIsNone(String words) {
        assertThat(Amount.in(words)).isEmpty();
    }

    @Test
    void aWorkflowMayAskForIt() {
        var packed = Sunshine.workflow("report.elevator").definition();
        String text = packed.text().replaceFirst("(resolve: .*needs: \\[)", "$1amount, ");
        var asking =
                ReadWorkflow.read(packed.kind(), text, new RuleFile("test")).orElseThrow();
        var workflow = new Workflow(
                Sunshine.workflow("report.elevator").course(),
                asking,
                Sunshine.workflow("report.elevator").hours());
        var who = Who.staff("wang", "王物业");

        assertThat(workflow.refuses(new Act.Resolve("换了门机", List.of("p")), who, State.IN_PROGRESS))
                .contains(Outcome.Refusal.AMOUNT_MISSING);
        assertThat(workflow.refuses(new Act.Resolve("换了门机 380 元", List.of("p")), who, State.IN_PROGRESS))
                .isEmpty();
        var outcome = new Moves(workflow, Sunshine.in(State.IN_PROGRESS), who, Sunshine.NINE)
                .make(new Act.Resolve("换了门机 1,380.50 元", List.of("p")));
        assertThat(((Outcome.Moved) outcome).step().amount()).isEqualTo(new BigDecimal("1380.50"));
        assertThat(workflow.needsAmount(Act.Kind.RESOLVE, State.IN_PROGRESS)).isTrue();
    }
}
