package org.linli.administration;

import org.jspecify.annotations.Nullable;
import org.linli.community.Elsewhere;
import org.linli.community.personnel.Outcome;

/// Under which name somebody may sign in elsewhere.
///
/// @param where `null` where the form does not say
record ElsewhereForm(@Nullable Elsewhere where, @Nullable String subject) {

    private static final int LONGEST = 255;

    String said() {
        return subject == null ? "" : subject.strip();
    }

    boolean isReadable() {
        return said().length() <= LONGEST && said().chars().noneMatch(Character::isISOControl);
    }

    /// The end of the key of what is said about it.
    String told(Outcome outcome) {
        return switch (outcome) {
            case DONE -> said().isEmpty() ? "unbound" : "bound";
            case TAKEN -> "elsewhere-taken";
            default -> StaffList.word(outcome);
        };
    }

    @Override
    public String toString() {
        return "ElsewhereForm[" + where + "]";
    }
}
