package org.linli.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;

class BehindProxyTest {

    private static final Map<String, String> NOTHING = Map.of();
    private static final Map<String, String> PROXYS =
            Map.of("X-Forwarded-For", "8.8.8.8", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "linli.example.org");

    @Test
    void whatTheProxyWritesIsBelieved() throws Exception {
        assertThat(heard(true, PROXYS, NOTHING)).isEqualTo("8.8.8.8 https linli.example.org:443");
    }

    @Test
    void ofSeveralProxiesTheOutermostIs() throws Exception {
        var two = Map.of("X-Forwarded-For", "8.8.8.8, 10.0.0.1", "X-Forwarded-Proto", "https, http");

        assertThat(heard(true, two, NOTHING)).startsWith("8.8.8.8 https ");
    }

    @Test
    void whatPassesThroughAProxyAsAnybodySentItIsNot() throws Exception {
        var anybodys = Map.of(
                "Forwarded", "for=9.9.9.9;proto=http;host=elsewhere.example",
                "X-Forwarded-Port", "99",
                "X-Forwarded-Prefix", "/elsewhere");

        assertThat(heard(true, PROXYS, anybodys)).isEqualTo("8.8.8.8 https linli.example.org:443");
    }

    @Test
    void withoutAProxyNobodyIsBelieved() throws Exception {
        assertThat(heard(false, PROXYS, NOTHING)).startsWith("127.0.0.1 http ");
    }

    private static String heard(boolean proxy, Map<String, String> its, Map<String, String> others)
            throws IOException, InterruptedException {
        var server = new BehindProxy()
                .apply(HttpServer.create().host("127.0.0.1").port(0).forwarded(proxy))
                .handle((request, response) -> response.sendString(Mono.just(told(request))))
                .bindNow();
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port()));
            its.forEach(request::header);
            others.forEach(request::header);
            return http.send(request.build(), BodyHandlers.ofString()).body();
        } finally {
            server.disposeNow();
        }
    }

    private static String told(HttpServerRequest request) {
        var from = Objects.requireNonNull(request.remoteAddress());
        var prefix = Objects.requireNonNullElse(request.forwardedPrefix(), "");
        return "%s %s %s:%d%s"
                .formatted(from.getHostString(), request.scheme(), request.hostName(), request.hostPort(), prefix);
    }
}
