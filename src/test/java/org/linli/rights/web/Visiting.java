package org.linli.rights.web;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/// A browser that hands in forms of residents' pages.
///
/// @param cookie of a resident who is known; empty: nobody is
record Visiting(WebTestClient web, String cookie) {

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" content=\"([^\"]+)\"");

    String page(String address) {
        return Objects.requireNonNull(web.get()
                .uri(address)
                .cookie("linli-resident", cookie)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    WebTestClient.ResponseSpec post(String address, Map<String, String> fields) {
        var page = web.get()
                .uri("/my/door/lm/any")
                .accept(MediaType.TEXT_HTML)
                .exchange()
                .expectBody(String.class)
                .returnResult();
        var token = TOKEN.matcher(Objects.requireNonNull(page.getResponseBody()));
        if (!token.find()) {
            throw new IllegalStateException("the page has no token");
        }
        var form = BodyInserters.fromFormData("_csrf", token.group(1));
        fields.forEach(form::with);
        return web.post()
                .uri(address)
                .accept(MediaType.TEXT_HTML)
                .cookie("linli-resident", cookie)
                .cookie(
                        "XSRF-TOKEN",
                        Objects.requireNonNull(page.getResponseCookies().getFirst("XSRF-TOKEN"))
                                .getValue())
                .body(form)
                .exchange();
    }
}
