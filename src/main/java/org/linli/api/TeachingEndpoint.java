package org.linli.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.keys.Scope;
import org.linli.teaching.Lesson;
import org.linli.teaching.Lessons;
import org.linli.teaching.Teach;
import org.linli.teaching.TeachNames;
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

/// The teaching room for programs: what waits, what it meant, and what residents call the places around. Whether any of
/// it is learnt is decided by [TeachingChangeEndpoint].
@RestController
class TeachingEndpoint {

    private static final int SHORT = 60;
    private static final int MOST = 400;

    private final AnswerCalls calls;
    private final Lessons lessons;
    private final Teach teach;
    private final TeachNames names;

    TeachingEndpoint(AnswerCalls calls, Lessons lessons, Teach teach, TeachNames names) {
        this.calls = calls;
        this.lessons = lessons;
        this.teach = teach;
        this.names = names;
    }

    /// What people corrected first, then what we doubted; alike ones stand together.
    @GetMapping("/api/v1/teaching")
    Mono<ResponseEntity<String>> waiting(@RequestParam(defaultValue = "") String cursor, ServerHttpRequest request) {
        return calls.read(
                Scope.TEACHING,
                request,
                client -> lessons.waiting(client.community())
                        .map(groups -> Page.part(
                                groups.stream()
                                        .flatMap(group -> group.lessons().stream())
                                        .toList(),
                                cursor,
                                TeachingEndpoint::json,
                                Lesson::key)));
    }

    @PostMapping(path = "/api/v1/teaching/label", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> label(@RequestBody String body, ServerHttpRequest request) {
        return counted(body, request, call -> {
            var json = ReadBody.json(body);
            return teach.label(
                    call.client().as(), keys(json), label(json), call.id().toString());
        });
    }

    private String label(JsonNode json) {
        String said = ReadBody.required(json, "label", SHORT);
        if (!teach.knows(said)) {
            throw Refusal.field("label");
        }
        return said;
    }

    @PostMapping(path = "/api/v1/teaching/dismiss", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> dismiss(@RequestBody String body, ServerHttpRequest request) {
        return counted(
                body,
                request,
                call -> teach.dismiss(
                        call.client().as(), keys(ReadBody.json(body)), call.id().toString()));
    }

    /// What was said by one call waits again, unless it has been learnt.
    @PostMapping(path = "/api/v1/teaching/undo", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> undo(@RequestBody String body, ServerHttpRequest request) {
        return counted(
                body,
                request,
                call -> teach.takeBack(call.client().as(), ReadBody.required(ReadBody.json(body), "act", SHORT)));
    }

    @GetMapping("/api/v1/teaching/names")
    Mono<ResponseEntity<String>> names(@RequestParam(defaultValue = "") String cursor, ServerHttpRequest request) {
        return calls.read(
                Scope.TEACHING,
                request,
                client -> names.taught(client.community())
                        .map(all -> Page.part(
                                all,
                                cursor,
                                TeachingEndpoint::json,
                                it -> it.place().id() + "\n" + it.name())));
    }

    /// Understood from then on, also misspelt.
    @PostMapping(path = "/api/v1/teaching/names", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> name(@RequestBody String body, ServerHttpRequest request) {
        return calls.change(Scope.TEACHING, request, body, call -> {
            var json = ReadBody.json(body);
            String place = ReadBody.required(json, "place", SHORT);
            String name = ReadBody.required(json, "name", SHORT);
            return names.teach(call.client().as(), place, name).map(result -> switch (result) {
                case DONE -> Answer.of(201, Map.of("place", place, "name", name));
                case NO_NAME -> throw Refusal.field("name");
                case NO_PLACE -> throw Refusal.field("place");
                case KNOWN -> throw Refusal.because("known");
            });
        });
    }

    @PostMapping(path = "/api/v1/teaching/names/forget", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> forget(@RequestBody String body, ServerHttpRequest request) {
        return calls.change(Scope.TEACHING, request, body, call -> {
            var json = ReadBody.json(body);
            String place = ReadBody.required(json, "place", SHORT);
            String name = ReadBody.required(json, "name", SHORT);
            return names.forget(call.client().as(), place, name)
                    .filter(was -> was)
                    .map(_ -> Answer.of(200, Map.of("place", place, "name", name)));
        });
    }

    private Mono<ResponseEntity<String>> counted(
            String body, ServerHttpRequest request, Function<OnceOnly.Call, Mono<Long>> work) {
        return calls.change(
                Scope.TEACHING,
                request,
                body,
                call -> work.apply(call)
                        .map(count -> Answer.of(200, Map.of("act", call.id().toString(), "count", count))));
    }

    private static List<String> keys(JsonNode json) {
        var keys = json.path("keys").valueStream().map(it -> it.asString("")).toList();
        if (keys.isEmpty() || keys.size() > MOST) {
            throw Refusal.field("keys");
        }
        return keys;
    }

    private static Map<String, @Nullable Object> json(Lesson it) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("key", it.key());
        json.put("words", it.words());
        json.put("in_group", it.inGroup());
        json.put("guess", it.guess());
        json.put("confidence", it.confidence());
        json.put("suggested", it.suggested());
        json.put("cause", Words.of(it.cause()));
        json.put("noticed_at", it.noticedAt().toString());
        return json;
    }

    private static Map<String, @Nullable Object> json(TeachNames.Taught it) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("place", it.place().id());
        json.put("where", it.where());
        json.put("name", it.name());
        return json;
    }
}
