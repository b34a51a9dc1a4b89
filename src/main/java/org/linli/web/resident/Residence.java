package org.linli.web.resident;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.linli.channels.Account;
import org.linli.channels.Address;
import org.linli.platform.database.CommunityId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/// Knows in whose browser a page is opened, once a platform has said it: for twelve hours, by a cookie.
@Component
public class Residence {

    static final String SIGN_IN = "/my/sign-in";

    private static final Logger LOG = LoggerFactory.getLogger(Residence.class);
    private static final String COOKIE = "linli-resident";
    private static final String KIND = "session";
    private static final Duration KNOWN_FOR = Duration.ofHours(12);

    private final Keepsakes keepsakes;

    Residence(Keepsakes keepsakes) {
        this.keepsakes = keepsakes;
    }

    /// Empty where nobody is known, also while Redis is away.
    public Mono<Account.Person> person(ServerHttpRequest request) {
        return Mono.justOrEmpty(secret(request))
                .flatMap(secret -> keepsakes.find(KIND, secret))
                .map(Residence::parsed)
                .onErrorResume(away -> {
                    LOG.info(
                            "nobody is known at their page now: {}",
                            away.getClass().getSimpleName());
                    return Mono.empty();
                });
    }

    /// Where to send whoever is not known, so that they come back known.
    ///
    /// @param account of ours in whose talk the page was opened, as the page's address named it; anything
    /// @param page    of ours below `/my`
    public static URI door(String account, String page) {
        return UriComponentsBuilder.fromPath(SIGN_IN)
                .queryParam("account", "{account}")
                .queryParam("to", "{page}")
                .encode()
                .buildAndExpand(account, page)
                .toUri();
    }

    /// From now on this browser is theirs. A new secret each time: one that somebody knew before is worth nothing.
    public Mono<Void> welcome(ServerWebExchange exchange, Account.Person person) {
        return Secrets.fresh()
                .flatMap(secret -> keepsakes
                        .keep(KIND, secret, text(person), KNOWN_FOR)
                        .then(Mono.fromRunnable(() ->
                                exchange.getResponse().addCookie(cookie(exchange, COOKIE, secret, "/my", KNOWN_FOR)))));
    }

    static ResponseCookie cookie(ServerWebExchange exchange, String name, String value, String path, Duration age) {
        return ResponseCookie.from(name, value)
                .httpOnly(true)
                .sameSite("Lax")
                .secure("https".equals(exchange.getRequest().getURI().getScheme()))
                .path(path)
                .maxAge(age)
                .build();
    }

    private static Optional<String> secret(ServerHttpRequest request) {
        return Optional.ofNullable(request.getCookies().getFirst(COOKIE))
                .map(HttpCookie::getValue)
                .filter(Secrets::mayBe);
    }

    private static String text(Account.Person person) {
        return person.community().value() + " " + person.address().text();
    }

    private static Account.Person parsed(String text) {
        int space = text.indexOf(' ');
        return new Account.Person(new CommunityId(text.substring(0, space)), Address.parse(text.substring(space + 1)));
    }
}
