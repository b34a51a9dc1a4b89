package org.linli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The whole measurement: one server after the other, each alone, under the same load. A goal that is missed is
/// printed as missed; only a server that does not run at all makes it fail.
public final class Bench {

    private static final Path FOLDER = Path.of("target", "bench");
    private static final int MOST_CALLS = 1_200_000;

    private final Options options;
    private final StandInPlatform platform;
    private final Servers servers;
    private final List<Measured> results = new ArrayList<>();
    private Optional<Starts> first = Optional.empty();
    private Optional<Starts> again = Optional.empty();
    private Optional<Installed> installed = Optional.empty();

    private Bench(Options options, StandInPlatform platform) {
        this.options = options;
        this.platform = platform;
        this.servers = new Servers(FOLDER.toAbsolutePath(), platform.base());
    }

    /// @param args see [Options]
    public static void main(String[] args) throws Exception {
        var options = Options.of(args);
        Files.createDirectories(FOLDER);
        removeData();
        try (var platform = new StandInPlatform()) {
            new Bench(options, platform).run();
        } finally {
            removeData();
        }
        // the servers of an installation live as long as this
        System.exit(0);
    }

    private void run() throws Exception {
        if (options.wantsStarts()) {
            remove(servers.models());
            first = Optional.of(Starts.measure(servers, platform, 1));
            again = Optional.of(Starts.measure(servers, platform, 2));
            removeData();
        }
        for (Subject subject : Subject.values()) {
            if (options.wants(subject)) {
                System.out.println("measuring (" + subject.key() + ") " + subject.title());
                results.add(measure(subject));
            }
        }
        if (options.wantsInstalled()) {
            installed = Optional.of(Installed.measure());
        }
        String report = new Report(options, results, first, again, installed).text();
        System.out.println(report);
        Files.writeString(FOLDER.resolve("report.md"), report);
    }

    private Measured measure(Subject subject) throws IOException, InterruptedException {
        PreparedCalls calls = calls(subject);
        int port = Child.freePort();
        try (var child = servers.start(subject, port)) {
            child.awaitPort(port);
            Memory rest = child.memory();
            var load = new Load(port);
            load.run(calls, options.warmUp());
            Duration server = child.cpu();
            Duration generator = ownCpu();
            var stretch = load.run(calls, options.measure());
            server = child.cpu().minus(server);
            generator = ownCpu().minus(generator);
            String found = Rows.in(servers.data(subject), subject);
            return Measured.of(subject, stretch, server, generator, rest, child.memory(), found);
        }
    }

    private PreparedCalls calls(Subject subject) {
        return switch (subject) {
            case CONSTANT ->
                PreparedCalls.of(10_000, subject.ordinal(), Texts::of).overAndOver();
            case KEPT -> PreparedCalls.of(MOST_CALLS, subject.ordinal(), Texts::of);
            case ANSWERED, PORTAL, TUNED_PORTAL -> PreparedCalls.of(MOST_CALLS / 6, subject.ordinal(), Texts::of);
        };
    }

    private static Duration ownCpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    static void removeData() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            for (Path data : folders.filter(it -> it.getFileName().toString().startsWith("data-")).toList()) {
                remove(data);
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
