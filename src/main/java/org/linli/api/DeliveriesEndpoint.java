package org.linli.api;

import org.linli.keys.Scope;
import org.linli.webhooks.FindDeliveries;
import org.linli.webhooks.FindSubscriptions;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What was told to whom, and told again.
@RestController
class DeliveriesEndpoint {

    private final AnswerCalls calls;
    private final FindSubscriptions subscriptions;
    private final FindDeliveries deliveries;

    DeliveriesEndpoint(AnswerCalls calls, FindSubscriptions subscriptions, FindDeliveries deliveries) {
        this.calls = calls;
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
    }

    /// Fifty a page, the latest first.
    @GetMapping("/api/v1/webhooks/{id}/deliveries")
    Mono<ResponseEntity<String>> list(
            @PathVariable String id, @RequestParam(defaultValue = "") String cursor, ServerHttpRequest request) {
        return calls.read(
                Scope.WEBHOOKS,
                request,
                client -> subscriptions
                        .one(client.community(), id)
                        .flatMap(it -> deliveries
                                .of(
                                        client.community(),
                                        it.id(),
                                        Page.after(cursor, Long.MAX_VALUE),
                                        FindDeliveries.PAGE + 1)
                                .collectList())
                        .map(found -> Page.of(found, FindDeliveries.PAGE, WebhookJson::of, it -> it.id())));
    }

    /// Makes this one call again, also where it arrived.
    @PostMapping("/api/v1/webhooks/{id}/deliveries/{delivery}/resend")
    Mono<ResponseEntity<String>> resend(
            @PathVariable String id, @PathVariable String delivery, ServerHttpRequest request) {
        return calls.change(
                Scope.WEBHOOKS,
                request,
                "",
                call -> delivery.matches("\\d{1,18}")
                        ? deliveries
                                .again(call.client().as(), id, Long.parseLong(delivery))
                                .map(it -> Answer.of(200, WebhookJson.of(it)))
                        : Mono.empty());
    }
}
