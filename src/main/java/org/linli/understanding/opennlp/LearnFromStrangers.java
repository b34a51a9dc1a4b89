package org.linli.understanding.opennlp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.linli.understanding.SpeakingUp;

/// Draws [Learnt] from what was read of messages that the lines had not seen.
final class LearnFromStrangers {

    private static final double[] THRESHOLDS = {0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95};

    /// The share of messages that may be given up though understood, for turning away those outside the scope. Half of
    /// it where none outside was there to learn from: such a bar is met less well by messages from elsewhere.
    private static final double GIVEN_UP = 0.005;

    /// From so many on they say how seldom one in a hundred is.
    private static final int FEW = 300;

    private final Layout layout;
    private final Scope scope;
    private final List<Reading> readings;
    private final List<Evidence> evidence;
    private final List<Evidence> breathless;
    private final int[] labels;

    /// @param labels of the readings, as numbers of the layout's intents
    LearnFromStrangers(Layout layout, Scope scope, HeldOut strangers, int[] labels) {
        this.layout = layout;
        this.scope = scope;
        this.readings = strangers.readings().stream().map(Readings::meant).toList();
        this.labels = labels;
        this.evidence = evidence(strangers.readings());
        this.breathless = evidence(strangers.breathless());
    }

    private List<Evidence> evidence(List<Readings> its) {
        return its.stream().map(it -> Evidence.of(it, layout)).toList();
    }

    Learnt learn() {
        double sharpness = Sharpness.fitting(readings, layout.intents().length, labels);
        var worth = bar(this::isWorthy, Evidence::meant, Signals.count(layout), breathless);
        var alarm = bar(label -> label == layout.emergency(), Evidence::written, Signals.DRAWN, List.of());
        if (!scope.isOurs()) {
            return new Learnt(scope, sharpness, Truth.UNKNOWN, worth, alarm, lowest(worth), List.of());
        }
        var points = points(new AmongNeighbours(layout, worth, alarm));
        return new Learnt(scope, sharpness, truth(sharpness), worth, alarm, 0, points);
    }

    private Truth truth(double sharpness) {
        var addressed = new Addressed(layout.intents());
        return Truth.of(IntStream.range(0, labels.length)
                .mapToObj(i -> trial(addressed.confidences(likely(i, sharpness)), labels[i]))
                .toList());
    }

    private static Truth.Trial trial(double[] confidences, int label) {
        int head = 0;
        for (int i = 1; i < confidences.length; i++) {
            head = confidences[i] > confidences[head] ? i : head;
        }
        return new Truth.Trial(confidences[head], head == label);
    }

    /// @param count of the signals that help: a report can be like many labels, an emergency has one of its own
    /// @param breathless of chatter; where there is little of it, the same is asked of it as of other messages
    private AmongNeighbours.Bar bar(
            IntPredicate meant, Function<Evidence, double[]> signals, int count, List<Evidence> breathless) {
        var worthy = where(meant).mapToObj(evidence::get).map(signals).toList();
        var others = where(this::isOutside).mapToObj(evidence::get).map(signals).toList();
        var gate = Gate.between(worthy, others, count);
        var rates = rates(gate, others);
        return new AmongNeighbours.Bar(
                gate,
                rates,
                breathless.size() < FEW
                        ? rates
                        : rates(gate, breathless.stream().map(signals).toList()));
    }

    private static Rates rates(Gate gate, List<double[]> others) {
        return Rates.of(others.stream().mapToDouble(gate::score).toArray());
    }

    /// So low that hardly any message which would be understood is turned away.
    private double lowest(AmongNeighbours.Bar worth) {
        double[] understood = where(this::isWorthy)
                .filter(i -> best(readings.get(i)) == labels[i])
                .mapToDouble(i -> worth.gate().score(evidence.get(i).meant()))
                .sorted()
                .toArray();
        double share = layout.outside() < 0 ? GIVEN_UP / 2 : GIVEN_UP;
        int given = (int) (where(this::isWorthy).count() * share);
        return understood.length == 0 ? Double.NEGATIVE_INFINITY : understood[Math.min(given, understood.length - 1)];
    }

    private int best(Reading reading) {
        int best = -1;
        for (int i = 0; i < layout.intents().length; i++) {
            boolean better = best < 0 || reading.margins()[i] > reading.margins()[best];
            best = layout.worthy()[i] && better ? i : best;
        }
        return best;
    }

    private List<SpeakingUp> points(AmongNeighbours neighbours) {
        var points = new ArrayList<SpeakingUp>();
        for (double threshold : THRESHOLDS) {
            IntPredicate heard = i -> neighbours.isHeard(evidence.get(i), threshold);
            points.add(new SpeakingUp(
                    threshold,
                    share(heard, this::isWorthy),
                    share(heard, label -> label == layout.emergency()),
                    share(heard, this::isOutside)));
        }
        return points;
    }

    private double share(IntPredicate heard, IntPredicate meant) {
        return where(meant).mapToDouble(i -> heard.test(i) ? 1 : 0).average().orElse(0);
    }

    private double[] likely(int message, double sharpness) {
        return layout.likely(readings.get(message), sharpness);
    }

    private IntStream where(IntPredicate label) {
        return IntStream.range(0, labels.length).filter(i -> label.test(labels[i]));
    }

    private boolean isWorthy(int label) {
        return layout.worthy()[label];
    }

    private boolean isOutside(int label) {
        return label == layout.outside();
    }
}
