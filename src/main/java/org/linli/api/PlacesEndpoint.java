package org.linli.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.cases.CaseWords;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.Unit;
import org.linli.keys.Scope;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Where things are and who takes care, for programs.
@RestController
class PlacesEndpoint {

    private final Clients clients;
    private final CaseWords words;

    PlacesEndpoint(Clients clients, CaseWords words) {
        this.clients = clients;
        this.words = words;
    }

    /// The community that the key is for.
    @GetMapping("/api/v1/community")
    Mono<ResponseEntity<String>> community(ServerHttpRequest request) {
        return answer(request, map -> Map.of("id", map.id().value(), "name", map.name()));
    }

    /// The whole tree; rooms are homes of people and are left out.
    ///
    /// @param closed whether those are among them that are closed, by themselves or with what they lie in
    @GetMapping("/api/v1/places")
    Mono<ResponseEntity<String>> places(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "false") boolean closed,
            ServerHttpRequest request) {
        return answer(
                request,
                map -> Page.part(
                        (closed ? map.placesEver() : map.places())
                                .stream()
                                        .filter(it -> it.kind() != Place.Kind.ROOM)
                                        .toList(),
                        cursor,
                        it -> place(it, map),
                        Place::id));
    }

    /// @param retired whether those are among them that act no more, behind the others
    @GetMapping("/api/v1/units")
    Mono<ResponseEntity<String>> units(
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "false") boolean retired,
            ServerHttpRequest request) {
        return answer(
                request,
                map -> Page.part(
                        Stream.concat(map.units().stream(), retired ? map.retired().stream() : Stream.empty())
                                .toList(),
                        cursor,
                        it -> unit(it, map),
                        Unit::id));
    }

    /// What cases are about, as people name it; the same for all communities.
    @GetMapping("/api/v1/labels")
    Mono<ResponseEntity<String>> labels(@RequestParam(defaultValue = "") String cursor, ServerHttpRequest request) {
        return answer(
                request,
                _ -> Page.part(
                        List.copyOf(words.labels().entrySet()),
                        cursor,
                        it -> Map.of("label", it.getKey(), "name", it.getValue()),
                        Map.Entry::getKey));
    }

    private Mono<ResponseEntity<String>> answer(ServerHttpRequest request, Function<CommunityMap, Object> body) {
        return clients.with(Scope.PLACES_READ, request)
                .map(client -> Answer.of(200, body.apply(client.map())).response());
    }

    private static Map<String, @Nullable Object> place(Place it, CommunityMap map) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", it.id());
        json.put("kind", word(it.kind()));
        json.put("name", map.display(it));
        json.put("parent", it.parent());
        json.put("closed", !map.isOpen(it));
        return json;
    }

    private static Map<String, @Nullable Object> unit(Unit it, CommunityMap map) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", it.id());
        json.put("kind", word(it.kind()));
        json.put("name", it.name());
        json.put("places", it.places());
        json.put("labels", it.labels());
        json.put("parent", it.parent());
        json.put("retired", map.retired().contains(it));
        return json;
    }

    private static String word(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
