package org.linli.durability;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.linli.Shows;

/// What a failover loses and what it does not: nothing with synchronous replication; with asynchronous, what the
/// standby had not received, and nothing else. The program goes on by itself, and starts anew on what is left.
@Tag("long")
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class FailoverIT {

    private static final int IN_THE_GAP = 60;

    @TempDir
    Path folder;

    @Shows("PostgreSQL's primary dies and its standby takes over behind the same address")
    @Test
    void withSynchronousReplicationNothingThatWasAcknowledgedIsLost() throws Exception {
        try (var servers = new PrimaryAndStandby(folder, true)) {
            talk().of(servers, (_, _) -> {}, _ -> {}, (ledger, platform) -> ledger.keepsWhatWasPromised(platform));
        }
    }

    @Shows("PostgreSQL's primary dies and its standby takes over behind the same address")
    @Test
    void whatAnAsynchronousStandbyHadNotReceivedIsLostAndNothingElse() throws Exception {
        try (var servers = new PrimaryAndStandby(folder, false)) {
            var gap = new Gap(servers, "select message from fire.effects", "select substr(key, 8) from outbox.letters");
            talk().of(
                            servers,
                            (ledger, platform) -> gap.open(ledger, platform, IN_THE_GAP),
                            gap::end,
                            (ledger, platform) -> {
                                var survived = gap.losesOnlyItself(ledger, platform);
                                gap.repeatsOnlyItself(ledger, platform, survived);
                            });
        }
    }

    @Test
    void reportsOfTheGapAreLostButNoNumberMeansTwoCases() throws Exception {
        String reporters = """
                select split_part(address, ':', 4) from (
                    select reporter_address as address from cases.cases
                    union all select address from cases.supporters) both_of_them""";
        try (var servers = new PrimaryAndStandby(folder, false)) {
            var gap = new Gap(
                    servers,
                    reporters,
                    "select split_part(address, ':', 4) from outbox.letters where address like 'wechat:%'");
            var real = new Failover(Crowd.REPORTERS, 1_200, "lm", FailoverIT::real);
            real.of(
                    servers,
                    (ledger, platform) -> gap.open(ledger, platform, IN_THE_GAP),
                    gap::end,
                    (ledger, platform) -> {
                        var survived = gap.losesOnlyItself(ledger, platform);
                        gap.repeatsOnlyItself(ledger, platform, survived);
                        ledger.countsOnWhereItsCasesEnd();
                    });
        }
    }

    private static Failover talk() {
        return new Failover(Crowd.TALKERS, 1_500, "willow", LinliProcess::underFire);
    }

    private static LinliProcess real(List<String> settings) throws IOException {
        settings.add("--linli.community.import="
                + Path.of("deploy/demo/community.yaml").toAbsolutePath());
        return LinliProcess.asItIs(settings);
    }
}
