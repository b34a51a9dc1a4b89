package org.linli.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.linli.cases.web.SignedInAs;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.StaffPasswords;
import org.linli.keys.ApiKeys;
import org.linli.keys.KnownKeys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/// A receiver of hooks on a port of its own: what it is called with, and what becomes of one that does not answer.
@LinliTest
@TestPropertySource(properties = "linli.demo=true")
class CallHooksTest {

    private record Received(String id, String timestamp, String signature, String body) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile int answer = 204;
    private DisposableServer receiver = HttpServer.create()
            .port(0)
            .host("127.0.0.1")
            .handle((request, response) -> request.receive()
                    .aggregate()
                    .asString()
                    .defaultIfEmpty("")
                    .flatMap(body -> {
                        received.add(new Received(
                                String.valueOf(request.requestHeaders().get("webhook-id")),
                                String.valueOf(request.requestHeaders().get("webhook-timestamp")),
                                String.valueOf(request.requestHeaders().get("webhook-signature")),
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
    Hooks hooks;

    @Autowired
    CallHooks calls;

    @Autowired
    TakeRequest take;

    @Autowired
    ApiKeys keys;

    @Autowired
    KnownKeys known;

    @Autowired
    Communities communities;

    @Autowired
    DatabaseClient database;

    private String secret = "";

    @BeforeEach
    void aHook() {
        database.sql("delete from open311.hooks").then().block();
        var chen = map().staffMember("chen").orElseThrow();
        secret = Objects.requireNonNull(
                hooks.make(chen, URI.create("http://127.0.0.1:" + receiver.port() + "/hook?from=linli"))
                        .block());
    }

    @AfterEach
    void stop() {
        receiver.disposeNow();
    }

    @Test
    void whatHappensIsCalledOnceAndSigned() throws Exception {
        String number = request("楼下路灯灭了");

        calls.round().block();
        calls.round().block();

        assertThat(received).hasSize(1);
        var call = received.getFirst();
        assertThat(call.body())
                .contains("\"type\":\"service_request.created\"", number)
                .doesNotContain("电话");
        assertThat(call.signature()).isEqualTo("v1," + signed(call));
        assertThat(Long.parseLong(call.timestamp())).isCloseTo(System.currentTimeMillis() / 1000, within(60L));
    }

    @Test
    void aCallThatFailsIsMadeAgainUnderTheSameIdAndAHookThatNeverAnswersIsStoppedAndShown() {
        answer = 500;
        request("楼上路灯灭了");

        calls.round().block();
        assertThat(hook().failingSince()).isNotNull();
        assertThat(hook().stoppedAt()).isNull();
        for (int i = 0; i < 12; i++) {
            database.sql("update open311.calls set due_at = now() - interval '1 second'")
                    .then()
                    .block();
            calls.round().block();
        }

        assertThat(received)
                .hasSize(10)
                .extracting(Received::id)
                .containsOnly(received.getFirst().id());
        assertThat(hook().stoppedWhy()).isEqualTo("refused");
        SignedInAs.givePasswords(passwords, encoder);
        assertThat(new SignedInAs("chen", web).page("/desk/open311")).contains("对方多次拒收，已停止", "1 条待送");

        answer = 200;
        assertThat(hooks.resume(map().staffMember("chen").orElseThrow(), hook().id())
                        .block())
                .isTrue();
        calls.round().block();
        assertThat(hook().waiting()).isZero();
        assertThat(hook().failingSince()).isNull();
    }

    @Test
    void whoWantsNoMoreIsNotCalledAgain() {
        answer = 410;
        request("广场路灯灭了");
        calls.round().block();

        assertThat(hook().stoppedWhy()).isEqualTo("gone");
    }

    @Test
    void administratorsSeeAKeyAndASecretOnceAndNobodyElseSeesThePage() {
        SignedInAs.givePasswords(passwords, encoder);
        var chen = new SignedInAs("chen", web);
        chen.post("/desk/open311/keys", Map.of("name", "街道平台"))
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("lk_", "街道平台"));
        assertThat(chen.page("/desk/open311")).contains("街道平台").doesNotContain("lk_", "whsec_");
        chen.post("/desk/open311/hooks", Map.of("url", "https://example.org/hook"))
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("whsec_", "https://example.org/hook"));
        chen.post("/desk/open311/hooks", Map.of("url", "http://example.org/hook"))
                .expectBody(String.class)
                .value(page -> assertThat(page).contains("这个地址不能用").doesNotContain("whsec_"));
        new SignedInAs("lin", web).get("/desk/open311").expectStatus().isForbidden();
    }

    private String signed(Received call) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        return Base64.getEncoder()
                .encodeToString(mac.doFinal(
                        (call.id() + "." + call.timestamp() + "." + call.body()).getBytes(StandardCharsets.UTF_8)));
    }

    private String request(String words) {
        var map = map();
        var chen = map.staffMember("chen").orElseThrow();
        return Objects.requireNonNull(keys.make(chen, "热线")
                .flatMap(key -> known.known(SignedInAs.LM, key))
                .flatMap(client -> take.take(
                        map,
                        client,
                        new Submitted(
                                "report.power",
                                null,
                                "",
                                words,
                                List.of(),
                                "13912345678",
                                List.of(),
                                words + Instant.now())))
                .block());
    }

    private Hook hook() {
        return Objects.requireNonNull(hooks.all(SignedInAs.LM).blockFirst());
    }

    private CommunityMap map() {
        return Objects.requireNonNull(communities.map(SignedInAs.LM).block());
    }
}
