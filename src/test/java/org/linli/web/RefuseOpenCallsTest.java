package org.linli.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.platform.traces.Refusals;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

class RefuseOpenCallsTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private static final String SITE = "https://linli.example.org";

    @ParameterizedTest
    @CsvSource({"/api/v1/cases", "/open311/v2/requests.json", "/webhooks/wechat/square"})
    void whatCameOpenlyToTheProxyIsRefused(String path) {
        assertThat(passes(SITE, path, "http")).isFalse();
        assertThat(passes(SITE, path, "HTTP, https")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"/desk", "/", "/apiary", "/my/door/lm/x"})
    void pagesAreForTheProxyToLead(String path) {
        assertThat(passes(SITE, path, "http")).isTrue();
    }

    @Test
    void whatIsRefusedIsCounted() {
        passes(SITE, "/webhooks/wechat/demo", "http");

        assertThat(meters.counter("linli.refusals", "kind", "open").count()).isEqualTo(1);
    }

    @Test
    void whatCameByHttpsOrPastAllProxiesPasses() {
        assertThat(passes(SITE, "/api/v1/cases", "https")).isTrue();
        assertThat(passes(SITE, "/api/v1/cases", "https, http")).isTrue();
        assertThat(passes(SITE, "/api/v1/cases", "")).isTrue();
    }

    @Test
    void whereNobodyReachesUsByHttpsNothingIsRefused() {
        assertThat(passes("", "/api/v1/cases", "http")).isTrue();
        assertThat(passes("http://192.0.2.7", "/api/v1/cases", "http")).isTrue();
    }

    private boolean passes(String site, String path, String came) {
        var request = MockServerHttpRequest.post(path);
        if (!came.isEmpty()) {
            request.header("X-Forwarded-Proto", came);
        }
        var exchange = MockServerWebExchange.from(request);
        completed(new RefuseOpenCalls(site, new Refusals(meters)).filter(exchange, _ -> {
            exchange.getResponse().setStatusCode(HttpStatus.OK);
            return Mono.empty();
        }));
        return exchange.getResponse().getStatusCode() == HttpStatus.OK;
    }
}
