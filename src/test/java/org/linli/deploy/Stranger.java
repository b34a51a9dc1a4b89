package org.linli.deploy;

import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/// A browser in which nobody has signed in, with the token of the form that it was shown.
record Stranger(WebTestClient web, String cookie, String token) {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    static Stranger at(WebTestClient web) {
        var page = web.get()
                .uri("/sign-in")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectBody(String.class)
                .returnResult();
        var token = TOKEN.matcher(Objects.requireNonNull(page.getResponseBody()));
        if (!token.find()) {
            throw new IllegalStateException("the page has no token");
        }
        return new Stranger(
                web,
                Objects.requireNonNull(page.getResponseCookies().getFirst("XSRF-TOKEN"))
                        .getValue(),
                token.group(1));
    }

    WebTestClient.ResponseSpec post(String address) {
        return web.post()
                .uri(address)
                .accept(MediaType.APPLICATION_JSON)
                .cookie("XSRF-TOKEN", cookie)
                .body(BodyInserters.fromFormData("_csrf", token))
                .exchange();
    }
}
