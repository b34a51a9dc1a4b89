package org.linli.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.linli.Shows;
import org.linli.channels.wechat.WechatCalls;
import org.linli.platform.embedded.TestServers;

/// The power is out in one community and everybody writes. In another somebody reports a lamp, and is answered before
/// those who stood in line already elsewhere.
@Tag("long")
class FairSharesIT {

    private static final int STORM = 2_500;
    private static final int BACKLOG = 800;
    private static final int CALM = 12;

    private static final WechatCalls ELSEWHERE =
            new WechatCalls("poplar", "wx00000000poplar", "poplartoken", "ABCDEFGabcdefghijklmnopqrstuvwxyz0123456789");

    private static final String POPLAR = """
            community: {id: poplar, name: 白杨社区, street: 临湄街道, case-prefix: BY}
            places:
              - {id: p1, kind: compound, name: 白杨里}
              - {id: p1b1, kind: building, name: 1栋, parent: p1}
            units:
              - {id: desk, kind: desk, name: 白杨服务台}
            """;

    /// Those of the storm who waited when a message of the other community came, and those of them who waited still
    /// when it was answered, both for all its messages together.
    private static final String WAITED = """
            select count(*) from inbox.arrivals calm join inbox.arrivals storm
                on storm.community_id = 'lm' and storm.received_at < calm.received_at and storm.answered_at > calm.%s
            where calm.community_id = 'poplar'""";

    @TempDir
    Path folder;

    @Shows("a storm in one community")
    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void whoWritesFromElsewhereIsAnsweredBeforeThoseWhoStandInLine() throws Exception {
        String database = TestServers.newDatabase();
        var settings = new ArrayList<>(List.of(
                "--linli.database-url=" + database, "--linli.redis-url=" + TestServers.redis(), "--linli.demo=false"));
        startOnce(settings, Files.writeString(folder.resolve("poplar.yaml"), POPLAR));
        try (var ledger = new Ledger(database);
                var many = new PlatformUnderLoad(Crowd.REPORTERS);
                var few = new PlatformUnderLoad(Crowd.REPORTERS, ELSEWHERE)) {
            settings.add(importing(Path.of("deploy/demo/community.yaml").toAbsolutePath()));
            settings.addAll(many.settings(0, "lm"));
            settings.addAll(few.settings(1, "poplar"));
            try (var linli = LinliProcess.asItIs(settings)) {
                var storm = CompletableFuture.runAsync(
                        () -> many.write(linli.base(), STORM, 400, Duration.ZERO, () -> true),
                        task -> Thread.ofVirtual().start(task));
                await().atMost(Duration.ofMinutes(1))
                        .until(() -> ledger.is(
                                "(select count(*) from inbox.arrivals where state = 'waiting') >= " + BACKLOG));
                few.write(linli.base(), CALM, CALM, Duration.ofMillis(20), () -> true);
                storm.join();
                ledger.awaitQuiet(Duration.ofMinutes(4));
            }
            assertThat(few.taken).as("taken of the calm community").hasSize(CALM);
            assertThat(few.answers).as("answered there").hasSize(CALM);
            int stood = ledger.number(WAITED.formatted("received_at"));
            int stoodStill = ledger.number(WAITED.formatted("answered_at"));
            System.out.printf(
                    "%d stood in line before each of the others, %d still did when it was answered%n",
                    stood / CALM, stoodStill / CALM);
            assertThat(stood / CALM).as("who stood in line").isGreaterThan(BACKLOG / 2);
            assertThat(stoodStill).as("who still did").isGreaterThan(stood * 2 / 3);
        }
    }

    private static void startOnce(List<String> settings, Path community) throws Exception {
        var importing = new ArrayList<>(settings);
        importing.add(importing(community));
        try (var linli = LinliProcess.asItIs(importing)) {
            assertThat(linli.isUp()).isTrue();
        }
    }

    private static String importing(Path community) {
        return "--linli.community.import=" + community;
    }
}
