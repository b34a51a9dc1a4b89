package org.linli.understanding;

import java.util.List;
import java.util.Map;

/// Two ways of understanding, asked the same: each was asked only what it had not learnt, nor anything nearly the same.
///
/// @param examples    right in private
/// @param groups      what a group would get of it, one of each bar
/// @param alarm       the same for danger alone: emergencies that are taken for it, chatter that is not
/// @param labels      those of which one knows more examples than the other
/// @param corrections every one that was ever made
public record Comparison(
        BetterOrLuckier examples,
        List<InGroup> groups,
        InGroup alarm,
        List<OfLabel> labels,
        List<Checked> corrections) {

    public Comparison {
        groups = List.copyOf(groups);
        labels = List.copyOf(labels);
        corrections = List.copyOf(corrections);
    }

    /// What is heard among neighbours, who are disturbed by whatever is heard without need.
    ///
    /// @param bar      the confidence from which it is heard
    /// @param silences chatter that is left alone
    /// @param reports  those that are heard, as whatever report
    public record InGroup(double bar, BetterOrLuckier silences, BetterOrLuckier reports) {}

    /// @param examples how many there are
    /// @param before   how many of them the present one knows
    public record OfLabel(String label, int examples, int before, int after) {}

    /// @param before what the present one takes it for; chatter for what a group does not hear
    /// @param after  what the new one does
    public record Checked(Correction correction, String before, String after) {

        public boolean wasRight() {
            return correction.isMetBy(new Intent(before));
        }

        public boolean willBeRight() {
            return correction.isMetBy(new Intent(after));
        }

        Checked saying(String words) {
            return new Checked(correction.saying(words), before, after);
        }
    }

    /// Corrections that are met now and would not be any more.
    public List<Checked> regressions() {
        return corrections.stream()
                .filter(it -> it.wasRight() && !it.willBeRight())
                .toList();
    }

    /// The same, to be kept longer than what people said may be.
    public Comparison withoutWords() {
        return saying(Map.of());
    }

    /// The same with words, by key of the correction; empty where there are none any more.
    public Comparison saying(Map<String, String> words) {
        return new Comparison(
                examples,
                groups,
                alarm,
                labels,
                corrections.stream()
                        .map(it -> it.saying(words.getOrDefault(it.correction().key(), "")))
                        .toList());
    }
}
