package org.linli.cases;

import org.jspecify.annotations.Nullable;

/// What is wrong, and where.
///
/// @param label  like `report.noise`
/// @param place  the id of the place as exact as known; `null` where none was needed
/// @param spot   the id of the building or named spot around it: neighbours meet here; empty without a place
/// @param detail what was said below the place, like a floor; may be empty
/// @param words  as it was said
public record Problem(String label, @Nullable String place, String spot, String detail, String words) {

    @Override
    public String toString() {
        return "Problem[" + label + " at " + spot + "]";
    }
}
