package org.linli.understanding.opennlp;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.linli.understanding.Intent;

/// How sure we may be in a group, where nearly everything is chatter and a wrong word of ours disturbs everybody.
///
/// First whether somebody needs something done, then what. An emergency has its own, lower bar: not to hear it is
/// worse than to ask once too often. The numbers are fitted to guesses of unseen examples: of our (difficult) chatter
/// one in 240 reaches 0.9, one in 75 reaches 0.7, one in 45 reaches 0.4.
record AmongNeighbours(Intent[] intents) {

    /// The second opinion counts as much as two.
    private static final double CASE_TRUST = 2;

    private static final double CASE_SLOPE = 0.42;
    private static final double CASE_BAR = 4.0;
    private static final double ALARM_SLOPE = 2;
    private static final double ALARM_BAR = 1.5;

    /// How many times a report the word of an emergency counts, where danger is likely.
    private static final double CARE = 6;

    /// A group is asked about one label, not about two half likely ones.
    private static final double SHARPER = 8;

    /// How many times likelier chatter is than other requests, which a group never hears.
    private static final double CHATTER = 48;

    /// @param likely of each intent, as it would be in private; adds up to one
    /// @param aCase  the log odds that it opens a case
    /// @param alarm  the log odds that it is an emergency rather than chatter
    double[] confidences(double[] likely, double aCase, double alarm) {
        double report = sure(CASE_SLOPE, CASE_TRUST * aCase + caseOverChatter(likely) - CASE_BAR);
        double danger = sure(ALARM_SLOPE, alarm + alarmOverChatter(likely) - ALARM_BAR);
        double emergency = Math.max(report, danger);
        double[] cases = shares(likely, it -> it.opensCase() ? 1 + (care(it) - 1) * danger : 0, SHARPER);
        double[] others = shares(likely, AmongNeighbours::silence, 1);
        double[] confidences = new double[likely.length];
        for (int i = 0; i < likely.length; i++) {
            confidences[i] = cases[i] * (intents[i].equals(Intent.EMERGENCY) ? emergency : report);
        }
        double left = 1 - Arrays.stream(confidences).sum();
        Arrays.setAll(confidences, i -> confidences[i] + left * others[i]);
        return confidences;
    }

    double caseOverChatter(double[] likely) {
        double cases = 0;
        for (int i = 0; i < likely.length; i++) {
            cases += intents[i].opensCase() ? likely[i] : 0;
        }
        return odds(cases, of(Intent.CHATTER, likely));
    }

    double alarmOverChatter(double[] likely) {
        return odds(of(Intent.EMERGENCY, likely), of(Intent.CHATTER, likely));
    }

    private double[] shares(double[] likely, ToDoubleFunction<Intent> weight, double sharper) {
        double[] shares = new double[likely.length];
        Arrays.setAll(shares, i -> Math.pow(likely[i] * weight.applyAsDouble(intents[i]), sharper));
        double all = Arrays.stream(shares).sum();
        Arrays.setAll(shares, i -> all == 0 ? 0 : shares[i] / all);
        return shares;
    }

    private static double care(Intent intent) {
        return intent.equals(Intent.EMERGENCY) ? CARE : 1;
    }

    private static double silence(Intent intent) {
        return intent.opensCase() ? 0 : intent.equals(Intent.CHATTER) ? CHATTER : 1;
    }

    private double of(Intent intent, double[] likely) {
        int at = Arrays.asList(intents).indexOf(intent);
        return at < 0 ? 0 : likely[at];
    }

    private static double odds(double some, double others) {
        return Math.log((some + 1e-9) / (others + 1e-9));
    }

    private static double sure(double slope, double evidence) {
        return 1 / (1 + Math.exp(-slope * evidence));
    }
}
