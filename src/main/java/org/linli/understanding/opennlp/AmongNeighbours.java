package org.linli.understanding.opennlp;

import java.util.function.IntToDoubleFunction;

/// How sure we may be in a group, where nearly everything is chatter and a wrong word of ours disturbs everybody.
///
/// First whether somebody needs something done, then what. An emergency has its own, lower bar: not to hear it is
/// worse than to ask once too often.
///
/// @param worth   whether a message opens a case rather than being chatter, and how seldom chatter seems to
/// @param alarm   whether it is an emergency rather than chatter, and how seldom chatter seems to be one
/// @param loudest how seldom chatter gets as far as a confidence in one label; last, so that [Sureness] comes true
record AmongNeighbours(Layout layout, Bar worth, Bar alarm, Rates loudest) {

    /// How many times rarer than a report an emergency has to be among chatter before we speak of it.
    private static final double ALARM_CAUTION = 2;

    /// How many times a report the word of an emergency counts, where danger is likely.
    private static final double CARE = 6;

    /// A group is asked about one label, not about two half likely ones: shares are squared so often.
    private static final int SHARPER = 3;

    /// How many times likelier chatter is than other requests, which a group never hears.
    private static final double CHATTER = 48;

    /// @param likely  of each intent, as it would be in private; adds up to one
    /// @param signals of the same message
    double[] confidences(double[] likely, double[] signals) {
        double[] confidences = raw(likely, signals);
        double heard = loudest(confidences);
        double sure = Sureness.of(loudest.surprise(heard));
        double cases = sum(confidences, 1);
        double casesNow = heard == 0 ? 0 : Math.min(1, cases * sure / heard);
        double others = sum(confidences, 0);
        for (int i = 0; i < confidences.length; i++) {
            confidences[i] *=
                    layout.worthy()[i] ? casesNow / Math.max(cases, 1e-12) : (1 - casesNow) / Math.max(others, 1e-12);
        }
        if (others < 1e-12) {
            confidences[Math.max(0, layout.outside())] += 1 - casesNow;
        }
        return confidences;
    }

    /// The same before it is known how often chatter gets as far.
    double[] raw(double[] likely, double[] signals) {
        double report = squeezed(worth.surprise(signals));
        double danger = squeezed(alarm.surprise(signals) - Math.log(ALARM_CAUTION));
        double emergency = Math.max(report, danger);
        double[] cases = shares(likely, i -> layout.worthy()[i] ? care(i, danger) : 0, SHARPER);
        double[] others = shares(likely, this::silence, 0);
        double[] confidences = new double[likely.length];
        double left = 1;
        for (int i = 0; i < confidences.length; i++) {
            confidences[i] = cases[i] * (i == layout.emergency() ? emergency : report);
            left -= confidences[i];
        }
        for (int i = 0; i < confidences.length; i++) {
            confidences[i] += left * others[i];
        }
        return confidences;
    }

    /// The confidence in the likeliest label that we would speak of.
    double loudest(double[] confidences) {
        double loudest = 0;
        for (int i = 0; i < confidences.length; i++) {
            loudest = layout.worthy()[i] ? Math.max(loudest, confidences[i]) : loudest;
        }
        return loudest;
    }

    private double sum(double[] confidences, int worthy) {
        double sum = 0;
        for (int i = 0; i < confidences.length; i++) {
            sum += layout.worthy()[i] == (worthy == 1) ? confidences[i] : 0;
        }
        return sum;
    }

    private static double[] shares(double[] likely, IntToDoubleFunction weight, int squared) {
        double[] shares = new double[likely.length];
        double all = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = squared(likely[i] * weight.applyAsDouble(i), squared);
            all += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] = all == 0 ? 0 : shares[i] / all;
        }
        return shares;
    }

    private static double squared(double value, int times) {
        double squared = value;
        for (int i = 0; i < times; i++) {
            squared *= squared;
        }
        return squared;
    }

    private double care(int intent, double danger) {
        return intent == layout.emergency() ? 1 + (CARE - 1) * danger : 1;
    }

    private double silence(int intent) {
        return layout.worthy()[intent] ? 0 : intent == layout.outside() ? CHATTER : 1;
    }

    /// Any surprise as a number below one.
    private static double squeezed(double surprise) {
        return Math.max(0, surprise) / (1 + Math.max(0, surprise));
    }

    /// @param rates of the gate's scores among chatter
    record Bar(Gate gate, Rates rates) {

        double surprise(double[] signals) {
            return rates.surprise(gate.score(signals));
        }
    }
}
