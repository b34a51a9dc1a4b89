package org.linli.bench;

import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/// What came back during one stretch of load.
final class Tally {

    private static final int DIGITS = 3;

    private final Recorder latencies = new Recorder(DIGITS);
    private final LongAdder answered = new LongAdder();
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private volatile String example = "";
    private volatile boolean over;

    void count(int status, String body, long nanos) {
        if (over) {
            return;
        }
        latencies.recordValue(nanos);
        if (status != 200) {
            refused.increment();
        } else if (body.startsWith("<")) {
            answered.increment();
            example = example.isEmpty() ? body : example;
        } else {
            acknowledged.increment();
        }
    }

    void failed(String why) {
        refused.increment();
        example = example.isEmpty() ? why : example;
    }

    boolean wantsExample() {
        return example.isEmpty();
    }

    boolean isOver() {
        return over;
    }

    void end() {
        over = true;
    }

    /// The first answer in a response's body; empty when there was none.
    String example() {
        return example;
    }

    long answered() {
        return answered.sum();
    }

    long acknowledged() {
        return acknowledged.sum();
    }

    long refused() {
        return refused.sum();
    }

    Histogram latencies() {
        return latencies.getIntervalHistogram();
    }
}
