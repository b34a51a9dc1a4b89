package org.linli.api;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.linli.cases.NotAPicture;
import org.linli.cases.Pictures;
import org.linli.keys.Scope;
import org.linli.openness.BlackOut.Box;
import org.linli.openness.OpenPictures;
import org.linli.openness.PicturesOfCases;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// Pictures of cases on the public list: looked at, covered where somebody would be known, shown and not shown.
@RestController
class OpenPicturesEndpoint {

    private static final int MOST_BOXES = 200;

    private final AnswerCalls calls;
    private final PicturesOfCases taken;
    private final OpenPictures pictures;

    OpenPicturesEndpoint(AnswerCalls calls, PicturesOfCases taken, OpenPictures pictures) {
        this.calls = calls;
        this.taken = taken;
        this.pictures = pictures;
    }

    @GetMapping("/api/v1/open/{number}/pictures")
    Mono<ResponseEntity<String>> list(@PathVariable String number, ServerHttpRequest request) {
        return calls.read(
                Scope.OPEN_LIST,
                request,
                client -> Mono.zip(
                        taken.of(client.community(), number),
                        pictures.ready(client.community(), List.of(number)),
                        (all, ready) -> Page.whole(all.stream()
                                .map(id -> Map.of(
                                        "id",
                                        id,
                                        "ready",
                                        ready.getOrDefault(number, List.of()).contains(id)))
                                .toList())));
    }

    /// As it was taken.
    @GetMapping("/api/v1/open/{number}/pictures/{id}")
    Mono<ResponseEntity<String>> original(
            @PathVariable String number, @PathVariable String id, ServerHttpRequest request) {
        return calls.read(
                Scope.OPEN_LIST,
                request,
                client -> taken.original(client.community(), number, id).map(OpenPicturesEndpoint::json));
    }

    /// As it would be shown: a JPEG. Not there before somebody made it fit.
    @GetMapping("/api/v1/open/{number}/pictures/{id}/shown")
    Mono<ResponseEntity<String>> shown(
            @PathVariable String number, @PathVariable String id, ServerHttpRequest request) {
        return calls.read(
                Scope.OPEN_LIST,
                request,
                client -> pictures.bytes(client.community(), number, id)
                        .map(bytes -> json(new Pictures.Picture("image/jpeg", bytes))));
    }

    /// Black where a box is, and from then on shown to everybody if the writer agrees. Without boxes, as it is.
    @PostMapping(path = "/api/v1/open/{number}/pictures/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> blackOut(
            @PathVariable String number, @PathVariable String id, @RequestBody String body, ServerHttpRequest request) {
        return calls.change(
                Scope.OPEN_LIST,
                request,
                body,
                call -> taken.original(call.client().community(), number, id)
                        .flatMap(_ -> pictures.blackOut(call.client().as(), number, id, boxes(ReadBody.json(body))))
                        .onErrorMap(NotAPicture.class, _ -> Refusal.because("picture-unreadable"))
                        .map(it -> Answer.of(200, Map.of("id", it, "ready", true))));
    }

    @PostMapping("/api/v1/open/{number}/pictures/{id}/back")
    Mono<ResponseEntity<String>> takeBack(
            @PathVariable String number, @PathVariable String id, ServerHttpRequest request) {
        return calls.change(
                Scope.OPEN_LIST,
                request,
                "",
                call -> pictures.takeBack(call.client().as(), number, id)
                        .map(it -> Answer.of(200, Map.of("id", it, "ready", false))));
    }

    private static List<Box> boxes(JsonNode json) {
        var said = json.path("boxes");
        if (!said.isArray() || said.size() > MOST_BOXES) {
            throw Refusal.field("boxes");
        }
        return said.valueStream().map(OpenPicturesEndpoint::box).toList();
    }

    private static Box box(JsonNode said) {
        if (!said.isArray() || said.size() != 4 || said.valueStream().anyMatch(it -> !it.isNumber())) {
            throw Refusal.field("boxes");
        }
        try {
            return new Box(
                    said.get(0).asDouble(),
                    said.get(1).asDouble(),
                    said.get(2).asDouble(),
                    said.get(3).asDouble());
        } catch (IllegalArgumentException noFractions) {
            throw Refusal.field("boxes");
        }
    }

    private static Map<String, String> json(Pictures.Picture it) {
        return Map.of("type", it.mediaType(), "base64", Base64.getEncoder().encodeToString(it.bytes()));
    }
}
