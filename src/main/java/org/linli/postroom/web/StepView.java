package org.linli.postroom.web;

import java.util.Locale;
import org.linli.channels.Checkup.Step;

/// One step of setting up an account.
///
/// @param what   the end of a key of words
/// @param result the end of a key of words
public record StepView(String what, String result, String detail) {

    static StepView of(Step step) {
        return new StepView(
                step.what().name().toLowerCase(Locale.ROOT),
                step.result().name().toLowerCase(Locale.ROOT),
                step.detail());
    }
}
