package org.linli.bench;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.linli.channels.wechat.WechatCalls;

/// What `target/bench/report.md` says.
record Report(
        Options options,
        List<Measured> results,
        Optional<Starts> first,
        Optional<Starts> again,
        Optional<Installed> installed) {

    private static final Pattern ENCRYPTED = Pattern.compile("<Encrypt><!\\[CDATA\\[(.*?)]]>");

    String text() {
        return String.join("\n", head(), table(), memory(), starts(), installation(), goals(), notes(), "");
    }

    private String head() {
        return """
                # What this machine does

                %d processors, Java %s. %d connections, one call under way on each, %d s of warming up, then %d s
                measured. The load generator, the database and the server share the processors: the numbers say little
                by themselves, the ratios more. Latencies are those of a server that is never idle.
                """.formatted(
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                Load.IN_FLIGHT,
                options.warmUp().toSeconds(),
                options.measure().toSeconds());
    }

    private String table() {
        return """
                | | | answers/s | p50 ms | p99 ms | acknowledged | refused | cores: server | cores: load | server µs/answer | afterwards |
                |-|-|----------:|-------:|-------:|-------------:|--------:|--------------:|------------:|-----------------:|------------|
                """ + lines(it -> "| %s | %s | %,.0f | %.1f | %.1f | %,d | %d | %.2f | %.2f | %.0f | %s |".formatted(
                it.subject().key(),
                it.subject().title(),
                it.rate(),
                it.milliseconds(50),
                it.milliseconds(99),
                it.acknowledged(),
                it.refused(),
                it.serverCores(),
                it.generatorCores(),
                it.serverCores() * 1e6 / it.rate(),
                it.found()));
    }

    private String memory() {
        return """
                Memory in MB, each JVM with -Xmx512m: heap in use after a full collection, whole JVM (RSS), and its
                embedded servers (PSS).

                | | at rest: heap | JVM | servers | under load: heap | JVM | servers |
                |-|--------------:|----:|--------:|-----------------:|----:|--------:|
                """ + lines(it -> "| %s | %d | %d | %d | %d | %d | %d |".formatted(
                it.subject().key(),
                it.atRest().heap(),
                it.atRest().jvm(),
                it.atRest().servers(),
                it.underLoad().heap(),
                it.underLoad().jvm(),
                it.underLoad().servers()));
    }

    private String starts() {
        return start("First start, nothing there yet", first) + start("Start on existing data", again);
    }

    private static String start(String which, Optional<Starts> start) {
        return start.map(it -> "%s: takes calls after %.1f s, first message answered after %s.\n".formatted(
                        which, it.port(), it.answer() < 0 ? "(no answer came)" : "%.1f s".formatted(it.answer())))
                .orElse("");
    }

    private String installation() {
        return installed.map(it -> """
                        Installed by deploy/prepare, with a database and a Redis of its own: ready after %.2f s, %d MB resident \
                        after %d s of rest, %d MB of it live objects.
                        """.formatted(
                                it.ready(),
                                it.rest().jvm(),
                                Installed.REST_SECONDS,
                                it.rest().heap()))
                .orElse("");
    }

    private String goals() {
        return "```\n" + String.join("\n", new Goals(results, installed).lines()) + "\n```\n";
    }

    private String notes() {
        String busy = "Load of the machine at the end: %.1f."
                .formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        return lines(it -> "- (%s) %s%s".formatted(it.subject().key(), it.subject().what(), example(it))) + "\n" + busy;
    }

    /// What one of the encrypted answers said, so that nobody has to believe that it was one.
    private static String example(Measured measured) {
        var cipher = ENCRYPTED.matcher(measured.example());
        return cipher.find()
                ? ". One answer: "
                        + WechatCalls.DEMO
                                .decrypt(cipher.group(1))
                                .replaceAll("(?s).*<Content><!\\[CDATA\\[(.*?)]]>.*", "$1")
                                .replace('\n', ' ')
                : "";
    }

    private String lines(Function<Measured, String> line) {
        return results.stream().map(line).collect(Collectors.joining("\n", "", "\n"));
    }
}
