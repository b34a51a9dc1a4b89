package org.linli.platform.database;

import org.jspecify.annotations.Nullable;

/// One thing that a decision changes in the database, as data: a letter to send, a case that moved on.
///
/// Decisions are pure and return effects; [Effects#commit] writes them, together or not at all.
public interface Effect {

    /// In which all of it is written. Decisions of one community share a commit, those of several never do.
    CommunityId community();

    /// What only one decision at a time may be about: of two that name the same in one commit, the second is made
    /// again. `null` where any number may hold.
    default @Nullable Object contested() {
        return null;
    }

    /// What it is where nobody asked for it: a job decided it because its time had come, see [OwnAccord].
    default Effect ofOwnAccord() {
        return this;
    }
}
