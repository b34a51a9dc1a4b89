package org.linli.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// A city's day, then days on end, each call by its schedule. `mvn -Pbench verify -Dbench.main=org.linli.bench.CityDay`;
/// minutes.
///
/// What is told of each stretch: messages, how many were answered in the response of the call, the time from when the
/// call was due, how many cores the program and its PostgreSQL took, and messages for each second of a core. Where
/// somebody was refused who wrote to us alone, it ends with an error.
public final class CityDay {

    private static final Path FOLDER = Path.of("target", "bench");
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final OpenLoop people;
    private final Child child;
    private final List<String> broken = new ArrayList<>();
    private final StringBuilder report = new StringBuilder(
            "| | messages | answered in the call | refused | p50 ms | p99 ms | most ms | cores | a second of one core | heap MB |\n"
                    + "|-|-:|-:|-:|-:|-:|-:|-:|-:|-:|\n");

    private CityDay(OpenLoop people, Child child) {
        this.people = people;
        this.child = child;
    }

    /// @param args `night=2 day=30 evening=120 cut=3000 seconds=60 soak=10000 rate=150`, in any order: a second at night,
    ///             in the day, at the peak of the evening; how many write within the minute of a power cut; how long each
    ///             stretch of the day lasts; how many messages the soak has and at which rate
    public static void main(String[] args) throws Exception {
        Files.createDirectories(FOLDER);
        Bench.removeData();
        int port = Child.freePort();
        try (var platform = new StandInPlatform();
                var child = new Servers(FOLDER.toAbsolutePath(), platform.base()).start(Subject.ANSWERED, port);
                var people = new OpenLoop(port)) {
            child.awaitPort(port);
            new CityDay(people, child).run(args);
        } finally {
            Bench.removeData();
        }
    }

    private void run(String... args) throws Exception {
        int night = Options.number(args, "night", 2);
        int day = Options.number(args, "day", 30);
        int evening = Options.number(args, "evening", 120);
        Duration each = Duration.ofSeconds(Options.number(args, "seconds", 60));
        measure("warm-up", each, _ -> day);
        measure("night", each, _ -> night);
        measure("morning", each, over -> night + (day - night) * over);
        measure("evening peak", each, over -> day + (evening - day) * Math.sin(Math.PI * over));
        int cut = Options.number(args, "cut", 3_000);
        measure("power cut, " + cut + " in a minute", A_MINUTE, over -> cut / 60.0 * 2 * (1 - over) + 1);
        soak(Options.number(args, "soak", 10_000), Options.number(args, "rate", 150));
        System.out.println(report);
        Files.writeString(FOLDER.resolve("city-day.md"), report);
        if (!broken.isEmpty()) {
            throw new IllegalStateException("what people write to us alone is never refused: " + broken);
        }
    }

    /// In five parts, so that it is seen whether memory grows.
    private void soak(int messages, int rate) throws Exception {
        for (int part = 1; part <= 5; part++) {
            measure("soak, part " + part, Duration.ofSeconds(Math.max(1, messages / 5 / rate)), _ -> rate);
        }
    }

    private void measure(String what, Duration length, DoubleUnaryOperator rate) throws Exception {
        Duration cpu = child.cpu();
        var stretch = people.run(length, rate);
        double cores = child.cpu().minus(cpu).toNanos() / 1e9;
        var tally = stretch.tally();
        var latencies = tally.latencies();
        long all = tally.answered() + tally.acknowledged();
        report.append("| %s | %,d | %.1f %% | %d | %.0f | %.0f | %.0f | %.2f | %.0f | %d |%n".formatted(
                what,
                all,
                100.0 * tally.answered() / Math.max(1, all),
                tally.refused(),
                latencies.getValueAtPercentile(50) / 1e6,
                latencies.getValueAtPercentile(99) / 1e6,
                latencies.getMaxValue() / 1e6,
                cores / (stretch.took().toNanos() / 1e9),
                all / Math.max(0.001, cores),
                child.memory().heap()));
        if (tally.refused() > 0) {
            broken.add("%s: %d of %d".formatted(what, tally.refused(), all + tally.refused()));
        }
        System.out.println(what);
    }
}
