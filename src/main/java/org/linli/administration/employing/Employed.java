package org.linli.administration.employing;

import org.jspecify.annotations.Nullable;
import org.linli.community.personnel.Outcome;

/// What became of a change, and the password that was made with it.
///
/// @param password for the only time; `null` where none was made
public record Employed(Outcome outcome, @Nullable String password) {

    @Override
    public String toString() {
        return "Employed[" + outcome + "]";
    }
}
