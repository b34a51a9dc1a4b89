package org.linli.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.util.UriComponentsBuilder;

/// A browser on its way to sign in elsewhere and back.
final class ElsewhereBrowser {

    private final WebTestClient web;
    private String session = "";
    private URI sentTo = URI.create("/");

    /// In which somebody has just pressed the button of that place.
    ElsewhereBrowser(WebTestClient web, String place) {
        this.web = web;
        sentTo = URI.create(go("/sign-in/with/" + place));
    }

    URI sentTo() {
        return sentTo;
    }

    /// Of the question with which it was sent away, decoded.
    String asked(String parameter) {
        String value =
                UriComponentsBuilder.fromUri(sentTo).build().getQueryParams().getFirst(parameter);
        return URLDecoder.decode(Objects.requireNonNull(value), UTF_8);
    }

    /// Where it is led when it comes back with this.
    String comesBack(String place, String query) {
        return go("/sign-in/back/" + place + "?" + query);
    }

    /// Where it is led.
    String go(String path) {
        var answer = opens(path);
        assertThat(answer.getStatus().is3xxRedirection())
                .as("%s: %s", path, answer.getStatus())
                .isTrue();
        return String.valueOf(answer.getResponseHeaders().getFirst(HttpHeaders.LOCATION));
    }

    EntityExchangeResult<String> opens(String path) {
        var answer = web.get()
                .uri(path)
                .accept(MediaType.TEXT_HTML)
                .cookies(it -> {
                    if (!session.isEmpty()) {
                        it.add("linli", session);
                    }
                })
                .exchange()
                .expectBody(String.class)
                .returnResult();
        var cookie = answer.getResponseCookies().getFirst("linli");
        if (cookie != null) {
            session = cookie.getValue();
        }
        return answer;
    }
}
