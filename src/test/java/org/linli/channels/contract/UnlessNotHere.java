package org.linli.channels.contract;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import java.util.Arrays;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Skips a case of which the adapter says that it makes no sense there, with its reason.
final class UnlessNotHere implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getTestMethod()
                .map(method -> method.getAnnotation(Owed.class))
                .flatMap(owed -> Arrays.stream(context.getRequiredTestClass().getAnnotationsByType(NotHere.class))
                        .filter(it -> Arrays.asList(it.value()).contains(owed.value()))
                        .findFirst()
                        .map(it -> disabled(owed.value() + " makes no sense here: " + it.because())))
                .orElseGet(() -> enabled("owed by every adapter"));
    }
}
