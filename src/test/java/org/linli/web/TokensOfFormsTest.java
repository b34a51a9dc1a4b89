package org.linli.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.ResponseCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;

class TokensOfFormsTest {

    @ParameterizedTest
    @CsvSource({"https, true", "http, false"})
    void theCookieIsForHttpsAloneWhereThePageCameByIt(String scheme, boolean secure) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get(scheme + "://linli.example.org/sign-in"));
        var tokens = new TokensOfForms();

        tokens.generateToken(exchange)
                .flatMap(token -> tokens.saveToken(exchange, token))
                .block();

        assertThat(exchange.getResponse().getCookies().toSingleValueMap().values())
                .singleElement()
                .satisfies(it -> assertThat(it.getValue()).as("256 bits").matches("[0-9a-f]{64}"))
                .extracting(ResponseCookie::isSecure, ResponseCookie::isHttpOnly, ResponseCookie::getSameSite)
                .containsExactly(secure, true, "Strict");
    }
}
