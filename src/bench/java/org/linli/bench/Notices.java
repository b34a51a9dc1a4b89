package org.linli.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/// A notice to 100,000 people by one account that may send a thousand a second, then one by 200 accounts side by side:
/// how much of what is allowed is used, and whether memory stays what it was. Run by
/// `mvn -Pbench verify -Dbench.main=org.linli.bench.Notices`.
public final class Notices {

    private static final CommunityId COMMUNITY = new CommunityId("bench");
    private static final int A_BATCH = 1_000;

    private final ConfigurableApplicationContext program;
    private final Crowd crowd;

    private Notices(ConfigurableApplicationContext program) {
        this.program = program;
        this.crowd = program.getBean(Crowd.class);
    }

    /// @param args how many letters, how many accounts; 100,000 and 200 where nothing is said
    public static void main(String[] args) throws InterruptedException {
        int letters = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int accounts = args.length > 1 ? Integer.parseInt(args[1]) : 200;
        try (var program = new SpringApplicationBuilder(Linli.class, Crowd.class)
                .web(WebApplicationType.REACTIVE)
                .properties(Map.of(
                        "server.port", "0",
                        "linli.demo", "false",
                        "linli.data", Path.of("target", "bench", "data-notices").toString()))
                .run()) {
            var notices = new Notices(program);
            notices.measure("one account", letters, 1);
            notices.measure(accounts + " accounts", letters, accounts);
        }
    }

    private void measure(String what, int letters, int accounts) throws InterruptedException {
        crowd.begins(letters);
        long start = System.nanoTime();
        post(what, letters, accounts);
        double posted = seconds(start);
        var heaps = new ArrayList<Long>();
        while (!crowd.hasAll()) {
            Thread.sleep(Duration.ofSeconds(5));
            heaps.add(heapInUse());
        }
        double rate = crowd.rate();
        System.out.printf(
                "%s: %,d letters written in %.1f s, sent at %,.0f a second, %.1f %% of what is allowed (goal: 95), heap %s MB%n",
                what, letters, posted, rate, accounts == 1 ? 100 * rate / Crowd.A_SECOND : Double.NaN, heaps);
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
                        Address.person(Crowd.ID, "a" + n % accounts, "p" + n),
                        "channel-try",
                        Map.of("account", "bench")))
                .toList();
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
