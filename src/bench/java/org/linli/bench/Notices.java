package org.linli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.linli.Linli;
import org.linli.channels.Address;
import org.linli.outbox.Letter;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Flux;

/// A notice to 100,000 people by one account that may send 700 a second, then one by 200 accounts that may together send
/// more than the program can: how much of what is allowed is used, whether anything was refused, and whether memory
/// stays what it was. Five minutes; `mvn -Pbench verify -Dbench.main=org.linli.bench.Notices`.
public final class Notices {

    private static final CommunityId COMMUNITY = new CommunityId("bench");
    private static final int A_BATCH = 1_000;
    private static final double GOAL = 95;
    private static final Duration MOST = Duration.ofMinutes(10);

    private final ConfigurableApplicationContext program;
    private final Crowd crowd;

    private Notices(ConfigurableApplicationContext program) {
        this.program = program;
        this.crowd = program.getBean(Crowd.class);
    }

    /// @param args `letters=100000 second=700 accounts=200 each=50`, in any order; these where nothing is said
    public static void main(String[] args) throws InterruptedException, IOException {
        Files.createDirectories(Path.of("target", "bench"));
        Bench.removeData();
        int letters = option(args, "letters", 100_000);
        try (var program = new SpringApplicationBuilder(Linli.class, Crowd.class)
                .web(WebApplicationType.REACTIVE)
                .properties(Map.of(
                        "server.port", "0",
                        "linli.demo", "false",
                        "linli.data", Path.of("target", "bench", "data-notices").toString()))
                .run()) {
            var notices = new Notices(program);
            int second = option(args, "second", 700);
            notices.measure("warm-up", Math.min(letters, 5_000), 1, second);
            notices.measure("one account", letters, 1, second);
            int accounts = option(args, "accounts", 200);
            notices.measure(accounts + " accounts", letters, accounts, option(args, "each", 50));
        }
    }

    private void measure(String what, int letters, int accounts, int each) throws InterruptedException {
        crowd.begins(each);
        long start = System.nanoTime();
        post(what, letters, accounts);
        double posted = seconds(start);
        String heap = heapUntilAllAreTaken(letters);
        double allowed = 100 * crowd.rate() / ((double) accounts * each);
        System.out.printf(
                "%s: %,d letters written in %.1f s; sent %,.0f a second, %.1f %% of the %,d allowed (goal: %.0f, %s); %,d refused; heap after collection %s%n",
                what,
                letters,
                posted,
                crowd.rate(),
                allowed,
                accounts * each,
                GOAL,
                allowed >= GOAL ? "kept" : "MISSED",
                crowd.refused(),
                heap);
    }

    /// At each fifth, because a collection stands in the way of the letters.
    private String heapUntilAllAreTaken(int letters) throws InterruptedException {
        var heaps = new TreeMap<Integer, Long>();
        long end = System.nanoTime() + MOST.toNanos();
        while (crowd.taken() < letters && System.nanoTime() < end) {
            Thread.sleep(50);
            int fifth = (int) (5 * crowd.taken() / letters);
            if (!heaps.containsKey(fifth)) {
                heaps.put(fifth, heapInUse());
            }
        }
        heaps.put(5, heapInUse());
        return heaps.entrySet().stream()
                .map(it -> "%d %%: %d MB".formatted(20 * it.getKey(), it.getValue()))
                .collect(Collectors.joining(", "));
    }

    private void post(String what, int letters, int accounts) {
        var effects = program.getBean(Effects.class);
        Flux.range(0, letters / A_BATCH)
                .concatMap(batch -> effects.commit(batch(what, batch, accounts)))
                .blockLast(Duration.ofMinutes(5));
    }

    private static List<Letter> batch(String what, int batch, int accounts) {
        return IntStream.range(batch * A_BATCH, (batch + 1) * A_BATCH)
                .mapToObj(n -> new Letter(
                        COMMUNITY,
                        what.replace(' ', '-') + "/" + n,
                        Address.person(Crowd.ID, what.charAt(0) + "-" + n % accounts, "p" + n),
                        "channel-try",
                        Map.of("account", "bench")))
                .toList();
    }

    private static int option(String[] args, String name, int otherwise) {
        return java.util.Arrays.stream(args)
                .filter(it -> it.startsWith(name + "="))
                .map(it -> Integer.parseInt(it.substring(name.length() + 1)))
                .findFirst()
                .orElse(otherwise);
    }

    private static long heapInUse() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
