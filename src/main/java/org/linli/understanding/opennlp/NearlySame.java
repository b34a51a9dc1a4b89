package org.linli.understanding.opennlp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Messages that differ in a word or two: who has seen one of them has seen the others, so that they must not be parted
/// where a guess is meant to be about something unseen.
public final class NearlySame {

    /// Of all features of two messages, so many in common.
    private static final double HALF = 0.5;

    /// A feature that more messages have tells nothing of likeness, and would make the search slow.
    private static final int COMMON = 400;

    /// Of the features of the shorter one so many are common to both but to few others, or it is not worth counting.
    private static final double HINT = 0.3;

    private final int[][] rows;
    private final double share;

    private NearlySame(int[][] features, double share) {
        this.rows = Arrays.stream(features)
                .map(it -> IntStream.of(it).sorted().toArray())
                .toArray(int[][]::new);
        this.share = share;
    }

    /// Two messages, the earlier one first.
    public record Pair(int earlier, int later) {}

    /// All pairs that have this share of their features in common.
    ///
    /// @param share far above one half
    public static List<Pair> pairs(List<String> messages, double share) {
        var named = messages.stream().map(Features::of).toList();
        var rows = Vocabulary.of(named).rows(named);
        return new NearlySame(rows.features(), share).pairs(rows.width());
    }

    /// By message the number of the first one that it is nearly the same as, if need be by way of others; its own where
    /// there is none.
    ///
    /// @param width how many features there are
    static int[] groups(int[][] features, int width) {
        int[] first = IntStream.range(0, features.length).toArray();
        for (Pair it : new NearlySame(features, HALF).pairs(width)) {
            int one = first(first, it.earlier());
            int other = first(first, it.later());
            first[Math.max(one, other)] = Math.min(one, other);
        }
        return IntStream.range(0, first.length).map(it -> first(first, it)).toArray();
    }

    private List<Pair> pairs(int width) {
        int[][] having = having(width);
        var pairs = new ArrayList<Pair>();
        int[] hints = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int later = i;
            likely(later, having, hints)
                    .filter(earlier -> likeness(rows[later], rows[earlier]) >= share)
                    .sorted()
                    .forEach(earlier -> pairs.add(new Pair(earlier, later)));
        }
        return pairs;
    }

    /// The earlier messages that are worth counting. Whoever shares nothing with it is not even looked at.
    ///
    /// @param hints zero for each message, before and after
    private IntStream likely(int later, int[][] having, int[] hints) {
        var hinted = IntStream.builder();
        for (int feature : rows[later]) {
            for (int earlier : having[feature]) {
                if (earlier >= later) {
                    break;
                }
                if (hints[earlier]++ == 0) {
                    hinted.add(earlier);
                }
            }
        }
        int[] all = hinted.build().toArray();
        int[] likely = IntStream.of(all)
                .filter(it -> hints[it] >= HINT * Math.min(rows[later].length, rows[it].length))
                .toArray();
        IntStream.of(all).forEach(it -> hints[it] = 0);
        return IntStream.of(likely);
    }

    /// By feature the messages that have it; none where too many have.
    private int[][] having(int width) {
        int[] counts = new int[width];
        for (int[] row : rows) {
            for (int it : row) {
                counts[it]++;
            }
        }
        int[][] having = new int[width][];
        Arrays.setAll(having, it -> new int[counts[it] > COMMON ? 0 : counts[it]]);
        int[] filled = new int[width];
        for (int i = 0; i < rows.length; i++) {
            for (int it : rows[i]) {
                if (having[it].length > 0) {
                    having[it][filled[it]++] = i;
                }
            }
        }
        return having;
    }

    private static int first(int[] first, int message) {
        int at = message;
        while (first[at] != at) {
            at = first[at];
        }
        return at;
    }

    private static double likeness(int[] one, int[] other) {
        int common = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            common += one[i] == other[j] ? 1 : 0;
            int step = Integer.compare(one[i], other[j]);
            i += step <= 0 ? 1 : 0;
            j += step >= 0 ? 1 : 0;
        }
        return (double) common / Math.max(1, one.length + other.length - common);
    }
}
