package org.linli.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;
import static org.linli.Results.result;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.audit.Trail;
import org.linli.cases.Way;
import org.linli.cases.behalf.Caller;
import org.linli.cases.behalf.EnterCase;
import org.linli.cases.behalf.Entry;
import org.linli.cases.web.SignedInAs;
import org.linli.channels.contract.HeardLog;
import org.linli.community.Communities;
import org.linli.community.StaffMember;
import org.linli.community.StaffPasswords;
import org.linli.platform.calling.CallResult;
import org.linli.platform.calling.MakeCalls;
import org.linli.platform.calling.Signature;
import org.linli.platform.jobs.LateReplica;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/// A receiver on a port of its own.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class DeliverWebhooksTest {

    private record Received(String id, long at, String signature, String body) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile int answer = 204;
    private final DisposableServer receiver = HttpServer.create()
            .port(0)
            .host("127.0.0.1")
            .handle((request, response) -> request.receive()
                    .aggregate()
                    .asString()
                    .defaultIfEmpty("")
                    .flatMap(body -> {
                        var headers = request.requestHeaders();
                        received.add(new Received(
                                String.valueOf(headers.get("webhook-id")),
                                Long.parseLong(headers.get("webhook-timestamp")),
                                String.valueOf(headers.get("webhook-signature")),
                                body));
                        return response.status(answer).send().then();
                    }))
            .bindNow();

    @Autowired
    WebTestClient web;

    @Autowired
    StaffPasswords passwords;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    FindSubscriptions find;

    @Autowired
    DeliverWebhooks deliver;

    @Autowired
    QueueDeliveries queue;

    @Autowired
    EnterCase enter;

    @Autowired
    Communities communities;

    @Autowired
    FindDeliveries deliveries;

    @Autowired
    Trail trail;

    @Autowired
    DatabaseClient database;

    private String secret = "";

    @BeforeEach
    void somebodySubscribes() {
        completed(database.sql("delete from webhooks.subscriptions").then());
        var url = URI.create("http://127.0.0.1:" + receiver.port() + "/hook");
        secret = result(subscriptions.make(chen(), url, Set.of(Topic.CASE_OPENED)))
                .secret();
    }

    @AfterEach
    void stop() {
        receiver.disposeNow();
    }

    @Test
    void whatWasSubscribedToIsToldOnceSignedAndWithoutWords() {
        String number = opened();
        happens(Topic.POLL_OPENED);

        deliver.round().block();
        deliver.round().block();

        assertThat(received).hasSize(1);
        var call = received.getFirst();
        assertThat(call.body())
                .contains("\"type\":\"case.opened\"", number, "\"state\":")
                .doesNotContain("路灯", "13900");
        assertThat(isSigned(call, secret)).isTrue();
        assertThat(isSigned(call, Signature.newSecret())).isFalse();
    }

    @Test
    void whatTwoReplicasSeeAtTheSameTimeIsCalledOnce() {
        IntStream.range(0, 20).forEach(_ -> happens(Topic.CASE_OPENED));

        completed(Mono.when(deliver.round(), deliver.round()));

        assertThat(received).hasSize(20);
    }

    @Test
    void whatAnotherReplicaCalledSinceItWasSeenIsNotCalledAgain() {
        happens(Topic.CASE_OPENED);

        assertThat(calledAfter(deliver.round())).isZero();
        assertThat(received).hasSize(1);
    }

    @Test
    void norIsWhatAnotherReplicaIsCallingNow() {
        happens(Topic.CASE_OPENED);

        assertThat(calledAfter(database.sql("update webhooks.deliveries set due_at = now() + interval '2 minutes'")
                        .then()))
                .isZero();
    }

    /// By a replica that had seen what is due before the other did its work.
    private int calledAfter(Mono<?> other) {
        var late = new LateReplica(database, other);
        var calls = new MakeCalls(Subscriptions.LINE, late.database(), Clock.systemUTC());
        return result(calls.round((row, _) -> row.get("id", Long.class), _ -> Mono.just(CallResult.ARRIVED)));
    }

    @Test
    void whoNeverAnswersIsPutAsideAndSentEverythingAnewByHand() {
        answer = 500;
        happens(Topic.CASE_OPENED);
        for (int i = 0; i < 12; i++) {
            completed(database.sql("update webhooks.deliveries set due_at = now() - interval '1 second'")
                    .then());
            deliver.round().block();
        }
        assertThat(received)
                .hasSize(10)
                .extracting(Received::id)
                .containsOnly(received.getFirst().id());
        assertThat(subscription().stoppedWhy()).isEqualTo("refused");

        answer = 204;
        assertThat(result(subscriptions.resend(chen(), subscription().id()))).isTrue();
        deliver.round().block();

        assertThat(received).hasSize(11);
        assertThat(subscription().waiting()).isZero();
        assertThat(subscription().stoppedAt()).isNull();
    }

    /// As where a backup was brought back without the keys of its time: sealed with a key that nobody has.
    @Test
    void oneSecretThatCannotBeOpenedKeepsNoOtherCallFromBeingMade() {
        String broken = subscription().id();
        var url = URI.create("http://127.0.0.1:" + receiver.port() + "/other");
        result(subscriptions.make(chen(), url, Set.of(Topic.CASE_OPENED)));
        completed(database.sql("update webhooks.subscriptions set secret = $2 where id = $1")
                .bind(0, broken)
                .bind(1, "sealed:00000000:AAAA")
                .then());

        try (var log = new HeardLog()) {
            happens(Topic.CASE_OPENED);
            deliver.round().block();

            assertThat(log.whole()).contains(broken).doesNotContain("AAAA", url.toString());
        }
        assertThat(received).as("the other's").hasSize(1);
        assertThat(outcomes(broken)).containsExactly("unopened");
        assertThat(subscription(broken).failingSince()).isNotNull();

        for (int i = 0; i < 12; i++) {
            completed(database.sql("update webhooks.deliveries set due_at = now() - interval '1 second'")
                    .then());
            deliver.round().block();
        }
        assertThat(subscription(broken).stoppedWhy()).isEqualTo("unopened");
        SignedInAs.givePasswords(passwords, encoder);
        assertThat(new SignedInAs("chen", web).page("/desk/admin/webhooks"))
                .contains("签名密钥打不开")
                .doesNotContain("??");
    }

    @Test
    void whatChangedNothingIsNotNoted() {
        String id = subscription().id();

        assertThat(result(subscriptions.stop(chen(), "nobody"))).isFalse();
        assertThat(result(subscriptions.resend(chen(), "nobody"))).isFalse();
        assertThat(subscriptions.rotate(chen(), "nobody").blockOptional()).isEmpty();
        assertThat(deliveries.again(chen(), id, 999_999_999).blockOptional()).isEmpty();
        assertThat(result(subscriptions.stop(chen(), id))).isTrue();
        assertThat(result(subscriptions.stop(chen(), id))).as("it is stopped").isFalse();

        assertThat(noted("webhook/nobody")).isEmpty();
        assertThat(noted("webhook/" + id)).containsExactlyInAnyOrder("made", "stopped");
    }

    private List<String> noted(String about) {
        return result(trail.latest(SignedInAs.LM, "SETTING_CHANGED", Long.MAX_VALUE, 100)
                        .collectList())
                .stream()
                .filter(it -> it.about().equals(about))
                .map(it -> it.detail())
                .toList();
    }

    private List<String> outcomes(String subscription) {
        return result(database.sql("select outcome from webhooks.deliveries where subscription = $1")
                .bind(0, subscription)
                .map(row -> String.valueOf(row.get("outcome", String.class)))
                .all()
                .collectList());
    }

    private Subscription subscription(String id) {
        return result(find.one(SignedInAs.LM, id));
    }

    @Test
    void bothSecretsSignForADay() {
        String fresh = result(subscriptions.rotate(chen(), subscription().id()));
        happens(Topic.CASE_OPENED);
        deliver.round().block();

        assertThat(isSigned(received.getFirst(), secret)).isTrue();
        assertThat(isSigned(received.getFirst(), fresh)).isTrue();

        completed(database.sql("update webhooks.subscriptions set previous_until = now() - interval '1 minute'")
                .then());
        happens(Topic.CASE_OPENED);
        deliver.round().block();
        assertThat(isSigned(received.getLast(), secret)).isFalse();
        assertThat(isSigned(received.getLast(), fresh)).isTrue();
    }

    @Test
    void theDatabaseHoldsNoSecret() {
        String fresh = result(subscriptions.rotate(chen(), subscription().id()));

        assertThat(result(database.sql("select s::text t from webhooks.subscriptions s")
                        .map(row -> String.valueOf(row.get("t", String.class)))
                        .one()))
                .containsPattern("(?s)sealed:.*sealed:")
                .doesNotContain(secret, fresh);
    }

    @Test
    void administratorsManageThemAndNoCallLeadsInside() {
        SignedInAs.givePasswords(passwords, encoder);
        var chen = new SignedInAs("chen", web);
        String page = "/desk/admin/webhooks";

        assertThat(body(chen.post(page, Map.of("url", "https://example.org/in", "topics", "POLL_COUNTED"))))
                .contains("whsec_", "https://example.org/in", "投票计完")
                .doesNotContain("??");
        assertThat(chen.page(page)).doesNotContain("whsec_");
        for (String inside :
                List.of("http://example.org/", "ftp://example.org/", "https://me:pw@example.org/", "not a url")) {
            assertThat(body(chen.post(page, Map.of("url", inside, "topics", "POLL_COUNTED"))))
                    .contains("没有添加");
        }
        assertThat(body(chen.post(page, Map.of("url", "https://example.org/none"))))
                .contains("没有添加");
        var id = Pattern.compile("/desk/admin/webhooks/([^/]+)/rotate").matcher(chen.page(page));
        assertThat(id.find()).isTrue();
        assertThat(body(chen.post(page + "/" + id.group(1) + "/stop", Map.of())))
                .contains("已停止");
        assertThat(body(chen.post(page + "/" + id.group(1) + "/rotate", Map.of())))
                .contains("whsec_");
        assertThat(body(chen.post(page + "/" + id.group(1) + "/resend", Map.of())))
                .contains("重新发送");
        new SignedInAs("lin", web).get(page).expectStatus().isForbidden();
    }

    private void happens(Topic topic) {
        completed(queue.add(List.of(new Happening(SignedInAs.LM, topic, Instant.now(), false, Map.of("number", "1")))));
    }

    private String opened() {
        var caller = new Caller(null, "", "13900000001", false);
        return result(enter.enter(
                chen(),
                new Entry(
                        "webhooks-" + System.nanoTime(),
                        Way.TELEPHONE,
                        caller,
                        "report.noise",
                        null,
                        "",
                        "路灯下有人唱歌",
                        null),
                List.of()));
    }

    private Subscription subscription() {
        return result(find.all(SignedInAs.LM).next());
    }

    private StaffMember chen() {
        return result(communities.map(SignedInAs.LM)).staffMember("chen").orElseThrow();
    }

    private static boolean isSigned(Received call, String by) {
        return Signature.isRight(by, call.id(), Instant.ofEpochSecond(call.at()), call.body(), call.signature());
    }

    private static String body(WebTestClient.ResponseSpec answer) {
        return String.valueOf(answer.expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
