package org.linli.api;

import java.util.Map;
import org.linli.channels.SendFailure;
import org.linli.community.Place;
import org.linli.keys.Scope;
import org.linli.web.codes.MakeCodes;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What the codes at the doors of a compound say, to be printed by others.
@RestController
class CodesEndpoint {

    private final AnswerCalls calls;
    private final MakeCodes codes;

    CodesEndpoint(AnswerCalls calls, MakeCodes codes) {
        this.calls = calls;
        this.codes = codes;
    }

    /// Of each building and unit of a compound. Signals [Refusal] where the platform makes none now.
    @GetMapping("/api/v1/places/{id}/codes")
    Mono<ResponseEntity<String>> codes(@PathVariable String id, ServerHttpRequest request) {
        return calls.read(
                Scope.PLACES_READ,
                request,
                client -> Mono.justOrEmpty(MakeCodes.compounds(client.map()).stream()
                                .filter(it -> it.id().equals(id))
                                .findFirst())
                        .flatMap(compound -> codes.of(client.map(), compound)
                                .map(it -> json(client, it))
                                .collectList())
                        .onErrorMap(SendFailure.class, GroupsEndpoint::refusal)
                        .map(Page::whole));
    }

    private static Map<String, Object> json(Client client, MakeCodes.Code it) {
        Place place = it.place();
        return Map.of("place", place.id(), "name", client.map().display(place), "content", it.content());
    }
}
