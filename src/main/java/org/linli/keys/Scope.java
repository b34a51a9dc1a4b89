package org.linli.keys;

import java.util.Locale;

/// What a key opens. Stored by name, so a scope is never renamed.
public enum Scope {
    /// Reports and updates through Open311.
    OPEN311,
    /// The month's report.
    NUMBERS,
    /// Cases, without who reported them.
    CASES_READ,
    /// Opens cases on behalf of people, and acts on them.
    CASES_WRITE,
    /// Notices, drafts too, and how far they are.
    NOTICES_READ,
    /// Writes drafts and hands them in; where four eyes are needed, a person approves.
    NOTICES_WRITE,
    /// Votes, and their results where everybody may see them.
    POLLS_READ,
    /// Places, units and groups.
    PLACES_READ;

    /// As documents write it: `cases-read`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
