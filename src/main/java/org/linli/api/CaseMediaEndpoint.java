package org.linli.api;

import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.linli.api.Refusal.Type;
import org.linli.cases.DeskCases;
import org.linli.cases.FindCases;
import org.linli.cases.Pictures;
import org.linli.cases.Step;
import org.linli.keys.Scope;
import org.linli.media.FindMedia;
import org.linli.platform.database.CommunityId;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Pictures, voices and files of a case as they were sent, for those who see the case: faces and homes are in them, so
/// that it needs a scope of its own.
@RestController
class CaseMediaEndpoint {

    private static final String TAKEN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Clients clients;
    private final FindCases find;
    private final DeskCases cases;
    private final Pictures pictures;
    private final FindMedia media;

    CaseMediaEndpoint(Clients clients, FindCases find, DeskCases cases, Pictures pictures, FindMedia media) {
        this.clients = clients;
        this.find = find;
        this.cases = cases;
        this.pictures = pictures;
        this.media = media;
    }

    /// Ids of what its history names, in that order.
    @GetMapping("/api/v1/cases/{number}/media")
    Mono<ResponseEntity<String>> list(
            @PathVariable String number, @RequestParam(defaultValue = "") String cursor, ServerHttpRequest request) {
        return client(number, request)
                .flatMapMany(client -> ids(client.community(), number))
                .collectList()
                .map(all -> Page.part(all, cursor, id -> Map.of("id", id), id -> id))
                .map(page -> Answer.of(200, page).response());
    }

    @GetMapping("/api/v1/cases/{number}/media/{id}")
    Mono<ResponseEntity<String>> one(@PathVariable String number, @PathVariable String id, ServerHttpRequest request) {
        return client(number, request)
                .filterWhen(client -> ids(client.community(), number).any(id::equals))
                .flatMap(client -> bytes(client.community(), id))
                .switchIfEmpty(Mono.error(() -> Refusal.of(Type.NOT_FOUND)))
                .map(it -> Answer.of(200, it).response());
    }

    /// Whose key opens it and sees the case.
    private Mono<Client> client(String number, ServerHttpRequest request) {
        return clients.with(Scope.CASES_MEDIA, request)
                .filterWhen(client -> find.file(client.community(), number)
                        .filter(client.sight()::sees)
                        .hasElement())
                .switchIfEmpty(Mono.error(() -> Refusal.of(Type.NOT_FOUND)));
    }

    private Flux<String> ids(CommunityId community, String number) {
        return cases.history(community, number).flatMapIterable(Step::pictures).distinct();
    }

    private Mono<Map<String, String>> bytes(CommunityId community, String id) {
        return id.matches(TAKEN)
                ? pictures.find(community, UUID.fromString(id))
                        .map(it -> json(it.mediaType(), it.bytes()))
                        .switchIfEmpty(Mono.defer(() -> sent(community, id)))
                : sent(community, id);
    }

    private Mono<Map<String, String>> sent(CommunityId community, String id) {
        return media.whole(community, id)
                .map(it -> json(it.media().type(), it.media().bytes()));
    }

    private static Map<String, String> json(String type, byte[] bytes) {
        return Map.of("type", type, "base64", Base64.getEncoder().encodeToString(bytes));
    }
}
