package org.linli.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a replica says of itself while its neighbours are away: calls may come where they can be kept, and a new start
/// would mend neither neighbour.
@Tag("long")
class HealthIT {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String KEY = "test-scrapes";

    private record Replica(LinliProcess process, HttpClient calls) {

        boolean lives() throws IOException, InterruptedException {
            return status("liveness") == 200;
        }

        int readiness() throws IOException, InterruptedException {
            return status("readiness");
        }

        private int status(String what) throws IOException, InterruptedException {
            return get("/actuator/health/" + what).statusCode();
        }

        boolean tells(String line) throws IOException, InterruptedException {
            return get("/actuator/prometheus").body().lines().anyMatch(it -> it.matches(line));
        }

        private HttpResponse<String> get(String path) throws IOException, InterruptedException {
            var call = HttpRequest.newBuilder(process.base().resolve(path))
                    .header("Authorization", "Bearer " + KEY)
                    .timeout(Duration.ofSeconds(30));
            return calls.send(call.build(), BodyHandlers.ofString());
        }
    }

    @Test
    @Timeout(value = 6, unit = TimeUnit.MINUTES)
    void withoutPostgreSqlAReplicaLivesAndIsNotReadyAndWithoutRedisItIs() throws Exception {
        try (var lines = Lines.toTestServers();
                var process = LinliProcess.underFire(settings(lines));
                var calls = HttpClient.newHttpClient()) {
            var replica = new Replica(process, calls);
            await().atMost(SOON).until(() -> replica.readiness() == 200);
            await().atMost(SOON).until(() -> replica.tells("linli_database_answers(\\{.*})? 1.0"));

            lines.redis().cut();
            LinliProcess.pause(Duration.ofSeconds(2));
            assertThat(replica.readiness()).as("without Redis").isEqualTo(200);
            assertThat(replica.lives()).isTrue();

            int port = lines.postgreSql().cut();
            await().atMost(SOON).until(() -> replica.readiness() == 503);
            assertThat(replica.lives()).isTrue();
            await().atMost(SOON).until(() -> replica.tells("linli_database_answers(\\{.*})? 0.0"));
            await().atMost(SOON).until(() -> replica.tells("linli_job_fails\\{.*work=\"watch-database\".*} 1.0"));

            lines.postgreSql().leadTo(port);
            await().atMost(SOON).until(() -> replica.readiness() == 200);
            await().atMost(SOON).until(() -> replica.tells("linli_database_answers(\\{.*})? 1.0"));
        }
    }

    private static List<String> settings(Lines lines) {
        var settings = new ArrayList<>(lines.settings());
        settings.add("--linli.metrics-token=" + KEY);
        return settings;
    }
}
