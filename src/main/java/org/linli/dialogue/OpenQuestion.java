package org.linli.dialogue;

import java.time.Instant;
import org.linli.channels.Address;

/// A question that waits for a bare reply; of several, the latest is meant.
///
/// @param skill   who asked
/// @param about   what it is about, like a case's number
/// @param askedIn the private talk or the group in which the question was put
public record OpenQuestion(String skill, String about, Instant askedAt, Address askedIn) {}
