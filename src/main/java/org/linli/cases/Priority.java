package org.linli.cases;

import java.util.Locale;

/// How pressing a case is (紧急程度): the workflow says so when it begins, and staff, with a reason, later. Stored by name,
/// and what is more pressing stands later.
public enum Priority {
    ORDINARY,
    URGENT,
    EMERGENCY;

    public boolean isAbove(Priority other) {
        return compareTo(other) > 0;
    }

    /// As files and addresses of pages write it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
