package org.linli.community.personnel;

/// What became of a change to the staff.
public enum Outcome {
    DONE,
    /// Nobody of that id works here, or not in the state that the change needs.
    UNKNOWN,
    /// The id is or was somebody's: what they did would become somebody else's.
    TAKEN,
    /// Nobody would be left who may change it back.
    LAST_ADMINISTRATOR,
    /// There is no such unit.
    NO_UNIT,
    /// They may make communities, so only one of their like changes by what they sign in and as what they work.
    NOT_YOURS
}
