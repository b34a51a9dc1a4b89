package org.linli.understanding.opennlp;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// One [Opinion] put to the examples.
///
/// @param answers that occur, in order
/// @param rows    which examples have an answer
/// @param given   the number of the answer, by example; -1 where there is none
@SuppressWarnings("ArrayRecordComponent") // never compared
record Question(Opinion opinion, List<String> answers, int[] rows, int[] given) {

    static Question of(Opinion opinion, List<String> labels, Scope scope) {
        List<String> said = labels.stream().map(it -> opinion.of(it, scope)).toList();
        List<String> answers =
                said.stream().filter(it -> !it.isEmpty()).distinct().sorted().toList();
        int[] given = said.stream().mapToInt(answers::indexOf).toArray();
        int[] rows = IntStream.range(0, given.length).filter(i -> given[i] >= 0).toArray();
        return new Question(opinion, answers, rows, given);
    }

    /// Nothing can be learnt where all say the same.
    boolean canBeLearnt() {
        return answers.size() > 1;
    }

    LinearSvm learn(Rows all, int[] from, double cost) {
        int[] which = Arrays.stream(from).filter(i -> given[i] >= 0).toArray();
        int[] labels = Arrays.stream(which).map(i -> given[i]).toArray();
        return LinearSvm.train(all.only(which), labels, answers.size(), cost);
    }
}
