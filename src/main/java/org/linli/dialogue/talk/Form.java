package org.linli.dialogue.talk;

import org.jspecify.annotations.Nullable;
import org.linli.dialogue.Need;

/// An unfinished request and the question that it waits for.
///
/// @param question `null` until something was asked
/// @param urgent   whether it completes an emergency that is already being dealt with
public record Form(Gathered gathered, @Nullable Question question, boolean urgent) {

    public static Form of(Gathered gathered) {
        return new Form(gathered, null, false);
    }

    public Form with(Gathered more) {
        return new Form(more, question, urgent);
    }

    public Form asking(Question next) {
        return new Form(gathered, next, urgent);
    }

    public boolean asks(Need need) {
        return question != null && question.need() == need;
    }

    public boolean asksForHome() {
        return question != null && question.home();
    }

    public int failures() {
        return question == null ? 0 : question.failures();
    }

    /// Whether both grew out of one message, and so share the place that is asked for once.
    public boolean isSiblingOf(Form other) {
        return stem().equals(other.stem());
    }

    private String stem() {
        return gathered.key().replaceFirst("-part-\\d+$", "");
    }
}
