package org.linli.bench;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/// Plays WeChat's own servers: gives a token and takes every letter.
final class StandInPlatform implements AutoCloseable {

    private static final String TOKEN = "{\"access_token\":\"bench\",\"expires_in\":7200}";
    private static final String TAKEN = "{\"errcode\":0,\"errmsg\":\"ok\"}";

    private final LongAdder letters = new LongAdder();
    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .handle((request, response) -> request.receive().then(answer(request, response)))
            .bindNow(Duration.ofSeconds(30));

    String base() {
        return "http://127.0.0.1:" + server.port();
    }

    long letters() {
        return letters.sum();
    }

    private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        boolean token = request.uri().contains("token") && !request.uri().contains("/message/");
        if (!token) {
            letters.increment();
        }
        return response.header("content-type", "application/json")
                .sendString(Mono.just(token ? TOKEN : TAKEN))
                .then();
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
