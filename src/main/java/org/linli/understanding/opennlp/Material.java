package org.linli.understanding.opennlp;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// What there is to learn from.
///
/// @param said  by example its words
/// @param texts the same, [Normalised]
/// @param rows  the same as numbers of the vocabulary
record Material(List<String> said, List<String> texts, Vocabulary vocabulary, Rows rows) {

    static Material of(List<String> said) {
        var messages = features(said);
        var vocabulary = Vocabulary.of(messages);
        var texts = said.stream().map(it -> Normalised.of(it).text()).toList();
        return new Material(said, texts, vocabulary, vocabulary.rows(messages));
    }

    /// Of some examples.
    List<String> texts(int[] which) {
        return Arrays.stream(which).mapToObj(texts::get).toList();
    }

    /// By message, found anew whenever one is asked for: all at once they would take more room than all that follows.
    private static List<Set<String>> features(List<String> said) {
        return new AbstractList<>() {
            @Override
            public Set<String> get(int message) {
                return Features.of(said.get(message));
            }

            @Override
            public int size() {
                return said.size();
            }
        };
    }
}
