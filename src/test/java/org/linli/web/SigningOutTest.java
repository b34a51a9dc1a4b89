package org.linli.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.Results.completed;

import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.web.server.WebFilterExchange;
import reactor.core.publisher.Mono;

class SigningOutTest {

    @Test
    void theBrowserIsToldToForgetWhatItKept() {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.post("https://linli.example.org/sign-out"));

        completed(Security.signingOut()
                .logout(
                        new WebFilterExchange(exchange, _ -> Mono.empty()),
                        new TestingAuthenticationToken("chen", "")));
        completed(exchange.getResponse().setComplete());

        assertThat(exchange.getResponse().getHeaders().getFirst("Clear-Site-Data"))
                .isEqualTo("\"cache\"");
    }
}
