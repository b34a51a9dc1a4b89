package org.linli.postroom;

import java.util.UUID;

/// What staff, or a program, wants to say to many.
///
/// @param whom as [ManyPeople.Many#chosen]
/// @param name of the message: said again under the same, nothing more is sent
public record MessageToMany(String whom, String words, UUID name) {

    /// The platform counts bytes; this is far below, and nobody reads more.
    private static final int LONGEST = 600;

    public MessageToMany {
        words = words.strip().replace("\r", "");
    }

    boolean isTooLong() {
        return words.codePointCount(0, words.length()) > LONGEST;
    }

    @Override
    public String toString() {
        return "MessageToMany[" + name + "]";
    }
}
