package org.linli.api;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.community.IdentityVerified;
import org.linli.community.Place;
import org.linli.community.Resident;
import org.linli.community.ResidentRegister;
import org.linli.community.ResidentRegister.Wanted;
import org.linli.community.ResidentViewed;
import org.linli.community.Residents;
import org.linli.keys.Scope;
import org.linli.platform.database.Effects;
import org.linli.web.residents.ResidentRow;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// The register for programs, as staff sees it: names and homes masked, whole only with a reason, which is noted. Names
/// that are looked for travel in the body: they have no place in an address.
@RestController
class ResidentsEndpoint {

    private static final Set<String> REASONS = Set.of("case", "visit", "verify", "other");
    private static final int LONGEST = 60;
    private static final long LAST_PAGE = 10_000;

    private final AnswerCalls calls;
    private final Residents residents;
    private final ResidentRegister register;
    private final Effects effects;
    private final Clock clock;

    ResidentsEndpoint(AnswerCalls calls, Residents residents, ResidentRegister register, Effects effects, Clock clock) {
        this.calls = calls;
        this.residents = residents;
        this.register = register;
        this.effects = effects;
        this.clock = clock;
    }

    /// Fifty a page, those nobody has verified first.
    @GetMapping("/api/v1/residents")
    Mono<ResponseEntity<String>> list(
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String cursor,
            ServerHttpRequest request) {
        return calls.read(Scope.RESIDENTS_READ, request, client -> page(client, "", place, cursor));
    }

    /// The same of those whose name holds a text. Changes nothing.
    @PostMapping(path = "/api/v1/residents/find", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> find(@RequestBody String body, ServerHttpRequest request) {
        return calls.read(Scope.RESIDENTS_READ, request, client -> {
            JsonNode json = ReadBody.json(body);
            return page(
                    client,
                    ReadBody.required(json, "text", LONGEST),
                    ReadBody.text(json, "place", LONGEST),
                    ReadBody.text(json, "cursor", LONGEST));
        });
    }

    private Mono<Map<String, @Nullable Object>> page(Client client, String text, String place, String cursor) {
        int number = (int) Math.min(Page.after(cursor, 0), LAST_PAGE);
        return register.page(wanted(client, text, place), number).map(found -> {
            boolean more = (number + 1L) * ResidentRegister.PAGE < found.total();
            return Page.of(
                    found.residents().stream()
                            .map(it -> json(client, it, false))
                            .toList(),
                    more ? PageCursor.opaque(Integer.toString(number + 1)) : null);
        });
    }

    private static Wanted wanted(Client client, String text, String place) {
        if (place.isEmpty()) {
            return new Wanted(client.community(), true, Set.of(), text);
        }
        var root = client.map().place(place).orElseThrow(() -> Refusal.field("place"));
        var within = client.map().within(root).stream().map(Place::id).collect(Collectors.toSet());
        return new Wanted(client.community(), false, within, text);
    }

    /// Name and home as they are; that somebody looked is noted with the reason.
    @GetMapping("/api/v1/residents/{id}")
    Mono<ResponseEntity<String>> one(
            @PathVariable String id, @RequestParam(defaultValue = "") String why, ServerHttpRequest request) {
        return calls.read(
                Scope.RESIDENTS_READ,
                request,
                client -> residents
                        .byId(client.community(), id)
                        .delayUntil(it -> effects.commit(List.of(viewed(client, it, why))))
                        .map(it -> json(client, it, true)));
    }

    private ResidentViewed viewed(Client client, Resident it, String why) {
        if (!REASONS.contains(why)) {
            throw Refusal.field("why");
        }
        return new ResidentViewed(client.community(), it.id(), client.key().id(), why, clock.instant());
    }

    /// Says that staff has verified who this is and where they live, or takes it back.
    @PostMapping(path = "/api/v1/residents/{id}/verification", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> verify(@PathVariable String id, @RequestBody String body, ServerHttpRequest request) {
        return calls.change(
                Scope.RESIDENTS_WRITE,
                request,
                body,
                call -> residents
                        .byId(call.client().community(), id)
                        .delayUntil(it -> effects.commit(List.of(verified(call.client(), it, body))))
                        .flatMap(it -> residents.byId(it.community(), id))
                        .map(it -> Answer.of(200, json(call.client(), it, false))));
    }

    private static IdentityVerified verified(Client client, Resident it, String body) {
        return new IdentityVerified(it.community(), it.id(), client.key().id(), stands(ReadBody.json(body)));
    }

    private static boolean stands(JsonNode json) {
        var said = json.path("verified");
        if (!said.isBoolean()) {
            throw Refusal.field("verified");
        }
        return said.asBoolean();
    }

    private static Map<String, @Nullable Object> json(Client client, Resident resident, boolean shown) {
        var row = ResidentRow.of(resident, client.map(), shown, List.of());
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", row.id());
        json.put("name", row.name());
        json.put("home", row.home());
        json.put("verified", row.verified());
        return json;
    }
}
