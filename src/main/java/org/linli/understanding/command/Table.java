package org.linli.understanding.command;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.understanding.Intent;

/// A report for a person at a terminal.
record Table(PrintStream out) {

    /// @param outside the label of messages that are none of our business, or empty
    void print(Report report, String outside) {
        out.printf(Locale.ROOT, "%-24s %9s %9s %9s %8s  %s%n", "", "precision", "recall", "F1", "support", "taken for");
        report.scores().forEach(this::row);
        out.printf(
                Locale.ROOT,
                "%naccuracy %.4f   macro F1 %.4f   calibration error %.4f   examples %d%n",
                report.accuracy(),
                report.macroF1(),
                Calibration.of(report.guesses()).error(),
                report.guesses().size());
        if (outside.equals(Intent.CHATTER.label())) {
            groups(report.guesses());
        } else if (!outside.isEmpty()) {
            outside(Outside.of(report.guesses(), outside));
        }
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

    private void outside(Outside it) {
        out.printf(
                Locale.ROOT,
                "in scope %.4f (%.4f if none were turned away)   out of scope, recall %.4f   AUROC %.4f%n",
                it.accuracy(),
                it.closed(),
                it.recall(),
                it.auroc());
    }

    /// In a group it matters what is caught and whom we interrupt.
    private void groups(List<Guess> guesses) {
        out.printf(
                "%nin a group: from this confidence on, chatter interrupted; reports heard; emergencies, at as many false alarms%n");
        Rejection.of(guesses, Intent.CHATTER.label()).points().forEach(this::point);
    }

    private void point(Rejection.Point it) {
        out.printf(
                Locale.ROOT,
                "%.4f  %7.2f %%  (1 in %5.0f)   %6.2f %%, with the right label %6.2f %%   %6.2f %%%n",
                it.threshold(),
                100 * it.wrongly(),
                1 / it.wrongly(),
                100 * it.reports(),
                100 * it.right(),
                100 * it.emergencies());
    }
}
