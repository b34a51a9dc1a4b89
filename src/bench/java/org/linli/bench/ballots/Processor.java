package org.linli.bench.ballots;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who has used how much processor time: on a machine whose cores the client and others share, this says what a ballot
/// costs, which a rate does not.
record Processor(Map<Who, Long> nanos) {

    enum Who {
        /// Threads of the client that hands ballots in.
        CLIENT,
        /// Whatever of the program answers HTTP, also the carriers of virtual threads.
        HTTP,
        /// Whatever of the program talks to PostgreSQL, and what follows from its answers.
        STORAGE,
        /// Compiler, garbage collector and the rest of the virtual machine.
        OTHERS,
        /// PostgreSQL's own processes.
        POSTGRES;

        private static Who of(String thread) {
            if (thread.startsWith("reactor-http") || thread.startsWith("ForkJoinPool-")) {
                return HTTP;
            }
            if (thread.startsWith("reactor-tcp") || thread.startsWith("lettuce")) {
                return STORAGE;
            }
            return thread.startsWith(Voters.THREADS) || thread.startsWith("HttpClient") || thread.startsWith("ForkJoinPool.common") || thread.equals("main")
                    ? CLIENT
                    : OTHERS;
        }
    }

    static Processor now(Path data) {
        var threads = ManagementFactory.getThreadMXBean();
        Map<Who, Long> nanos = Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(
                        it -> Who.of(it.getThreadName()),
                        () -> new EnumMap<>(Who.class),
                        Collectors.summingLong(it -> Math.max(0, threads.getThreadCpuTime(it.getThreadId())))));
        long program = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
        nanos.put(Who.OTHERS, program - nanos.values().stream().mapToLong(it -> it).sum() + nanos.getOrDefault(Who.OTHERS, 0L));
        nanos.put(Who.POSTGRES, postgres(data));
        return new Processor(nanos);
    }

    /// The one that keeps this folder, which the program did not start itself.
    private static long postgres(Path data) {
        try (var files = Files.find(data, 4, (it, _) -> it.endsWith("postmaster.pid"))) {
            long pid = Long.parseLong(Files.readAllLines(files.findFirst().orElseThrow()).getFirst().strip());
            var first = ProcessHandle.of(pid).orElseThrow();
            return Stream.concat(Stream.of(first), first.descendants())
                    .mapToLong(it -> it.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
                    .sum();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    Processor since(Processor before) {
        var spent = new EnumMap<Who, Long>(Who.class);
        nanos.forEach((who, now) -> spent.put(who, now - before.nanos().getOrDefault(who, 0L)));
        return new Processor(spent);
    }

    String each(int many) {
        return Arrays.stream(Who.values())
                .map(it -> "%s %.0f µs".formatted(it.name().toLowerCase(Locale.ROOT), nanos.getOrDefault(it, 0L) / 1e3 / many))
                .collect(Collectors.joining(", "));
    }
}
