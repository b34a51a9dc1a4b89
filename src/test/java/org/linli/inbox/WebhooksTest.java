package org.linli.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.linli.Results.completed;
import static org.linli.Results.number;
import static org.linli.channels.parrot.ParrotChannel.COMMUNITY;
import static org.linli.channels.parrot.ParrotChannel.KEY;
import static org.linli.channels.parrot.ParrotChannel.person;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.SettableClock;
import org.linli.channels.Outbound;
import org.linli.outbox.Letter;
import org.linli.outbox.PassiveLetter;
import org.linli.platform.database.Effects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@LinliTest
@Import(WithParrot.class)
class WebhooksTest {

    @Autowired
    WebTestClient web;

    @Autowired
    ClaimArrivals claim;

    @Autowired
    ClosePassiveWindows close;

    @Autowired
    FindPassiveAnswers find;

    @Autowired
    WrittenReplies written;

    @Autowired
    ScriptedHandler handler;

    @Autowired
    Effects effects;

    @Autowired
    SettableClock clock;

    @Autowired
    MeterRegistry meters;

    @Autowired
    DatabaseClient database;

    @Autowired
    TransactionalOperator transaction;

    @BeforeEach
    void empty() {
        completed(database.sql("truncate inbox.arrivals, outbox.letters").then());
        web = web.mutate().responseTimeout(Duration.ofSeconds(15)).build();
        handler.does(this::answerInTheResponse);
    }

    @Test
    void callsThatAreNotForUsOrNotGenuineLeaveNothingBehindButACount() {
        assertThat(status("/webhooks/nobody/nest?key=" + KEY, "m1|wang|hello")).isEqualTo(404);
        assertThat(status("/webhooks/parrot/other?key=" + KEY, "m1|wang|hello")).isEqualTo(404);
        assertThat(status("/webhooks/parrot/nest?key=wrong", "m1|wang|hello")).isEqualTo(403);
        assertThat(status("/webhooks/parrot/nest", "m1|wang|hello")).isEqualTo(403);
        assertThat(status("/webhooks/parrot/nest?key=" + KEY, "gibberish")).isEqualTo(400);
        assertThat(status("/webhooks/parrot/nest?key=" + KEY, "m|w|" + "x".repeat(64 * 1024)))
                .isEqualTo(413);

        assertThat(rows()).isZero();
        for (String outcome : List.of("unknown_account", "not_genuine", "unreadable", "too_large")) {
            assertThat(counted("parrot", outcome)).as(outcome).isPositive();
        }
        assertThat(counted("unknown", "unknown_channel")).isEqualTo(1);
    }

    @Test
    void aBrowserIsToldToShowNothingOfIt() {
        web.get()
                .uri("/webhooks/parrot/nest")
                .exchange()
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("Content-Security-Policy", "default-src 'none'; base-uri 'none'; frame-ancestors 'none'");
    }

    @Test
    void aBodyWithoutALengthIsLimitedToo() {
        web.post()
                .uri("/webhooks/parrot/nest?key={key}", KEY)
                .body(
                        Flux.range(0, 9).map(_ -> DefaultDataBufferFactory.sharedInstance.wrap(new byte[8 * 1024])),
                        DataBuffer.class)
                .exchange()
                .expectStatus()
                .isEqualTo(413);
    }

    @Test
    void aBugInAChannelShowsNothingOfIt() {
        assertThat(call("bug").getStatus().value()).isEqualTo(500);
        assertThat(text(call("bug"))).isEqualTo("broken");
    }

    @Test
    void theAddressIsCheckedAndNoiseIsAcknowledged() {
        web.get()
                .uri("/webhooks/parrot/nest?key={key}&echo=42", KEY)
                .exchange()
                .expectBody(String.class)
                .isEqualTo("42");
        assertThat(text(call("noise"))).isEqualTo("ok");
        assertThat(rows()).isZero();
    }

    @Test
    void anAnswerThatIsReadyInTimeTravelsInTheResponse() {
        var call = calling("m1|wang|hello");
        workUntil(call);

        assertThat(text(call.join())).isEqualTo("hello wang");
        completed(written.round());
        assertThat(letters("sent")).isEqualTo(1);
    }

