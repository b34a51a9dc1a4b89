package org.linli.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.linli.api.Refusal.Type;
import org.linli.cases.ActOnCase.Result;
import org.linli.cases.ActTogether;
import org.linli.cases.ActTogether.Chosen;
import org.linli.cases.ActTogether.Each;
import org.linli.cases.CaseWords;
import org.linli.cases.UndoTogether;
import org.linli.cases.desk.HandOverCases;
import org.linli.community.StaffMember;
import org.linli.keys.Scope;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// The same to many cases at once, what became of each, and the way back, within a minute.
@RestController
class TogetherEndpoint {

    private static final int SHORT = 60;
    private static final int LONGEST = 500;
    private static final Set<String> ACTS = Set.of("pass-on", "relabel", "close");
    private static final Pattern BULK = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Clients clients;
    private final AnswerCalls calls;
    private final OnceOnly once;
    private final ReadAct readAct;
    private final ActTogether acts;
    private final UndoTogether undo;
    private final HandOverCases cases;
    private final CaseWords words;

    TogetherEndpoint(
            Clients clients,
            AnswerCalls calls,
            OnceOnly once,
            ReadAct readAct,
            ActTogether acts,
            UndoTogether undo,
            HandOverCases cases,
            CaseWords words) {
        this.clients = clients;
        this.calls = calls;
        this.once = once;
        this.readAct = readAct;
        this.acts = acts;
        this.undo = undo;
        this.cases = cases;
        this.words = words;
    }

    @PostMapping(path = "/api/v1/cases/together", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> act(@RequestBody String body, ServerHttpRequest request) {
        return clients.with(Scope.CASES_WRITE, request)
                .map(client -> OnceOnly.Call.of(client, request, body))
                .flatMap(call -> once.answer(call, () -> act(call, ReadBody.json(body))))
                .map(Answer::response);
    }

    private Mono<Answer> act(OnceOnly.Call call, JsonNode json) {
        if (!ACTS.contains(ReadBody.text(json, "act", SHORT))) {
            throw Refusal.field("act");
        }
        var client = call.client();
        String bulk = call.id().toString();
        return acts.act(client.as(), client.sight(), chosen(json), readAct.act(client, json), bulk)
                .map(all -> Answer.of(200, json(bulk, all)));
    }

    private static List<Chosen> chosen(JsonNode json) {
        var all = json.path("cases").valueStream().map(TogetherEndpoint::one).toList();
        if (all.isEmpty() || all.size() > ActTogether.MOST) {
            throw Refusal.field("cases");
        }
        return all;
    }

    private static Chosen one(JsonNode json) {
        if (!json.path("version").isIntegralNumber()) {
            throw Refusal.field("cases");
        }
        return new Chosen(json.path("number").asString(""), json.path("version").asLong());
    }

    /// Each stands again as it stood, unless somebody has changed it since or the minute is over.
    @PostMapping(path = "/api/v1/cases/together/undo", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> undo(@RequestBody String body, ServerHttpRequest request) {
        return clients.with(Scope.CASES_WRITE, request)
                .map(client -> OnceOnly.Call.of(client, request, body))
                .flatMap(call -> once.answer(call, () -> undone(call.client(), bulk(body))))
                .map(Answer::response);
    }

    private Mono<Answer> undone(Client client, String bulk) {
        return undo.undo(client.as(), bulk)
                .filter(it -> !it.back().isEmpty() || !it.changed().isEmpty())
                .switchIfEmpty(Mono.error(() -> Refusal.of(Type.NOT_FOUND)))
                .map(it -> Answer.of(200, Map.of("back", it.back(), "changed", it.changed())));
    }

    private static String bulk(String body) {
        String said = ReadBody.text(ReadBody.json(body), "bulk", SHORT);
        if (!BULK.matcher(said).matches()) {
            throw Refusal.field("bulk");
        }
        return said;
    }

    /// All that somebody has in hand, to somebody who sees the same cases.
    @PostMapping(path = "/api/v1/staff/{id}/hand-over", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> handOver(
            @PathVariable String id, @RequestBody String body, ServerHttpRequest request) {
        return calls.change(
                Scope.CASES_WRITE,
                request,
                body,
                call -> Mono.justOrEmpty(call.client().map().staffMember(id))
                        .flatMap(from -> handedOver(call, from, ReadBody.json(body))));
    }

    private Mono<Answer> handedOver(OnceOnly.Call call, StaffMember from, JsonNode json) {
        var client = call.client();
        var to = client.map()
                .staffMember(ReadBody.required(json, "to", SHORT))
                .filter(it -> AbsencesEndpoint.replaces(it, from))
                .orElseThrow(() -> Refusal.field("to"));
        var act = HandOverCases.to(to, ReadBody.text(json, "words", LONGEST), words);
        String bulk = call.id().toString();
        return cases.handOver(client.as(), client.sight(), from, act, bulk).map(all -> Answer.of(200, json(bulk, all)));
    }

    private static Map<String, Object> json(String bulk, List<Each> all) {
        var json = new LinkedHashMap<String, Object>();
        json.put("bulk", bulk);
        json.put(
                "done",
                all.stream()
                        .filter(it -> it.result() instanceof Result.Done)
                        .map(Each::number)
                        .toList());
        json.put("not_done", all.stream().flatMap(it -> why(it).stream()).toList());
        return json;
    }

    private static List<Map<String, String>> why(Each it) {
        return switch (it.result()) {
            case Result.Done _ -> List.of();
            case Result.Refused(var why) -> List.of(Map.of("number", it.number(), "reason", Words.of(why)));
            case Result.Stale() -> List.of(Map.of("number", it.number(), "reason", "stale"));
        };
    }
}
