package org.linli.api;

import java.util.Map;
import org.linli.keys.Scope;
import org.linli.teaching.PasteLessons;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Messages from elsewhere, put into the teaching room to be labelled.
@RestController
class TeachingPasteEndpoint {

    private static final int MOST = 200;

    private final AnswerCalls calls;
    private final PasteLessons paste;

    TeachingPasteEndpoint(AnswerCalls calls, PasteLessons paste) {
        this.calls = calls;
        this.paste = paste;
    }

    @PostMapping(path = "/api/v1/teaching/paste", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> paste(@RequestBody String body, ServerHttpRequest request) {
        return calls.change(Scope.TEACHING, request, body, call -> {
            var json = ReadBody.json(body);
            var lines =
                    json.path("lines").valueStream().map(it -> it.asString("")).toList();
            if (lines.isEmpty() || lines.size() > MOST) {
                throw Refusal.field("lines");
            }
            boolean inGroup = json.path("in_group").asBoolean(false);
            String act = call.id().toString();
            return paste.paste(call.client().as(), lines, inGroup, act)
                    .map(count -> Answer.of(200, Map.of("act", act, "count", count)));
        });
    }
}
