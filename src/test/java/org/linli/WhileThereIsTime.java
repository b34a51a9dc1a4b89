package org.linli;

import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Begins no long test any more when a build has to come to an end, which `.ci/run` says by `LINLI_UNTIL`, in seconds
/// since 1970: of a machine that is much too slow, an answer about most is worth more than none about all. See
/// src/adr/0118.
public final class WhileThereIsTime implements ExecutionCondition {

    /// For classes that measure more than they test: they come after all others.
    public static final int LAST = Order.DEFAULT + 1;

    private final String until;
    private final Clock clock;

    public WhileThereIsTime() {
        this(System.getenv().getOrDefault("LINLI_UNTIL", ""), Clock.systemUTC());
    }

    WhileThereIsTime(String until, Clock clock) {
        this.until = until;
        this.clock = clock;
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        boolean begins =
                context.getTestClass().isPresent() && context.getTestMethod().isEmpty();
        return begins && context.getTags().contains("long") && isOver()
                ? ConditionEvaluationResult.disabled("there is no time left here")
                : ConditionEvaluationResult.enabled("there is time");
    }

    private boolean isOver() {
        return !until.isEmpty() && clock.instant().isAfter(Instant.ofEpochSecond(Long.parseLong(until)));
    }
}
