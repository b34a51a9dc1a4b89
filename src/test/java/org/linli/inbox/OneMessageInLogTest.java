package org.linli.inbox;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.linli.Results.completed;
import static org.linli.Results.number;
import static org.linli.Results.results;
import static org.linli.channels.parrot.ParrotChannel.COMMUNITY;
import static org.linli.channels.parrot.ParrotChannel.KEY;
import static org.linli.channels.parrot.ParrotChannel.person;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.SettableClock;
import org.linli.channels.Address;
import org.linli.channels.Outbound;
import org.linli.channels.Receipt;
import org.linli.channels.SendFailure;
import org.linli.channels.parrot.ParrotChannel;
import org.linli.outbox.Letter;
import org.linli.outbox.PassiveLetter;
import org.linli.platform.database.Effects;
import org.linli.platform.jobs.Job;
import org.linli.platform.traces.JsonLog;
import org.linli.platform.traces.MessageKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/// From the platform's call to the letter, by the message's id.
@LinliTest
@Import(WithParrot.class)
class OneMessageInLogTest {

    @Autowired
    WebTestClient web;

    @Autowired
    Leases leases;

    @Autowired
    WorkOnArrival worker;

    @Autowired
    ScriptedHandler handler;

    @Autowired
    ParrotChannel channel;

    @Autowired
    Effects effects;

    @Autowired
    NotedSteps traces;

    @Autowired
    List<Job> jobs;

    @Autowired
    SettableClock clock;

    @Autowired
    DatabaseClient database;

    private @Nullable JsonLog log;

    @BeforeEach
    void empty() {
        // not before: the program sets up its own log when it starts
        log = new JsonLog("logstash");
        completed(database.sql("truncate inbox.arrivals, outbox.letters").then());
        web = web.mutate().responseTimeout(Duration.ofSeconds(15)).build();
    }

    @AfterEach
    void asBefore() {
        requireNonNull(log).close();
        channel.sendsLike(it -> Mono.just(new Receipt("r-" + it.key())));
    }

    @Test
    void everyLineAboutAMessageFromTheCallToTheLetterNamesItOnWhateverThread() {
        var answers = new AtomicInteger();
        var refused = ConcurrentHashMap.<Address>newKeySet();
        handler.does(arrival -> isWang(arrival.message().from()) && answers.incrementAndGet() == 1
                ? failed()
                : answeredByLetter(arrival));
        channel.sendsLike(it -> refused.add(it.to())
                ? Mono.error(new SendFailure(SendFailure.Reason.UNREACHABLE, "away"))
                : Mono.just(new Receipt("r")));
        // two in one call: nobody waits for the answer in the response
        call("m1|wang|hello\nm2|li|hello");
        long mine = idOf("wang");

        workAndPass(Duration.ofSeconds(1));
        workAndPass(Duration.ofSeconds(1));
        run("deliver-letters");
        clock.pass(Duration.ofMinutes(1));
        run("deliver-letters");

        var said = saidAbout(mine);
        assertThat(said)
                .extracting(it -> it.get("message").asString().replaceAll("after \\d+ ms|message \\d+", "…"))
                .anyMatch(it -> it.contains("trying again soon"))
                .anyMatch(it -> it.contains("not sent (UNREACHABLE)"));
        assertThat(said).extracting(it -> it.get("thread_name").asString()).doesNotContain("main");
        assertThat(said)
                .extracting(it -> it.get("trace.id").asString())
                .containsOnly(said.getFirst().get("trace.id").asString());
        assertThat(traces.of(mine))
                .containsExactly(
                        "keep kept",
                        "answer IllegalStateException",
                        "answer done",
                        "message done",
                        "letter due",
                        "letter sent");
        assertThat(saidAbout(idOf("li"))).isNotEmpty().doesNotContainAnyElementsOf(said);
    }

    @Test
    void anAnswerInTheResponseIsAStepOfItsMessage() {
        handler.does(this::answeredInTheResponse);
        var working = jobs.stream()
                .filter(it -> it.name().equals(ClaimArrivals.NAME))
                .findFirst()
                .orElseThrow()
                .round()
                .delaySubscription(Duration.ofMillis(20))
                .repeat(500)
                .subscribe();
        try {
            call("m1|wang|hello");
        } finally {
            working.dispose();
        }

        await().untilAsserted(() -> assertThat(traces.of(idOf("wang")))
                .contains("keep kept", "answer done", "message done", "letter answered"));
    }

    private static boolean isWang(Address who) {
        return who.id().equals("wang");
    }

    private static Mono<Void> failed() {
        return Mono.<Void>error(new IllegalStateException("words")).subscribeOn(Schedulers.parallel());
    }

    private Mono<Void> answeredByLetter(Arrival arrival) {
        var letter = new Letter(
                COMMUNITY,
                MessageKey.of(arrival.id()) + "/0-echo",
                arrival.message().from(),
                "ask-words",
                Map.of("words", "hello"));
        return effects.commit(List.of(letter, ArrivalDone.of(arrival, null)));
    }

    private Mono<Void> answeredInTheResponse(Arrival arrival) {
        String key = MessageKey.of(arrival.id()) + "/0-echo";
        var letter = new Letter(COMMUNITY, key, person("wang"), "ask-words", Map.of("words", "hello"));
        return effects.commit(List.of(
                new PassiveLetter(letter),
                ArrivalDone.of(arrival, new Outbound(key, person("wang"), "hello", List.of()))));
    }

    private void call(String body) {
        web.post()
                .uri("/webhooks/parrot/nest?key={key}", KEY)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isOk();
    }

    private void workAndPass(Duration time) {
        results(leases.claim(256)
                .flatMapIterable(Leases.Claim::arrivals)
                .flatMap(it -> worker.work(it).thenReturn(it)));
        clock.pass(time);
    }

    private void run(String job) {
        jobs.stream()
                .filter(it -> it.name().equals(job))
                .findFirst()
                .orElseThrow()
                .round()
                .block();
        await().until(() -> number(database, "select count(*) n from outbox.letters where state = 'sending'") == 0);
    }

    private List<JsonNode> saidAbout(long id) {
        return requireNonNull(log).lines().stream()
                .filter(it -> MessageKey.of(id).equals(message(it)))
                .toList();
    }

    private static @Nullable String message(JsonNode line) {
        var marked = line.get("linli.message");
        return marked == null ? null : marked.asString();
    }

    private long idOf(String who) {
        return number(database, "select id n from inbox.arrivals where message ->> 'from' like '%" + who + "%'");
    }
}
