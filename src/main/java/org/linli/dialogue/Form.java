package org.linli.dialogue;

import org.jspecify.annotations.Nullable;

/// An unfinished request and the question that it waits for.
///
/// @param question `null` until something was asked
/// @param urgent   whether it completes an emergency that is already being dealt with
record Form(Gathered gathered, @Nullable Question question, boolean urgent) {

    static Form of(Gathered gathered) {
        return new Form(gathered, null, false);
    }

    Form with(Gathered more) {
        return new Form(more, question, urgent);
    }

    Form asking(Question next) {
        return new Form(gathered, next, urgent);
    }

    boolean asks(Need need) {
        return question != null && question.need() == need;
    }

    boolean asksForHome() {
        return question != null && question.home();
    }

    int failures() {
        return question == null ? 0 : question.failures();
    }

    /// Whether both grew out of one message, and so share the place that is asked for once.
    boolean isSiblingOf(Form other) {
        return stem().equals(other.stem());
    }

    private String stem() {
        return gathered.key().replaceFirst("-part-\\d+$", "");
    }
}
