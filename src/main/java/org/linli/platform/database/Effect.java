package org.linli.platform.database;

/// One thing that a decision changes in the database, as data: a letter to send, a case that moved on.
///
/// Decisions are pure and return effects; [Effects#commit] writes them, together or not at all.
public interface Effect {}
