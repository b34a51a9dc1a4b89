package org.linli.api;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.api.Refusal.Type;
import org.linli.keys.Scope;
import org.linli.webhooks.FindSubscriptions;
import org.linli.webhooks.Subscription;
import org.linli.webhooks.Subscriptions;
import org.linli.webhooks.Topic;
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

/// Who is told of what: programs subscribe themselves.
@RestController
class WebhooksEndpoint {

    private static final int LONGEST = 1_000;

    private final AnswerCalls calls;
    private final Subscriptions subscriptions;
    private final FindSubscriptions find;

    WebhooksEndpoint(AnswerCalls calls, Subscriptions subscriptions, FindSubscriptions find) {
        this.calls = calls;
        this.subscriptions = subscriptions;
        this.find = find;
    }

    /// The latest first, those put aside too.
    @GetMapping("/api/v1/webhooks")
    Mono<ResponseEntity<String>> list(@RequestParam(defaultValue = "") String cursor, ServerHttpRequest request) {
        return calls.read(
                Scope.WEBHOOKS,
                request,
                client -> find.all(client.community())
                        .collectList()
                        .map(all -> Page.part(all, cursor, WebhookJson::of, Subscription::id)));
    }

    @GetMapping("/api/v1/webhooks/{id}")
    Mono<ResponseEntity<String>> one(@PathVariable String id, ServerHttpRequest request) {
        return calls.read(
                Scope.WEBHOOKS,
                request,
                client -> find.one(client.community(), id).map(WebhookJson::of));
    }

    /// Answers the secret that signs calls, for the only time.
    @PostMapping(path = "/api/v1/webhooks", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> subscribe(@RequestBody String body, ServerHttpRequest request) {
        return calls.change(Scope.WEBHOOKS, request, body, call -> {
            var json = ReadBody.json(body);
            return subscriptions
                    .make(call.client().as(), url(json), topics(json))
                    .switchIfEmpty(Mono.error(() -> Refusal.field("url")))
                    .flatMap(made -> secret(call, made.id(), 201, made.secret()));
        });
    }

    /// Answers the new secret, for the only time; the one before signs beside it for a day.
    @PostMapping("/api/v1/webhooks/{id}/rotate")
    Mono<ResponseEntity<String>> rotate(@PathVariable String id, ServerHttpRequest request) {
        return calls.change(
                Scope.WEBHOOKS,
                request,
                "",
                call -> find.one(call.client().community(), id)
                        .flatMap(_ -> subscriptions
                                .rotate(call.client().as(), id)
                                .switchIfEmpty(Mono.error(() -> Refusal.of(Type.STALE))))
                        .flatMap(secret -> secret(call, id, 200, secret)));
    }

    @PostMapping("/api/v1/webhooks/{id}/stop")
    Mono<ResponseEntity<String>> stop(@PathVariable String id, ServerHttpRequest request) {
        return calls.change(
                Scope.WEBHOOKS,
                request,
                "",
                call -> find.one(call.client().community(), id)
                        .flatMap(_ -> subscriptions.stop(call.client().as(), id))
                        .flatMap(_ -> shown(call, id)));
    }

    /// Sends everything that waits from now on; one that was stopped is called again.
    @PostMapping("/api/v1/webhooks/{id}/resend")
    Mono<ResponseEntity<String>> resend(@PathVariable String id, ServerHttpRequest request) {
        return calls.change(
                Scope.WEBHOOKS,
                request,
                "",
                call -> find.one(call.client().community(), id)
                        .flatMap(_ -> subscriptions.resend(call.client().as(), id))
                        .flatMap(_ -> shown(call, id)));
    }

    private Mono<Answer> shown(OnceOnly.Call call, String id) {
        return find.one(call.client().community(), id).map(it -> Answer.of(200, WebhookJson.of(it)));
    }

    private Mono<Answer> secret(OnceOnly.Call call, String id, int status, String secret) {
        return find.one(call.client().community(), id).map(it -> {
            Map<String, Object> json = new LinkedHashMap<>(WebhookJson.of(it));
            json.put("secret", secret);
            return Answer.secret(status, json);
        });
    }

    private static URI url(JsonNode json) {
        try {
            return URI.create(ReadBody.required(json, "url", LONGEST));
        } catch (IllegalArgumentException noAddress) {
            throw Refusal.field("url");
        }
    }

    private static Set<Topic> topics(JsonNode json) {
        var topics = json.path("topics")
                .valueStream()
                .map(it -> Topic.of(it.asString("")).orElseThrow(() -> Refusal.field("topics")))
                .collect(Collectors.toSet());
        if (topics.isEmpty()) {
            throw Refusal.field("topics");
        }
        return topics;
    }
}
