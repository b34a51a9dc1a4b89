package org.linli.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Memory of a server, in MB.
///
/// @param heap    used by objects after a full collection, the least of three
/// @param jvm     of the whole JVM, as the operating system counts it (RSS)
/// @param servers of the embedded PostgreSQL and Redis, what they share counted once (PSS)
record Memory(long heap, long jvm, long servers) {

    /// The program goes on between a collection and the look, for seconds where others take the cores: the least counts.
    private static final int LOOKS = 3;

    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern SHARE = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB");

    static Memory of(long pid, List<Long> servers) throws IOException, InterruptedException {
        long jvm = found(RESIDENT, read(Path.of("/proc", "" + pid, "status")));
        long heap = Long.MAX_VALUE;
        for (int look = 0; look < LOOKS; look++) {
            jcmd(pid, "GC.run");
            heap = Math.min(heap, used(jcmd(pid, "GC.heap_info")));
        }
        long share = servers.stream()
                .mapToLong(it -> found(SHARE, read(Path.of("/proc", "" + it, "smaps_rollup"))))
                .sum();
        return new Memory(heap / 1024, jvm / 1024, share / 1024);
    }

    /// Of all generations, which some collectors tell one by one; what follows is no heap.
    private static long used(String told) {
        return USED.matcher(told.split("Metaspace")[0])
                .results()
                .mapToLong(it -> Long.parseLong(it.group(1)))
                .sum();
    }

    private static String jcmd(long pid, String command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(Child.java("jcmd").toString(), "" + pid, command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    /// Empty when the process is gone or the operating system keeps no such file.
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            return "";
        }
    }

    private static long found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
