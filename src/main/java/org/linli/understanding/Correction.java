package org.linli.understanding;

import java.time.Instant;

/// What a person said that a message meant: a test of whatever is learnt from then on.
///
/// @param key     names it for ever
/// @param words   masked
/// @param inGroup whether it was said among neighbours rather than to the service
/// @param label   the right one
/// @param at      when it was said
public record Correction(String key, String words, boolean inGroup, String label, Instant at) {

    /// Among neighbours only reports are heard: all else is silence, whatever it is taken for.
    public boolean isMetBy(Intent guess) {
        return inGroup && !new Intent(label).opensCase()
                ? !guess.opensCase()
                : guess.label().equals(label);
    }

    Correction saying(String other) {
        return new Correction(key, other, inGroup, label, at);
    }

    @Override
    public String toString() {
        return "Correction[" + key + ", " + label + "]";
    }
}
