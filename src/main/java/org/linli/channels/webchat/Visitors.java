package org.linli.channels.webchat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.platform.signing.Sha256;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Knows a visitor again by a random cookie.
///
/// The cookie is a secret; the visitor's id, which is stored in addresses and seen by staff, is made from it and does
/// not lead back. It begins with `v-`, so that no cookie makes anybody a resident.
@Component
class Visitors {

    static final String COOKIE = "linli-visitor";
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{32}");
    private static final Duration KNOWN_FOR = Duration.ofDays(400);
    private static final int ID_DIGITS = 24;

    private final SecureRandom random = new SecureRandom();

    /// Empty without a cookie of ours.
    Optional<String> id(ServerHttpRequest request) {
        return Optional.ofNullable(request.getCookies().getFirst(COOKIE))
                .map(HttpCookie::getValue)
                .filter(secret -> SECRET.matcher(secret).matches())
                .map(secret -> "v-" + hashed(secret));
    }

    /// Whom to count when it gets too much.
    Sender sender(ServerHttpRequest request) {
        var remote = request.getRemoteAddress();
        String address = "a-" + hashed(remote == null ? "" : remote.getHostString());
        boolean isHere = remote != null
                && remote.getAddress() != null
                && remote.getAddress().isLoopbackAddress();
        return new Sender(id(request).orElse(address), address, isHere);
    }

    /// Gives a cookie to whoever has none.
    Mono<Void> welcome(ServerWebExchange exchange) {
        if (id(exchange.getRequest()).isPresent()) {
            return Mono.empty();
        }
        // a system may wait for randomness
        return Mono.fromCallable(this::secret)
                .subscribeOn(Schedulers.boundedElastic())
                .doOnNext(secret -> exchange.getResponse().addCookie(cookie(exchange, secret)))
                .then();
    }

    private String secret() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static ResponseCookie cookie(ServerWebExchange exchange, String secret) {
        return ResponseCookie.from(COOKIE, secret)
                .httpOnly(true)
                .sameSite("Lax")
                .secure("https".equals(exchange.getRequest().getURI().getScheme()))
                .path("/")
                .maxAge(KNOWN_FOR)
                .build();
    }

    private static String hashed(String text) {
        return Sha256.hex(text).substring(0, ID_DIGITS);
    }
}
