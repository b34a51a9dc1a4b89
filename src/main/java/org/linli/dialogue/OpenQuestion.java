package org.linli.dialogue;

import java.time.Instant;
import org.linli.channels.Address;

/// A question that waits for a reply; of several, the latest that the words answer is meant.
///
/// @param skill   who asked
/// @param about   what it is about, like a case's number
/// @param askedIn the private talk or the group in which the question was put
/// @param free    whether any words, or a picture, may be the answer, and not only a bare reply
/// @param choice  whether it listed what may be answered by name, so that also words which would mean something else
///                may be the answer
public record OpenQuestion(String skill, String about, Instant askedAt, Address askedIn, boolean free, boolean choice) {

    public OpenQuestion(String skill, String about, Instant askedAt, Address askedIn) {
        this(skill, about, askedAt, askedIn, false);
    }

    public OpenQuestion(String skill, String about, Instant askedAt, Address askedIn, boolean free) {
        this(skill, about, askedAt, askedIn, free, false);
    }
}
