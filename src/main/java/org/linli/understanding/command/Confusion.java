package org.linli.understanding.command;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which label was taken for which, how often.
///
/// @param counts by the true label, then by the guessed one
@SuppressWarnings("ArrayRecordComponent") // never compared
record Confusion(List<String> labels, int[][] counts) {

    static Confusion of(List<Guess> guesses) {
        List<String> labels = guesses.stream()
                .flatMap(it -> Stream.of(it.label(), it.guessed()))
                .distinct()
                .sorted()
                .toList();
        int[][] counts = new int[labels.size()][labels.size()];
        guesses.forEach(it -> counts[labels.indexOf(it.label())][labels.indexOf(it.guessed())]++);
        return new Confusion(labels, counts);
    }

    /// Of the messages with the label of this row, in percent.
    long share(int row, int column) {
        int all = IntStream.of(counts[row]).sum();
        return all == 0 ? 0 : Math.round(100.0 * counts[row][column] / all);
    }

    /// Rows are what is true, columns what was guessed.
    Csv csv() {
        var csv = new Csv(Stream.concat(Stream.of("label"), labels.stream()).toArray());
        for (int row = 0; row < counts.length; row++) {
            Object[] cells = new Object[labels.size() + 1];
            cells[0] = labels.get(row);
            for (int column = 0; column < labels.size(); column++) {
                cells[column + 1] = counts[row][column];
            }
            csv.row(cells);
        }
        return csv;
    }
}
