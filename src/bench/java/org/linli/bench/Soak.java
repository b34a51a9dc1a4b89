package org.linli.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A million messages through one program with 512 MB of heap, in ten parts: whether memory stays where it is, and how
/// many messages a core works on. Where memory grows, the run fails after it has said so. `mvn -Pbench verify -Dbench.main=org.linli.bench.Soak -Dbench.timeout=7200000`.
///
/// Each message waits for its answer in its own call, so no more of them are under way than there are lines: what is
/// measured is memory and not waiting, which [CityDay] measures.
public final class Soak {

    private static final Path FOLDER = Path.of("target", "bench");
    private static final int PARTS = 10;
    private static final int AT_ONCE = 25_000;

    private record Part(long messages, long refused, double seconds, double cores, Memory memory) {

        double ofOneCore() {
            return messages / Math.max(0.001, cores * seconds);
        }
    }

    private final Load load;
    private final Child child;
    private final long end;
    private final List<Part> parts = new ArrayList<>();
    private int said;

    private Soak(Load load, Child child, Duration most) {
        this.load = load;
        this.child = child;
        this.end = System.nanoTime() + most.toNanos();
    }

    /// @param args `messages=1000000 minutes=60`: how many, and after how long it ends with fewer
    public static void main(String[] args) throws Exception {
        Files.createDirectories(FOLDER);
        Bench.removeData();
        int port = Child.freePort();
        try (var platform = new StandInPlatform();
                var child = new Servers(FOLDER.toAbsolutePath(), platform.base()).start(Subject.ANSWERED, port)) {
            child.awaitPort(port);
            var most = Duration.ofMinutes(Options.number(args, "minutes", 60));
            new Soak(new Load(port), child, most).run(Options.number(args, "messages", 1_000_000));
        } finally {
            Bench.removeData();
        }
    }

    private void run(int messages) throws Exception {
        for (int i = 0; i < PARTS && System.nanoTime() < end; i++) {
            parts.add(part(messages / PARTS));
            Files.writeString(FOLDER.resolve("soak.md"), report());
            System.out.println(report());
        }
        System.out.println(Rows.in(FOLDER.toAbsolutePath().resolve("data-answered"), Subject.ANSWERED));
        var grown = grown().stream().filter(it -> !it.isFlat()).toList();
        if (parts.size() < 2 || !grown.isEmpty()) {
            throw new IllegalStateException("%d of %d parts were measured, and grown is: %s".formatted(parts.size(), PARTS, grown));
        }
    }

    private Part part(int messages) throws Exception {
        Duration cpu = child.cpu();
        int last = said + messages;
        long answered = 0;
        long refused = 0;
        double seconds = 0;
        while (said < last && System.nanoTime() < end) {
            var stretch = load.run(next(last), Duration.ofNanos(end - System.nanoTime()));
            answered += stretch.tally().answered() + stretch.tally().acknowledged();
            refused += stretch.tally().refused();
            seconds += stretch.took().toNanos() / 1e9;
        }
        double cores = child.cpu().minus(cpu).toNanos() / 1e9 / seconds;
        return new Part(answered, refused, seconds, cores, child.memory());
    }

    /// A load ends with its last call, and does not count those that were under way then.
    private PreparedCalls next(int last) {
        int from = said;
        said = Math.min(last, said + AT_ONCE);
        return PreparedCalls.of(said - from, i -> Talkers.call(from + i));
    }

    private String report() {
        var text = new StringBuilder(
                "| messages | refused | a second | cores | a second of one core | heap MB | JVM MB | servers MB |\n"
                        + "|-:|-:|-:|-:|-:|-:|-:|-:|\n");
        long sum = 0;
        for (Part it : parts) {
            sum += it.messages();
            text.append("| %,d | %d | %.0f | %.2f | %.0f | %d | %d | %d |%n".formatted(
                    sum,
                    it.refused(),
                    it.messages() / it.seconds(),
                    it.cores(),
                    it.ofOneCore(),
                    it.memory().heap(),
                    it.memory().jvm(),
                    it.memory().servers()));
        }
        grown().forEach(it -> text.append(it).append('\n'));
        return text.toString();
    }

    /// From the second part on: the first still fills caches.
    private List<Grown> grown() {
        if (parts.size() < 2) {
            return List.of();
        }
        var from = parts.get(1).memory();
        var to = parts.getLast().memory();
        return List.of(new Grown("heap", from.heap(), to.heap()), new Grown("JVM", from.jvm(), to.jvm()));
    }
}
