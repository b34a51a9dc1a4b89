package org.linli.cases.behalf;

import org.jspecify.annotations.Nullable;

/// For whom something is entered.
///
/// @param resident   the id of a resident who was found; `null` for a stranger
/// @param name       as they want to be called; may be empty
/// @param phone      digits; may be empty
/// @param mayContact whether they agreed to be told how it goes
public record Caller(@Nullable String resident, String name, String phone, boolean mayContact) {

    @Override
    public String toString() {
        return "Caller[]";
    }
}
