package org.linli.open311.web;

import java.util.List;
import org.linli.community.CommunityMap;
import org.linli.keys.ApiKey;
import org.linli.keys.KnownKeys;
import org.linli.keys.Scope;
import org.linli.open311.OpenCommunities;
import org.linli.open311.Refused;
import org.linli.open311.Throttle;
import org.linli.platform.traces.Refusals;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import reactor.core.publisher.Mono;

/// Who calls, and which community is meant.
@Component
class Caller {

    private final OpenCommunities open;
    private final KnownKeys keys;
    private final Throttle throttle;

    Caller(OpenCommunities open, KnownKeys keys, Throttle throttle) {
        this.open = open;
        this.keys = keys;
        this.throttle = throttle;
    }

    /// A community that answers; where only one does, it need not be named. Signals [Refused]. Never empty.
    Mono<CommunityMap> jurisdiction(MultiValueMap<String, String> arguments) {
        String named = arguments.getFirst("jurisdiction_id");
        return open.all().collectList().map(all -> named == null || named.isBlank() ? only(all) : named(all, named));
    }

    private static CommunityMap only(List<CommunityMap> all) {
        if (all.size() != 1) {
            throw Refused.badRequest("jurisdiction_id was not provided");
        }
        return all.getFirst();
    }

    private static CommunityMap named(List<CommunityMap> all, String id) {
        return all.stream()
                .filter(map -> map.id().value().equals(id.strip()))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("jurisdiction_id was not found"));
    }

    /// Signals [Refused] without a valid key. Never empty.
    Mono<ApiKey> client(CommunityMap map, MultiValueMap<String, String> arguments, ServerHttpRequest request) {
        String key = arguments.getFirst("api_key");
        return throttle.take(Throttle.Turn.STRANGER, Refusals.print(request.getRemoteAddress()))
                .then(Mono.justOrEmpty(key))
                .flatMap(it -> keys.known(map.id(), it.strip()))
                .filter(it -> it.opens(Scope.OPEN311))
                .switchIfEmpty(Mono.error(() -> Refused.forbidden("api_key is missing or not valid")))
                .delayUntil(client -> throttle.take(Throttle.Turn.WRITE, client.id()));
    }

    /// Anybody may read, but not everything at once. Signals [Refused].
    Mono<Void> reads(ServerHttpRequest request) {
        return throttle.take(Throttle.Turn.READ, Refusals.print(request.getRemoteAddress()));
    }
}
