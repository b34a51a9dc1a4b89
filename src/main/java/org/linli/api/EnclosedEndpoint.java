package org.linli.api;

import java.util.Base64;
import java.util.Map;
import org.linli.keys.Scope;
import org.linli.notices.Notice;
import org.linli.notices.Notices;
import org.linli.notices.enclosures.Enclosure;
import org.linli.notices.enclosures.Enclosures;
import org.linli.notices.writing.AddToNotice;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// Pictures and documents beside the words of a draft.
@RestController
class EnclosedEndpoint {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST = (AddToNotice.MOST_BYTES + 2) / 3 * 4;
    private static final int MOST_BYTES = LONGEST + 4 * 1024;

    private final AnswerCalls calls;
    private final Notices notices;
    private final Enclosures enclosures;
    private final AddToNotice add;

    EnclosedEndpoint(AnswerCalls calls, Notices notices, Enclosures enclosures, AddToNotice add) {
        this.calls = calls;
        this.notices = notices;
        this.enclosures = enclosures;
        this.add = add;
    }

    @GetMapping("/api/v1/notices/{id}/enclosed")
    Mono<ResponseEntity<String>> list(@PathVariable String id, ServerHttpRequest request) {
        return calls.read(
                Scope.NOTICES_READ,
                request,
                client -> notices.find(client.community(), id).flatMap(this::page));
    }

    /// As it was enclosed.
    @GetMapping("/api/v1/notices/{id}/enclosed/{file}")
    Mono<ResponseEntity<String>> one(@PathVariable String id, @PathVariable String file, ServerHttpRequest request) {
        return calls.read(
                Scope.NOTICES_READ,
                request,
                client -> notices.find(client.community(), id)
                        .flatMap(it -> enclosures.whole(it.community(), it.id(), file))
                        .map(EnclosedEndpoint::whole));
    }

    private static Map<String, String> whole(Enclosures.Whole it) {
        return Map.of(
                "id",
                it.about().id(),
                "name",
                it.about().name(),
                "type",
                it.about().type(),
                "base64",
                Base64.getEncoder().encodeToString(it.media().bytes()));
    }

    /// Judged by its content. Whoever was to approve the notice looks again.
    @PostMapping(path = "/api/v1/notices/{id}/enclosed", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> enclose(@PathVariable String id, ServerHttpRequest request) {
        return calls.change(
                Scope.NOTICES_WRITE,
                request,
                MOST_BYTES,
                (call, body) -> notices.find(call.client().community(), id)
                        .flatMap(it -> enclosed(call, it, ReadBody.json(body)))
                        .map(it -> Answer.of(201, it)));
    }

    private Mono<Map<String, Object>> enclosed(OnceOnly.Call call, Notice notice, JsonNode json) {
        String name = ReadBody.required(json, "name", LONGEST_NAME);
        return add.enclose(call.client().as(), notice, call.id(), name, bytes(json))
                .map(NoticesEndpoint::done)
                .flatMap(this::page);
    }

    @PostMapping("/api/v1/notices/{id}/enclosed/{file}/out")
    Mono<ResponseEntity<String>> takeOut(
            @PathVariable String id, @PathVariable String file, ServerHttpRequest request) {
        return calls.change(
                Scope.NOTICES_WRITE,
                request,
                "",
                call -> notices.find(call.client().community(), id)
                        .flatMap(it -> add.takeOut(call.client().as(), it, file))
                        .map(NoticesEndpoint::done)
                        .flatMap(this::page)
                        .map(it -> Answer.of(200, it)));
    }

    private static byte[] bytes(JsonNode json) {
        try {
            return Base64.getDecoder().decode(ReadBody.required(json, "base64", LONGEST));
        } catch (IllegalArgumentException noBase64) {
            throw Refusal.field("base64");
        }
    }

    private Mono<Map<String, Object>> page(Notice notice) {
        return enclosures
                .of(notice)
                .map(all ->
                        Map.of("items", all.stream().map(EnclosedEndpoint::json).toList()));
    }

    private static Map<String, String> json(Enclosure it) {
        return Map.of("id", it.id(), "name", it.name(), "type", it.type());
    }
}
