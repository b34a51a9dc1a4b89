package org.linli.api;

import org.linli.api.Refusal.Type;
import org.linli.community.Communities;
import org.linli.keys.ApiKey;
import org.linli.keys.KnownKeys;
import org.linli.keys.Scope;
import org.linli.open311.Throttle;
import org.linli.platform.database.CommunityId;
import org.linli.platform.traces.Refusals;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Tells who calls by the key in `Authorization: Bearer lk_…`.
@Component
class Clients {

    private static final String BEARER = "Bearer ";

    private final KnownKeys keys;
    private final Communities communities;
    private final Throttle throttle;

    Clients(KnownKeys keys, Communities communities, Throttle throttle) {
        this.keys = keys;
        this.communities = communities;
        this.throttle = throttle;
    }

    /// Never empty. Signals [Refusal] without a valid key that opens this, and where it is too much.
    Mono<Client> with(Scope scope, ServerHttpRequest request) {
        return opened(scope, keys.known(key(request)), request);
    }

    /// The same where the call says the community: keys of the first kind do not.
    Mono<Client> with(Scope scope, CommunityId community, ServerHttpRequest request) {
        return opened(scope, keys.known(community, key(request)), request);
    }

    private Mono<Client> opened(Scope scope, Mono<ApiKey> known, ServerHttpRequest request) {
        return known.switchIfEmpty(Mono.defer(() -> stranger(request)))
                .delayUntil(key -> throttle.take(turn(request), key.id()))
                .filter(key -> key.opens(scope))
                .switchIfEmpty(Mono.error(() -> Refusal.of(Type.SCOPE)))
                .flatMap(key -> communities.map(key.community()).map(map -> new Client(key, map)));
    }

    /// Whoever guesses is held back sooner.
    private <T> Mono<T> stranger(ServerHttpRequest request) {
        return throttle.take(Throttle.Turn.STRANGER, Refusals.print(request.getRemoteAddress()))
                .then(Mono.error(() -> Refusal.of(Type.KEY)));
    }

    private static Throttle.Turn turn(ServerHttpRequest request) {
        return request.getMethod() == HttpMethod.GET ? Throttle.Turn.READ : Throttle.Turn.WRITE;
    }

    private static String key(ServerHttpRequest request) {
        String said = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return said == null || !said.startsWith(BEARER)
                ? ""
                : said.substring(BEARER.length()).strip();
    }
}