    @Test
    void aRepeatGetsTheFirstAnswer() {
        var call = calling("m1|wang|hello");
        workUntil(call);

        assertThat(text(call("m1|wang|something else"))).isEqualTo("hello wang");
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void aRepeatThatWaitsBesideTheFirstGetsTheSameAnswer() {
        var first = calling("m1|wang|hello");
        var second = calling("m1|wang|hello");
        workUntil(first);
        workUntil(second);

        assertThat(text(second.join())).isEqualTo(text(first.join())).isEqualTo("hello wang");
    }

    @Test
    void anAnswerThatAnotherReplicaCommittedIsFound() {
        var call = calling("m1|wang|hello");
        waitForRow();
        completed(database.sql("""
                        update inbox.arrivals set state = 'done',
                        answer = '{"key":"k","to":"parrot:nest:person:wang","text":"from afar","choices":[]}'
                        """).then());
        completed(find.round());

        assertThat(text(call.join())).isEqualTo("from afar");
    }

    @Test
    void aCallWhoseTimeIsOverIsAcknowledgedAndTheAnswerGoesTheOtherWay() {
        var call = calling("m1|wang|hello");
        waitForRow();
        clock.pass(Duration.ofSeconds(4));
        completed(close.round());
        assertThat(text(call.join())).isEqualTo("ok");

        handler.does(arrival -> {
            assertThat(arrival.passiveUntil()).isNull();
            return effects.commit(List.of(ArrivalDone.of(arrival, null), letter(arrival)));
        });
        completed(claim.round());
        await().atMost(Duration.ofSeconds(60)).until(() -> letters("due") == 1);
    }

    @Test
    void aCallForWhichThereWillBeNoAnswerIsAcknowledgedAtOnce() {
        handler.does(arrival -> effects.commit(List.of(ArrivalDone.of(arrival, null))));
        var call = calling("m1|wang|hello");
        workUntil(call);

        assertThat(text(call.join())).isEqualTo("ok");
    }

    @Test
    void severalMessagesInOneCallAreKeptAndAcknowledgedWithoutWaiting() {
        assertThat(text(call("m1|wang|a\nm2|wang|b\nm3|li|c"))).isEqualTo("ok");
        assertThat(rows()).isEqualTo(3);
    }

    @Test
    void nothingIsAcknowledgedWhileTheDatabaseIsSilent() {
        Mono<Integer> whileLocked = Mono.fromSupplier(
                        () -> call("m1|wang|hello").getStatus().value())
                .subscribeOn(Schedulers.boundedElastic());
        Integer status = database.sql("lock table inbox.arrivals in access exclusive mode")
                .then()
                .then(whileLocked)
                .as(transaction::transactional)
                .block(Duration.ofSeconds(60));

        assertThat(status).isEqualTo(503);
    }

    private Mono<Void> answerInTheResponse(Arrival arrival) {
        Letter letter = letter(arrival);
        var answer = new Outbound(
                letter.key(), letter.to(), "hello " + arrival.message().from().id(), List.of());
        return effects.commit(List.of(ArrivalDone.of(arrival, answer), new PassiveLetter(letter)));
    }

    private static Letter letter(Arrival arrival) {
        return new Letter(COMMUNITY, "answer/" + arrival.id(), person("wang"), "hello", Map.of());
    }

    private CompletableFuture<EntityExchangeResult<byte[]>> calling(String body) {
        return CompletableFuture.supplyAsync(
                () -> call(body), task -> Thread.ofVirtual().start(task));
    }

    private void workUntil(CompletableFuture<?> call) {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            completed(claim.round());
            return call.isDone();
        });
    }

    private void waitForRow() {
        await().atMost(Duration.ofSeconds(60)).until(() -> rows() == 1);
        await().pollDelay(Duration.ofMillis(200)).until(() -> true);
    }

    private EntityExchangeResult<byte[]> call(String body) {
        return post("/webhooks/parrot/nest?key=" + KEY, body);
    }

    private int status(String address, String body) {
        return post(address, body).getStatus().value();
    }

    private EntityExchangeResult<byte[]> post(String address, String body) {
        return web.post().uri(address).bodyValue(body).exchange().expectBody().returnResult();
    }

    private static String text(EntityExchangeResult<byte[]> result) {
        byte[] body = result.getResponseBody();
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }

    private double counted(String channel, String outcome) {
        return meters.counter("linli.webhooks", "channel", channel, "outcome", outcome)
                .count();
    }

    private long rows() {
        return number(database, "select count(*) n from inbox.arrivals");
    }

    private long letters(String state) {
        return number(database, "select count(*) n from outbox.letters where state = '" + state + "'");
    }
}
