package org.linli.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.linli.community.EditCommunity;
import org.linli.community.Unit;
import org.linli.community.editing.Edit;
import org.linli.community.file.Problem;
import org.linli.community.file.UnusableFile;
import org.linli.keys.Scope;
import org.linli.platform.database.Conflict;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// Changes places and units one at a time, by the rules of the community's file: all of it or nothing.
@RestController
class EditEndpoint {

    private static final int LONG = 600;
    private static final int SHORT = 60;
    private static final List<String> LISTS = List.of("aliases", "places", "labels");

    private final AnswerCalls calls;
    private final EditCommunity edits;

    EditEndpoint(AnswerCalls calls, EditCommunity edits) {
        this.calls = calls;
        this.edits = edits;
    }

    @PostMapping(path = "/api/v1/places", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> addPlace(@RequestBody String body, ServerHttpRequest request) {
        return change(
                body,
                request,
                json -> new Edit.AddPlace(
                        ReadBody.required(json, "id", SHORT),
                        cells(
                                json,
                                "kind",
                                "name",
                                "parent",
                                "aliases",
                                "latitude",
                                "longitude",
                                "units",
                                "floors",
                                "doors")));
    }

    /// What is not named stays; `null` takes a field out.
    @PostMapping(path = "/api/v1/places/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> changePlace(
            @PathVariable String id, @RequestBody String body, ServerHttpRequest request) {
        return change(
                body,
                request,
                json -> new Edit.ChangePlace(id, cells(json, "name", "parent", "aliases", "latitude", "longitude")));
    }

    /// Keeps what happened there; refused while something hangs on it.
    @PostMapping("/api/v1/places/{id}/close")
    Mono<ResponseEntity<String>> closePlace(@PathVariable String id, ServerHttpRequest request) {
        return calls.change(Scope.SETTINGS_WRITE, request, "", call -> done(call, new Edit.ClosePlace(id)));
    }

    @PostMapping("/api/v1/places/{id}/reopen")
    Mono<ResponseEntity<String>> reopenPlace(@PathVariable String id, ServerHttpRequest request) {
        return calls.change(Scope.SETTINGS_WRITE, request, "", call -> done(call, new Edit.ReopenPlace(id)));
    }

    @PostMapping(path = "/api/v1/units", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> addUnit(@RequestBody String body, ServerHttpRequest request) {
        return change(
                body,
                request,
                json -> new Edit.AddUnit(
                        ReadBody.required(json, "id", SHORT),
                        cells(json, "kind", "name", "places", "labels", "parent", "hours")));
    }

    /// Also who takes care of what. What is not named stays; `null` takes a field out.
    @PostMapping(path = "/api/v1/units/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> changeUnit(
            @PathVariable String id, @RequestBody String body, ServerHttpRequest request) {
        return change(
                body,
                request,
                json -> new Edit.ChangeUnit(id, cells(json, "kind", "name", "places", "labels", "parent", "hours")));
    }

    /// Moves its staff too, so the key needs both scopes.
    @PostMapping(path = "/api/v1/units/{id}/retire", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> retire(@PathVariable String id, @RequestBody String body, ServerHttpRequest request) {
        return calls.change(Scope.SETTINGS_WRITE, request, body, call -> {
            if (!call.client().key().opens(Scope.STAFF_WRITE)) {
                throw Refusal.of(Refusal.Type.SCOPE);
            }
            return done(call, new Edit.RetireUnit(id, successor(call, id, ReadBody.json(body))));
        });
    }

    /// Signals [Refusal] where it is none, unless the unit itself is not there.
    private static String successor(OnceOnly.Call call, String unit, JsonNode json) {
        String said = ReadBody.text(json, "successor", SHORT);
        var units = call.client().map().units().stream().map(Unit::id).toList();
        if (units.contains(unit) && (said.equals(unit) || !units.contains(said))) {
            throw Refusal.field("successor");
        }
        return said;
    }

    @PostMapping("/api/v1/units/{id}/bring-back")
    Mono<ResponseEntity<String>> bringBack(@PathVariable String id, ServerHttpRequest request) {
        return calls.change(Scope.SETTINGS_WRITE, request, "", call -> done(call, new Edit.BringBackUnit(id)));
    }

    private Mono<ResponseEntity<String>> change(String body, ServerHttpRequest request, Function<JsonNode, Edit> edit) {
        return calls.change(Scope.SETTINGS_WRITE, request, body, call -> done(call, edit.apply(ReadBody.json(body))));
    }

    private Mono<Answer> done(OnceOnly.Call call, Edit edit) {
        var by = call.client().as();
        return edits.propose(by.community(), edit)
                .delayUntil(it -> it.review().differences().isEmpty() ? Mono.empty() : edits.take(by, it))
                .map(it -> Answer.of(
                        200,
                        Map.of(
                                "id",
                                edit.id(),
                                "changes",
                                it.review().differences().stream()
                                        .map(CommunityFileEndpoint::json)
                                        .toList())))
                .onErrorMap(Conflict.class, _ -> Refusal.of(Refusal.Type.STALE))
                .onErrorMap(UnusableFile.class, EditEndpoint::refusal);
    }

    private static Refusal refusal(UnusableFile wrong) {
        return Refusal.because(
                "unusable-change",
                wrong.problems().stream().map(EditEndpoint::fault).toList());
    }

    private static Map<String, Object> fault(Problem it) {
        return Map.of("what", Words.of(it.what()), "said", it.said());
    }

    /// Those of these columns that the body names. Signals [Refusal] where one is no text, number or list of texts.
    private static Map<String, Object> cells(JsonNode json, String... columns) {
        var cells = new LinkedHashMap<String, Object>();
        for (String column : columns) {
            if (json.has(column)) {
                cells.put(column, LISTS.contains(column) ? texts(json, column) : text(json, column));
            }
        }
        return cells;
    }

    private static String text(JsonNode json, String column) {
        return json.path(column).isNumber() ? json.path(column).asString() : ReadBody.text(json, column, LONG);
    }

    private static List<String> texts(JsonNode json, String column) {
        var said = json.path(column);
        if (!said.isNull() && !said.isArray()) {
            throw Refusal.field(column);
        }
        return StreamSupport.stream(said.spliterator(), false)
                .map(it -> {
                    if (!it.isString() || it.asString().length() > LONG) {
                        throw Refusal.field(column);
                    }
                    return it.asString().strip();
                })
                .toList();
    }
}
