package org.linli.understanding;

/// Something in a message that speaks for a label.
///
/// @param kind  what it is
/// @param words the piece of the message; of a [Kind#FACT] its name, like `question`
/// @param meant what the words were read as: the same, but for a word that was misspelt (店梯 for 电梯)
/// @param share of all that speaks for the label, between 0 and 1
public record Reason(Kind kind, String words, String meant, double share) {

    public enum Kind {
        /// Characters of the message, how they sound and words that mean the same.
        WORDS,
        /// Something about the message as a whole.
        FACT
    }

    public boolean isRespelt() {
        return !meant.equals(words);
    }

    @Override
    public String toString() {
        return "Reason[" + kind + "]";
    }
}
