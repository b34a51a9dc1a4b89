package org.linli.postroom.web;

import java.util.Locale;
import org.linli.channels.Checkup.Step;

/// One step of setting up an account.
///
/// @param what   the end of a key of words
/// @param result the end of a key of words
/// @param code   the platform's own; empty where it named none
/// @param detail what else is known; may be empty
public record StepView(String what, String result, String code, String detail) {

    private static final String CODE = "errcode ";

    static StepView of(Step step) {
        boolean named = step.detail().startsWith(CODE);
        return new StepView(
                step.what().name().toLowerCase(Locale.ROOT),
                step.result().name().toLowerCase(Locale.ROOT),
                named ? step.detail().substring(CODE.length()) : "",
                named ? "" : step.detail());
    }
}
