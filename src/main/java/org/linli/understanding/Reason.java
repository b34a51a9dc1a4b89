package org.linli.understanding;

/// Something in a message that speaks for a label.
///
/// @param kind  what it is
/// @param words the piece of the message; of a [Kind#FACT] its name, like `question`
/// @param share of all that speaks for the label, between 0 and 1
public record Reason(Kind kind, String words, double share) {

    public enum Kind {
        /// Characters of the message, how they sound and words that mean the same.
        WORDS,
        /// Something about the message as a whole.
        FACT
    }

    @Override
    public String toString() {
        return "Reason[" + kind + "]";
    }
}
