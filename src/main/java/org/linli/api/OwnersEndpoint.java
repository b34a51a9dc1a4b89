package org.linli.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.linli.keys.Scope;
import org.linli.polls.owners.Areas;
import org.linli.polls.owners.EnterParcels;
import org.linli.polls.owners.OwnersForm;
import org.linli.polls.owners.Parcel;
import org.linli.polls.owners.Parcels;
import org.linli.polls.owners.PutToOwners;
import org.linli.polls.owners.PutToOwners.Asked;
import org.linli.polls.owners.ReadParcels;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// Votes of owners: who owns what, and matters that are put to them. Names of owners go in and never come out.
@RestController
class OwnersEndpoint {

    private static final int LONGEST = 1024 * 1024;
    /// Line ends take two bytes in JSON, characters up to three.
    private static final int MOST_BYTES = 4 * LONGEST;

    private static final int SHORT = 200;
    private static final int PAGE = 200;
    private static final int MOST_FAULTS = 20;

    private final AnswerCalls calls;
    private final Parcels parcels;
    private final EnterParcels enter;
    private final PutToOwners owners;

    OwnersEndpoint(AnswerCalls calls, Parcels parcels, EnterParcels enter, PutToOwners owners) {
        this.calls = calls;
        this.parcels = parcels;
        this.enter = enter;
        this.owners = owners;
    }

    /// Who owns what, by marks of owners, without names: two hundred homes a page.
    @GetMapping("/api/v1/owners/parcels")
    Mono<ResponseEntity<String>> list(@RequestParam(defaultValue = "") String cursor, ServerHttpRequest request) {
        return calls.read(Scope.RESIDENTS_READ, request, client -> {
            String after = cursor.isEmpty() ? "" : PageCursor.read(cursor);
            return parcels.after(client.community(), after, PAGE + 1)
                    .collectList()
                    .map(found -> Page.of(found, PAGE, OwnersEndpoint::json, Parcel::room));
        });
    }

    private static Map<String, Object> json(Parcel it) {
        var json = new LinkedHashMap<String, Object>();
        json.put("home", it.room());
        json.put("area", Areas.text(it.area()));
        json.put("owner", it.owner());
        json.put("people", it.names().size());
        return json;
    }

    /// In place of what was known of the same homes: everything, or nothing where a line is wrong.
    @PostMapping(path = "/api/v1/owners/parcels", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> parcels(ServerHttpRequest request) {
        return calls.change(
                Scope.RESIDENTS_WRITE,
                request,
                MOST_BYTES,
                (call, body) -> enter.enter(
                                call.client().as(),
                                call.client().map(),
                                ReadBody.required(ReadBody.json(body), "lines", LONGEST))
                        .map(OwnersEndpoint::answer));
    }

    /// Yes, no or abstain, each owner one voice, by the register as it is now.
    @PostMapping(path = "/api/v1/owners/polls", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> ask(@RequestBody String body, ServerHttpRequest request) {
        return calls.change(Scope.POLLS_WRITE, request, body, call -> {
            var client = call.client();
            return owners.ask(client.as(), client.map(), form(call, ReadBody.json(body)))
                    .map(OwnersEndpoint::answer);
        });
    }

    private static OwnersForm form(OnceOnly.Call call, JsonNode json) {
        return new OwnersForm(
                call.id().toString(),
                ReadBody.text(json, "question", SHORT),
                ReadBody.text(json, "place", SHORT),
                ReadBody.text(json, "majority", SHORT).toUpperCase(Locale.ROOT),
                json.path("days").asInt(0));
    }

    private static Answer answer(Asked asked) {
        return switch (asked) {
            case Asked.Open(var poll) -> Answer.of(201, PollsEndpoint.json(poll));
            case Asked.Wrong(var why) -> throw refusal(why);
        };
    }

    private static Refusal refusal(String why) {
        return switch (why) {
            case "NOBODY" -> Refusal.because("no-owners");
            case "WORDS" -> Refusal.field("question");
            default -> Refusal.field(why.toLowerCase(Locale.ROOT));
        };
    }

    private static Answer answer(ReadParcels.Read read) {
        if (!read.wrong().isEmpty()) {
            throw Refusal.because(
                    "wrong-lines",
                    read.wrong().stream()
                            .limit(MOST_FAULTS)
                            .map(OwnersEndpoint::json)
                            .toList());
        }
        return Answer.of(200, sum(read.parcels()));
    }

    private static Map<String, Object> json(ReadParcels.Wrong it) {
        return Map.of("line", it.line(), "what", Words.of(it.fault()));
    }

    private static Map<String, Object> sum(List<Parcel> parcels) {
        var json = new LinkedHashMap<String, Object>();
        json.put("homes", parcels.size());
        json.put("owners", parcels.stream().map(Parcel::owner).distinct().count());
        json.put("area", Areas.text(parcels.stream().mapToLong(Parcel::area).sum()));
        return json;
    }
}
