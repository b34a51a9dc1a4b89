package org.linli.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.linli.platform.embedded.TestServers;

/// People write while something happens; afterwards all that was acknowledged has had its effect, once.
final class UnderTraffic {

    private static final int MESSAGES = 1_200;

    private final String redis;
    private String database = "";
    private List<String> under = List.of();
    private List<String> jvm = List.of();
    private int leastTaken = MESSAGES * 9 / 10;

    private UnderTraffic(String redis) {
        this.redis = redis;
    }

    static UnderTraffic with(String redis) {
        return new UnderTraffic(redis);
    }

    UnderTraffic database(String url) {
        this.database = url;
        return this;
    }

    /// The program is started by this command.
    UnderTraffic under(List<String> command) {
        this.under = command;
        return this;
    }

    /// Further options of its Java.
    UnderTraffic jvm(String... options) {
        this.jvm = List.of(options);
        return this;
    }

    /// So many of the 1,200 at least; nine of ten where nothing is said.
    UnderTraffic takes(int messages) {
        this.leastTaken = messages;
        return this;
    }

    interface Trouble {
        void strike(Writers platform, LinliProcess linli) throws Exception;
    }

    record Writers(PlatformUnderLoad platform, Ledger ledger) {

        int taken() {
            return platform.taken.size();
        }

        void awaitMore(int messages) {
            int before = taken();
            await().atMost(Duration.ofMinutes(1)).until(() -> taken() >= Math.min(MESSAGES, before + messages));
        }
    }

    void during(Trouble trouble) throws Exception {
        String where = database.isEmpty() ? TestServers.newDatabase() : database;
        var settings = new ArrayList<>(
                List.of("--linli.database-url=" + where, "--linli.redis-url=" + redis, "--linli.demo=false"));
        try (var ledger = new Ledger(where);
                var platform = new PlatformUnderLoad(Crowd.TALKERS)) {
            settings.addAll(platform.settings("willow"));
            try (var linli = LinliProcess.underFire(under, settings, jvm)) {
                var writing = CompletableFuture.runAsync(
                        () -> platform.write(linli.base(), MESSAGES, 400, Duration.ofMillis(20), () -> true),
                        task -> Thread.ofVirtual().start(task));
                var writers = new Writers(platform, ledger);
                writers.awaitMore(100);
                trouble.strike(writers, linli);
                writing.join();
                ledger.connectAgain();
                ledger.awaitQuiet(Duration.ofMinutes(3));
                ledger.keepsWhatWasPromised(platform);
                assertThat(writers.taken()).as("taken in the end").isGreaterThan(leastTaken);
            }
        }
    }
}
