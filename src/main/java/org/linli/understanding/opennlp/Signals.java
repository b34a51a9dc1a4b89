package org.linli.understanding.opennlp;

/// What tells a message that is worth a word from one that is not, besides its likeliest label: some drawn from all
/// that was read of it, then what was read for each label.
final class Signals {

    /// How many come before those of the labels.
    static final int DRAWN = 13;

    private static final double SHARPNESS = 4;

    private Signals() {}

    static double[] of(Reading reading, Layout layout) {
        double[] signals = drawn(reading, layout);
        for (int i = DRAWN; i < signals.length; i++) {
            signals[i] = reading.margins()[i - DRAWN];
        }
        return signals;
    }

    static int count(Layout layout) {
        return DRAWN + layout.intents().length;
    }

    /// With room for those of the labels.
    private static double[] drawn(Reading reading, Layout layout) {
        float[] margins = reading.margins();
        double best = strongest(margins, layout, true, -1);
        double second = strongest(margins, layout, true, best);
        double all = sum(margins, layout, best);
        double[] signals = new double[count(layout)];
        signals[0] = best;
        signals[1] = best + Math.log(all) / SHARPNESS;
        signals[2] = best - second;
        signals[3] = at(layout.outside(), margins);
        signals[4] = layout.yes(Opinion.WORTH, reading);
        signals[5] = layout.yes(Opinion.CASE, reading);
        signals[6] = layout.yes(Opinion.ALARM, reading);
        signals[7] = at(layout.emergency(), margins);
        signals[8] = strongest(margins, layout, false, -1);
        signals[9] = reading.shareKnown();
        signals[10] = Math.log(1.0 + reading.features());
        signals[11] = 1 / all;
        signals[12] = above(margins, layout);
        return signals;
    }

    private static double at(int place, float[] margins) {
        return place < 0 ? 0 : margins[place];
    }

    /// @param below a margin that is not meant, or -1 for none
    private static double strongest(float[] margins, Layout layout, boolean worthy, double below) {
        double strongest = -2;
        for (int i = 0; i < layout.worthy().length; i++) {
            boolean meant =
                    layout.worthy()[i] == worthy && i != layout.outside() && (below == -1 || margins[i] < below);
            strongest = meant ? Math.max(strongest, margins[i]) : strongest;
        }
        return strongest;
    }

    private static double sum(float[] margins, Layout layout, double best) {
        double sum = 0;
        for (int i = 0; i < layout.worthy().length; i++) {
            sum += layout.worthy()[i] ? Math.exp(SHARPNESS * (margins[i] - best)) : 0;
        }
        return Math.max(sum, 1e-9);
    }

    private static double above(float[] margins, Layout layout) {
        double above = 0;
        for (int i = 0; i < layout.worthy().length; i++) {
            above += layout.worthy()[i] ? Math.max(0, 1 + margins[i]) : 0;
        }
        return above;
    }
}
