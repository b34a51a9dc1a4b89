package org.linli.understanding;

import java.util.List;

/// Two ways of understanding, asked the same.
///
/// @param heldOut         examples that neither had learnt
/// @param chatter         those of them that are chatter
/// @param disturbedBefore how often the present one would have spoken up in a group at that chatter
/// @param labels          those of which one knows more examples than the other
/// @param corrections     every one that was ever made
public record Comparison(
        int heldOut,
        int rightBefore,
        int rightAfter,
        int chatter,
        int disturbedBefore,
        int disturbedAfter,
        List<OfLabel> labels,
        List<Checked> corrections) {

    public Comparison {
        labels = List.copyOf(labels);
        corrections = List.copyOf(corrections);
    }

    /// @param examples how many were held out
    /// @param before   how many of them the present one knows
    public record OfLabel(String label, int examples, int before, int after) {}

    /// @param before what the present one takes it for
    /// @param after  what the new one does, which may have learnt it
    public record Checked(Correction correction, String before, String after) {

        public boolean wasRight() {
            return correction.isMetBy(new Intent(before));
        }

        public boolean willBeRight() {
            return correction.isMetBy(new Intent(after));
        }
    }

    /// Corrections that are met now and would not be any more.
    public List<Checked> regressions() {
        return corrections.stream()
                .filter(it -> it.wasRight() && !it.willBeRight())
                .toList();
    }
}
