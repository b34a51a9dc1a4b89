package org.linli.understanding.command;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.linli.understanding.Intent;

/// What staying silent costs and saves, from never to nearly always: for our labels how much is heard in a group, for
/// others how much is understood, against how much is wrongly taken up.
record Rejection(List<Point> points) {

    private static final double[] WRONGLY = {
        0, 0.001, 0.002, 0.005, 0.01, 0.0133, 0.02, 0.0333, 0.05, 0.1, 0.2, 0.3, 0.5, 1
    };

    /// @param threshold   the confidence from which we speak
    /// @param wrongly     the share of messages that are none of our business and are taken up all the same
    /// @param reports     the share of messages worth a word that are taken up
    /// @param right       the share of them that are taken up and rightly understood
    /// @param emergencies the share of emergencies that is heard where as many others seem to be one
    record Point(double threshold, double wrongly, double reports, double right, double emergencies) {}

    /// @param outside the label of messages that are none of our business; no points where none has it
    static Rejection of(List<Guess> guesses, String outside) {
        var others = guesses.stream().filter(it -> it.label().equals(outside)).toList();
        var worthy = guesses.stream().filter(it -> it.isWorthy(outside)).toList();
        if (others.isEmpty() || worthy.isEmpty()) {
            return new Rejection(List.of());
        }
        double[] loud =
                others.stream().mapToDouble(it -> it.loudness(outside)).sorted().toArray();
        double[] alarming = others.stream().mapToDouble(Guess::danger).sorted().toArray();
        return new Rejection(Arrays.stream(WRONGLY)
                .mapToObj(it -> point(above(loud, it), above(alarming, it), others, worthy, outside))
                .toList());
    }

    private static double above(double[] rising, double share) {
        int allowed = (int) Math.floor(rising.length * share + 1e-9);
        return allowed >= rising.length ? 0 : Math.nextUp(rising[rising.length - 1 - allowed]);
    }

    private static Point point(
            double threshold, double danger, List<Guess> others, List<Guess> worthy, String outside) {
        var emergencies = worthy.stream()
                .filter(it -> it.label().equals(Intent.EMERGENCY.label()))
                .toList();
        var right = worthy.stream().filter(it -> it.isRightlyHeard(outside)).toList();
        return new Point(
                threshold,
                share(others, others.size(), threshold, outside),
                share(worthy, worthy.size(), threshold, outside),
                share(right, worthy.size(), threshold, outside),
                (double) emergencies.stream()
                                .filter(it -> it.danger() >= danger)
                                .count()
                        / Math.max(1, emergencies.size()));
    }

    private static double share(List<Guess> some, int all, double threshold, String outside) {
        return (double) some.stream()
                        .filter(it -> it.loudness(outside) >= threshold)
                        .count()
                / all;
    }

    /// How well the two are told apart at all: the chance that a message worth a word is louder than one that is not.
    static double auroc(List<Guess> guesses, String outside) {
        double[] others = guesses.stream()
                .filter(it -> it.label().equals(outside))
                .mapToDouble(it -> it.loudness(outside))
                .sorted()
                .toArray();
        return guesses.stream()
                .filter(it -> it.isWorthy(outside))
                .mapToDouble(it -> below(others, it.loudness(outside)) / others.length)
                .average()
                .orElse(0);
    }

    private static double below(double[] rising, double value) {
        long below =
                IntStream.range(0, rising.length).filter(i -> rising[i] < value).count();
        long same = IntStream.range(0, rising.length)
                .filter(i -> rising[i] == value)
                .count();
        return below + same / 2.0;
    }
}
