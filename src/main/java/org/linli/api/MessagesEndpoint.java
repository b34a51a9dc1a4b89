package org.linli.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.linli.inbox.SetAside;
import org.linli.inbox.SetAside.SetAsideMessage;
import org.linli.keys.Scope;
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

/// Messages that could not be worked on, without what they said and who did.
@RestController
class MessagesEndpoint {

    private static final int PAGE = 50;
    private static final int LAST_PAGE = 1_000;

    private final AnswerCalls calls;
    private final SetAside messages;

    MessagesEndpoint(AnswerCalls calls, SetAside messages) {
        this.calls = calls;
        this.messages = messages;
    }

    /// Fifty a page, the oldest first.
    @GetMapping("/api/v1/messages")
    Mono<ResponseEntity<String>> list(@RequestParam(defaultValue = "") String cursor, ServerHttpRequest request) {
        return calls.read(Scope.MESSAGES, request, client -> {
            int page = (int) Math.min(Page.after(cursor, 0), LAST_PAGE);
            return messages.list(client.community(), page)
                    .map(MessagesEndpoint::json)
                    .collectList()
                    .map(found ->
                            Page.of(found, found.size() < PAGE ? null : PageCursor.opaque(String.valueOf(page + 1))));
        });
    }

    /// Tries one again.
    @PostMapping(path = "/api/v1/messages/retry", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> retry(@RequestBody String body, ServerHttpRequest request) {
        return calls.change(Scope.MESSAGES, request, body, call -> {
            long id = id(ReadBody.json(body));
            return messages.retry(call.client().community(), id)
                    .filter(retried -> retried)
                    .map(_ -> Answer.of(200, Map.of("id", id)));
        });
    }

    private static long id(JsonNode json) {
        var said = json.path("id");
        if (!said.isIntegralNumber() || !said.canConvertToLong()) {
            throw Refusal.field("id");
        }
        return said.asLong();
    }

    private static Map<String, Object> json(SetAsideMessage it) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", it.id());
        json.put("channel", it.channel());
        json.put("received_at", it.receivedAt().toString());
        json.put("failures", it.failures());
        json.put("error", it.error());
        return json;
    }
}
