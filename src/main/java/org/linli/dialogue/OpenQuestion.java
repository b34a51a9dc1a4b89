package org.linli.dialogue;

import java.time.Instant;
import org.linli.channels.Address;

/// A question that waits for a reply; of several, the latest that the words answer is meant.
///
/// @param skill   who asked
/// @param about   what it is about, like a case's number
/// @param askedIn the private talk or the group in which the question was put
/// @param free    whether any words, or a picture, may be the answer, and not only a bare reply
public record OpenQuestion(String skill, String about, Instant askedAt, Address askedIn, boolean free) {

    public OpenQuestion(String skill, String about, Instant askedAt, Address askedIn) {
        this(skill, about, askedAt, askedIn, false);
    }
}
