package org.linli.teaching;

/// How often the one on trial would have taken messages for something else.
///
/// @param running the label of the one in use
/// @param instead that of the one on trial
public record Times(boolean inGroup, String running, String instead, long times) {}
