package org.linli.understanding.opennlp;

import org.linli.understanding.Understanding;

/// How sure we may be in a group, where nearly everything is chatter and a wrong word of ours disturbs everybody.
///
/// Whether somebody needs something done, and what, are two questions: the first alone decides how sure we are of the
/// likeliest label, so that a report between two labels is not missed. Whether it is an emergency is a third.
///
/// @param worth whether a message opens a case rather than being chatter, and how seldom chatter seems to
/// @param alarm whether it is an emergency rather than chatter, and how seldom chatter seems to be one
record AmongNeighbours(Layout layout, Bar worth, Bar alarm) {

    /// How many times a report the word of an emergency counts, where danger is likely.
    private static final double CARE = 6;

    /// How many times likelier chatter is than other requests, which a group never hears.
    private static final double CHATTER = 48;

    /// @param likely  of each intent, as it would be in private; adds up to one
    /// @param evidence of the same message
    double[] confidences(double[] likely, Evidence evidence) {
        int head = head(likely, danger(evidence));
        double sure = head < 0 ? 0 : sure(evidence);
        double[] confidences = new double[likely.length];
        double others = 0;
        for (int i = 0; i < likely.length; i++) {
            confidences[i] = i == head ? 0 : Math.max(likely[i], 1e-9) * silence(i);
            others += confidences[i];
        }
        for (int i = 0; i < likely.length; i++) {
            confidences[i] *= (1 - sure) / others;
        }
        if (head >= 0) {
            confidences[head] = sure;
        }
        return confidences;
    }

    /// That the message is worth a word.
    double sure(Evidence evidence) {
        return Sureness.of(worth.surprise(evidence.meant(), evidence.breathless()));
    }

    /// That it is an emergency, whatever else it may be.
    double danger(Evidence evidence) {
        return Sureness.of(alarm.surprise(evidence.written(), evidence.breathless()));
    }

    /// Whether a group with this bar hears us: because the message is worth a word, or sounds like danger whatever the
    /// bar.
    boolean isHeard(Evidence evidence, double threshold) {
        return sure(evidence) >= threshold || danger(evidence) >= Understanding.ALARM;
    }

    /// The likeliest label that we would speak of; -1 where there is none.
    private int head(double[] likely, double danger) {
        int head = -1;
        double most = -1;
        for (int i = 0; i < likely.length; i++) {
            double weight = i == layout.emergency() ? 1 + (CARE - 1) * danger : 1;
            if (layout.worthy()[i] && weight * likely[i] > most) {
                most = weight * likely[i];
                head = i;
            }
        }
        return head;
    }

    private double silence(int intent) {
        return intent == layout.outside() ? CHATTER : 1;
    }

    /// @param rates      of the gate's scores among chatter
    /// Halfway between both for what is said in one breath: the bar of chatter without its pauses alone would keep
    /// it from interrupting more than what is typed, and lose 3.6 points of the reports.
    ///
    /// @param breathless the same where it is [Breathless]
    record Bar(Gate gate, Rates rates, Rates breathless) {

        double surprise(double[] signals, boolean isBreathless) {
            double score = gate.score(signals);
            double typed = rates.surprise(score);
            return isBreathless ? (typed + breathless.surprise(score)) / 2 : typed;
        }
    }
}
