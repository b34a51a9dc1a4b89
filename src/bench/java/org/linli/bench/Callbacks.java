package org.linli.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Accepted calls a second by each adapter, beside the web chat's in the same server and the same run: what counts is
/// the ratio. All are warmed up before the first is measured. `mvn -Pbench verify -Dbench.main=org.linli.bench.Callbacks`, two minutes.
public final class Callbacks {

    private static final Path FOLDER = Path.of("target", "bench");
    private static final int TO_WARM_UP = 60_000;
    private static final int MEASURED = 160_000;

    private record Line(Adapter adapter, double rate, double median, double p99, long refused) {}

    private Callbacks() {}

    /// @param args see [Options]
    public static void main(String[] args) throws Exception {
        var options = Options.of(args);
        Files.createDirectories(FOLDER);
        Bench.removeData();
        var lines = new ArrayList<Line>();
        int port = Child.freePort();
        try (var platform = new StandInPlatform();
                var child = new Servers(FOLDER.toAbsolutePath(), platform.base()).startTaking(port)) {
            child.awaitPort(port);
            for (Adapter adapter : Adapter.values()) {
                new Load(port).run(adapter.calls(0, TO_WARM_UP), options.warmUp());
            }
            for (Adapter adapter : Adapter.values()) {
                lines.add(measure(adapter, port, options));
            }
        } finally {
            Bench.removeData();
        }
        String report = report(lines);
        System.out.println(report);
        Files.writeString(FOLDER.resolve("callbacks.md"), report);
    }

    private static Line measure(Adapter adapter, int port, Options options) throws InterruptedException {
        var stretch = new Load(port).run(adapter.calls(TO_WARM_UP, MEASURED), options.measure());
        var latencies = stretch.tally().latencies();
        return new Line(
                adapter,
                stretch.rate(false),
                latencies.getValueAtPercentile(50) / 1e6,
                latencies.getValueAtPercentile(99) / 1e6,
                stretch.tally().refused());
    }

    private static String report(List<Line> lines) {
        double chat = lines.getFirst().rate();
        var report = new StringBuilder("| | accepted/s | of the web chat | p50 ms | p99 ms | refused | |\n|-|-:|-:|-:|-:|-:|-|\n");
        lines.forEach(it -> report.append("| %s | %,.0f | %.1f | %.1f | %.1f | %d | %s |%n".formatted(
                it.adapter().title(),
                it.rate(),
                it.rate() / chat,
                it.median(),
                it.p99(),
                it.refused(),
                it.adapter().what())));
        return report.toString();
    }
}
