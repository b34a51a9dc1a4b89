package org.linli.bench;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/// One line of the report.
///
/// @param serverCores    processors that the server kept busy, its database included
/// @param generatorCores processors that the load took away from it
/// @param acknowledged   calls that ended with an acknowledgement alone
/// @param found          what a look into the database said afterwards
record Measured(
        Subject subject,
        double rate,
        Histogram latencies,
        long acknowledged,
        long refused,
        double serverCores,
        double generatorCores,
        Memory atRest,
        Memory underLoad,
        String found,
        String example) {

    static Measured of(
            Subject subject, Load.Stretch stretch, Duration server, Duration generator, Memory rest, Memory load, String found) {
        double seconds = stretch.took().toNanos() / 1e9;
        return new Measured(
                subject,
                stretch.rate(subject == Subject.ANSWERED),
                stretch.tally().latencies(),
                stretch.tally().acknowledged(),
                stretch.tally().refused(),
                server.toNanos() / 1e9 / seconds,
                generator.toNanos() / 1e9 / seconds,
                rest,
                load,
                found,
                stretch.tally().example());
    }

    double milliseconds(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1e6;
    }
}
