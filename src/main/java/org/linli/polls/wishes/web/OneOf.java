package org.linli.polls.wishes.web;

import org.jspecify.annotations.Nullable;

/// Which proposal or question a button is about. Anything may be missing or wrong.
///
/// @param agrees what is said to a question
record OneOf(@Nullable String of, @Nullable String agrees) {

    /// 0 where it is none.
    int number() {
        return of != null && of.matches("\\d{1,6}") ? Integer.parseInt(of) : 0;
    }

    boolean isAgreed() {
        return "true".equals(agrees);
    }
}
