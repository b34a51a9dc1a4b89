package org.linli.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.cases.OpenByPlace;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.keys.Scope;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// How much is open where.
@RestController
class OpenByPlaceEndpoint {

    private final Clients clients;
    private final OpenByPlace open;

    OpenByPlaceEndpoint(Clients clients, OpenByPlace open) {
        this.clients = clients;
        this.open = open;
    }

    /// Buildings and spots in the order of the community's file, also those where nothing is open; two hundred a page.
    @GetMapping("/api/v1/cases/by-place")
    Mono<ResponseEntity<String>> list(@RequestParam(defaultValue = "") String cursor, ServerHttpRequest request) {
        return clients.with(Scope.CASES_READ, request)
                .flatMap(client -> open.counts(client.sight())
                        .collectMap(OpenByPlace.Count::spot)
                        .map(counts -> page(client.map(), counts, cursor)))
                .map(page -> Answer.of(200, page).response());
    }

    private static Map<String, @Nullable Object> page(
            CommunityMap map, Map<String, OpenByPlace.Count> counts, String cursor) {
        var spots = map.places().stream().filter(Place::isBuildingOrSpot).toList();
        return Page.part(spots, cursor, it -> json(it, map, counts.get(it.id())), Place::id);
    }

    private static Map<String, Object> json(Place it, CommunityMap map, OpenByPlace.@Nullable Count count) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", it.id());
        json.put("name", map.display(it));
        json.put("open", count == null ? 0 : count.open());
        json.put("late", count == null ? 0 : count.late());
        return json;
    }
}
