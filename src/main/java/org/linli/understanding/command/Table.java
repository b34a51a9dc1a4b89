package org.linli.understanding.command;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A report for a person at a terminal.
record Table(PrintStream out) {

    private static final double[] THRESHOLDS = {0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9};

    void print(Report report) {
        out.printf(Locale.ROOT, "%-24s %9s %9s %9s %8s  %s%n", "", "precision", "recall", "F1", "support", "taken for");
        report.scores().forEach(this::row);
        out.printf(
                Locale.ROOT,
                "%naccuracy %.4f   macro F1 %.4f   examples %d%n",
                report.accuracy(),
                report.macroF1(),
                report.guesses().size());
        groups(report.guesses());
    }

    private void row(String label, Score score) {
        String confused = score.confusedWith().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(3)
                .map(it -> it.getKey() + " " + it.getValue())
                .collect(Collectors.joining(", "));
        out.printf(
                Locale.ROOT,
                "%-24s %9.3f %9.3f %9.3f %8d  %s%n",
                label,
                score.precision(),
                score.recall(),
                score.f1(),
                score.support(),
                confused);
    }

    /// In a group it matters what is caught and whom we interrupt.
    private void groups(List<Guess> guesses) {
        var reports = guesses.stream().filter(Guess::opensCase).toList();
        var chatter =
                guesses.stream().filter(it -> it.label().equals("chatter")).toList();
        out.printf("%nin a group, by threshold: reports caught, with the right label; chatter interrupted%n");
        for (double threshold : THRESHOLDS) {
            long caught = reports.stream().filter(it -> it.speaks(threshold)).count();
            long right = reports.stream()
                    .filter(it -> it.speaks(threshold)
                            && it.label()
                                    .equals(it.inGroup().getFirst().intent().label()))
                    .count();
            long interrupted =
                    chatter.stream().filter(it -> it.speaks(threshold)).count();
            out.printf(
                    Locale.ROOT,
                    "%.2f  %6.2f %%  %6.2f %%  %6.2f %% (%d of %d)%n",
                    threshold,
                    share(caught, reports),
                    share(right, reports),
                    share(interrupted, chatter),
                    interrupted,
                    chatter.size());
        }
    }

    private static double share(long some, List<?> all) {
        return all.isEmpty() ? 0 : 100.0 * some / all.size();
    }
}
