package org.linli.channels.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/// The whole way of a call over HTTP: configured, proven, committed, acknowledged.
@LinliTest
@TestPropertySource(
        properties = {
            "linli.channels.wechat.accounts[0].id=demo",
            "linli.channels.wechat.accounts[0].app-id=wx0123456789abcdef",
            "linli.channels.wechat.accounts[0].secret=secret",
            "linli.channels.wechat.accounts[0].token=demotoken",
            "linli.channels.wechat.accounts[0].encoding-aes-key=abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
            "linli.channels.wechat.accounts[0].community=lianmeng"
        })
class WechatWebhookTest {

    private static final WechatCalls CALLS = WechatCalls.DEMO;

    @LocalServerPort
    int port;

    @Autowired
    WebTestClient web;

    @Autowired
    DatabaseClient database;

    private long before;

    @BeforeEach
    void count() {
        before = rows();
    }

    @Test
    void theAddressIsChecked() {
        call(CALLS.handshake("+a b%/电"))
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("+a b%/电");
    }

    // nobody works on messages in this test, so it takes one that is acknowledged without waiting for an answer
    @Test
    void whatWasSaidIsStoredOnceHoweverOftenItComes() {
        String left = WechatCalls.event("oResident1", "unsubscribe", "");
        for (var call : List.of(CALLS.safe(left), CALLS.safe(left), CALLS.plain(left), CALLS.compatible(left))) {
            call(call).expectStatus().isOk().expectBody(String.class).isEqualTo("success");
        }
        assertThat(rows()).isEqualTo(before + 1);
    }

    @Test
    void whatIsNotOursLeavesNoRow() {
        String text = WechatCalls.text("oResident1", "78", "电梯坏了");
        var genuine = CALLS.safe(text);
        call(new WechatCalls.Call("POST", "nobody", genuine.parameters(), genuine.body()))
                .expectStatus()
                .isNotFound();
        call(genuine.with("msg_signature", "0")).expectStatus().isForbidden();
        call(CALLS.plain(text).without("signature")).expectStatus().isForbidden();
        call(CALLS.plain("<xml>")).expectStatus().isBadRequest();
        call(CALLS.sealed("AAAA", "<xml><Encrypt>AAAA</Encrypt></xml>"))
                .expectStatus()
                .isBadRequest();
        call(CALLS.plain(text.replace("电梯坏了", "x".repeat(66_000))))
                .expectStatus()
                .isEqualTo(413);
        assertThat(rows()).isEqualTo(before);
    }

    private WebTestClient.ResponseSpec call(WechatCalls.Call call) {
        return web.mutate()
                .responseTimeout(Duration.ofSeconds(15))
                .build()
                .method(HttpMethod.valueOf(call.method()))
                .uri(URI.create("http://localhost:" + port + call.path()))
                .contentType(MediaType.TEXT_XML)
                .bodyValue(call.body())
                .exchange();
    }

    private long rows() {
        return Objects.requireNonNull(database.sql("select count(*) from inbox.arrivals")
                .mapValue(Long.class)
                .one()
                .block(Duration.ofSeconds(60)));
    }
}
