package org.linli.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.linli.Results.number;
import static org.linli.Results.result;

import java.time.Duration;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.linli.LinliTest;
import org.linli.keys.KnownKeys;
import org.linli.keys.Scope;
import org.linli.open311.Throttle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/// A program has so many calls a minute, and takes nobody else's.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
@ExtendWith(OutputCaptureExtension.class)
class AskingTooOftenTest extends WithPrograms {

    private static final int A_MINUTE = 600;

    @Autowired
    Throttle throttle;

    @Autowired
    KnownKeys known;

    @Autowired
    DatabaseClient database;

    @Test
    void whoWritesTooOftenIsToldToWaitAndNothingIsDone() {
        var takesThemAll = spending(Throttle.Turn.WRITE);
        var tried = new AtomicInteger();
        try {
            refused(() -> web.post()
                    .uri("/api/v1/cases")
                    .header("Authorization", "Bearer " + program.key())
                    .header("Idempotency-Key", "too-often-" + tried.incrementAndGet())
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue("no json")
                    .exchange());
            assertThat(program.get("/api/v1/community").status()).as("reads").isEqualTo(200);
            assertThat(number(database, "select count(*) n from api.calls where key = 'too-often-%s'".formatted(tried)))
                    .as("kept as an answer")
                    .isZero();
            var other = program(EnumSet.allOf(Scope.class), null);
            assertThat(other.post("/api/v1/open/switch", "{}").text("field"))
                    .as("another key")
                    .isEqualTo("open");
        } finally {
            takesThemAll.dispose();
        }
    }

    @Test
    void whoReadsTooOftenIsToldToWaitAndStandsInTheLogOnce(CapturedOutput log) {
        var takesThemAll = spending(Throttle.Turn.READ);
        try {
            refused(() -> web.get()
                    .uri("/api/v1/community")
                    .header("Authorization", "Bearer " + program.key())
                    .exchange());
            assertThat(log.toString().lines().filter(it -> it.contains("too many calls a minute (READ)")))
                    .as("told in one or two minutes")
                    .hasSizeBetween(1, 2)
                    .allMatch(it -> it.contains(
                            " of " + result(known.known(program.key())).id()))
                    .noneMatch(it -> it.contains(program.key()));
        } finally {
            takesThemAll.dispose();
        }
    }

    /// As if the program called without end.
    private Disposable spending(Throttle.Turn turn) {
        String id = result(known.known(program.key())).id();
        return Flux.interval(Duration.ofMillis(5))
                .onBackpressureDrop()
                .startWith(Flux.range(0, A_MINUTE).map(Integer::longValue))
                .concatMap(_ -> throttle.take(turn, id).onErrorComplete())
                .subscribe();
    }

    private static void refused(Supplier<WebTestClient.ResponseSpec> call) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> call.get()
                        .expectStatus()
                        .isEqualTo(429)
                        .expectHeader()
                        .valueEquals("Retry-After", "60")
                        .expectHeader()
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .expectBody()
                        .jsonPath("$.type")
                        .isEqualTo("urn:linli:api:too-many")
                        .jsonPath("$.status")
                        .isEqualTo(429)
                        .jsonPath("$.title")
                        .isEqualTo("调用得太快")
                        .jsonPath("$.detail")
                        .value(String.class, it -> assertThat(it).contains("Retry-After")));
    }
}
