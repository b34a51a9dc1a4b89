package org.linli.openness;

import org.linli.cases.Case;

/// A case that its writer may be asked about, or was.
///
/// @param shown what would be shown, or is: masked
public record Askable(Case it, String shown, Answer answer) {

    /// What whoever wrote it says.
    public enum Answer {
        /// Was not asked yet.
        NEW,
        /// Cannot be asked alone.
        UNREACHED,
        ASKED,
        YES,
        NO
    }

    @Override
    public String toString() {
        return "Askable[" + it.number() + ", " + answer + "]";
    }
}
