package org.linli.dialogue;

import java.time.Instant;

/// A question that waits for a bare reply; of several, the latest is meant.
///
/// @param skill who asked
/// @param about what it is about, like a case's number
public record OpenQuestion(String skill, String about, Instant askedAt) {}
