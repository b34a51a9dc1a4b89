package org.linli.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.linli.platform.embedded.TestServers;

/// The primary dies while people write, and its standby takes over behind the same address.
///
/// @param crowd    who writes, so many messages
/// @param starting the program, by its settings
record Failover(Crowd crowd, int messages, String community, Starting starting) {

    private static final Duration UNTIL_SOMEBODY_ACTS = Duration.ofSeconds(5);
    private static final Duration PACE = Duration.ofMillis(25);

    interface Starting {
        LinliProcess with(List<String> settings) throws IOException;
    }

    interface Before {
        void theEnd(Ledger ledger, PlatformUnderLoad platform) throws Exception;
    }

    interface Between {
        void both(PlatformUnderLoad platform);
    }

    interface After {
        void all(Ledger ledger, PlatformUnderLoad platform) throws Exception;
    }

    /// @param before what happens before the primary dies
    /// @param between what is looked at when it is dead and nobody has taken its place
    void of(PrimaryAndStandby servers, Before before, Between between, After after) throws Exception {
        try (var line = new SwitchedLine(servers.primary())) {
            String database = "postgresql://postgres@127.0.0.1:%d/postgres".formatted(line.port());
            var settings = new ArrayList<>(List.of(
                    "--linli.database-url=" + database,
                    "--linli.redis-url=" + TestServers.redis(),
                    "--linli.demo=false"));
            try (var ledger = new Ledger(database);
                    var platform = new PlatformUnderLoad(crowd)) {
                settings.addAll(platform.settings(community));
                try (var linli = starting.with(settings)) {
                    var writing = CompletableFuture.runAsync(
                            () -> platform.write(linli.base(), messages, 400, PACE, () -> true),
                            task -> Thread.ofVirtual().start(task));
                    awaitTaken(platform, 100);
                    before.theEnd(ledger, platform);
                    takeOver(servers, line, platform, between);
                    ledger.connectAgain();
                    writing.join();
                    ledger.awaitQuiet(Duration.ofMinutes(3));
                    after.all(ledger, platform);
                    // the platform calls again for fifteen seconds: a slow machine may take longer to change servers
                    assertThat(platform.taken).as("taken in the end").hasSizeGreaterThan(messages * 3 / 4);
                    linli.stop();
                    linli.startAgain();
                    assertThat(linli.isUp())
                            .as("the next start finds its tables as it needs them")
                            .isTrue();
                }
            }
        }
    }

    private static void takeOver(
            PrimaryAndStandby servers, SwitchedLine line, PlatformUnderLoad platform, Between between)
            throws Exception {
        servers.killPrimary();
        line.cut();
        LinliProcess.pause(UNTIL_SOMEBODY_ACTS);
        between.both(platform);
        int taken = platform.taken.size();
        servers.promoteStandby();
        line.leadTo(servers.standby());
        awaitTaken(platform, taken + 100);
    }

    static void awaitTaken(PlatformUnderLoad platform, int messages) {
        await().atMost(Duration.ofMinutes(1)).until(() -> platform.taken.size() >= messages);
    }
}
