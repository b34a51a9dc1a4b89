package org.linli.understanding.opennlp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Makes the confidence in the likeliest label come true: of what we are 80 % sure of, 80 % shall be right.
///
/// @param said   confidences, rising
/// @param proved how often such confidences were right with messages that had not been seen, never falling
@SuppressWarnings("ArrayRecordComponent") // numbers, never compared
record Truth(double[] said, double[] proved) {

    /// Where too little is known to correct anything.
    static final Truth UNKNOWN = new Truth(new double[0], new double[0]);

    private static final int STEPS = 16;
    private static final int LEAST_IN_A_STEP = 50;

    /// A confidence, and whether it was right to be sure.
    record Trial(double confidence, boolean right) {}

    /// Pools neighbouring steps until none falls (isotonic regression by adjacent violators).
    static Truth of(List<Trial> trials) {
        var rising = trials.stream()
                .sorted(Comparator.comparingDouble(Trial::confidence))
                .toList();
        int size = Math.max(LEAST_IN_A_STEP, rising.size() / STEPS);
        var pools = new ArrayList<Pool>();
        for (int from = 0; from + size <= rising.size(); from += size) {
            int to = from + 2 * size > rising.size() ? rising.size() : from + size;
            pools.add(Pool.of(rising.subList(from, to)));
            settle(pools);
        }
        return pools.size() < 2
                ? UNKNOWN
                : new Truth(
                        pools.stream().mapToDouble(Pool::said).toArray(),
                        pools.stream().mapToDouble(Pool::proved).toArray());
    }

    /// The first of the ranking as sure as it has proved to be; what it loses or gains the others share.
    ///
    /// @param confidences that add up to one; changed in place
    void tell(double[] confidences) {
        int head = 0;
        int second = -1;
        for (int i = 1; i < confidences.length; i++) {
            boolean first = confidences[i] > confidences[head];
            second = first ? head : second < 0 || confidences[i] > confidences[second] ? i : second;
            head = first ? i : head;
        }
        double before = confidences[head];
        double now = of(before);
        double others = (1 - now) / Math.max(1e-9, 1 - before);
        if (said.length > 0 && (second < 0 || now > others * confidences[second])) {
            for (int i = 0; i < confidences.length; i++) {
                confidences[i] *= i == head ? now / before : others;
            }
        }
    }

    private double of(double confidence) {
        int above = 0;
        while (above < said.length && said[above] < confidence) {
            above++;
        }
        double from = above == 0 ? 0 : said[above - 1];
        double to = above == said.length ? 1 : said[above];
        double low = above == 0 ? 0 : proved[above - 1];
        double high = above == said.length ? 1 : proved[above];
        return to - from < 1e-9 ? high : low + (high - low) * (confidence - from) / (to - from);
    }

    private static void settle(List<Pool> pools) {
        while (pools.size() > 1
                && pools.get(pools.size() - 2).proved() > pools.getLast().proved()) {
            var last = pools.removeLast();
            pools.add(pools.removeLast().and(last));
        }
    }

    private record Pool(double sum, int right, int count) {

        static Pool of(List<Trial> trials) {
            return new Pool(
                    trials.stream().mapToDouble(Trial::confidence).sum(),
                    (int) trials.stream().filter(Trial::right).count(),
                    trials.size());
        }

        Pool and(Pool other) {
            return new Pool(sum + other.sum, right + other.right, count + other.count);
        }

        double said() {
            return sum / count;
        }

        double proved() {
            return (double) right / count;
        }
    }
}
