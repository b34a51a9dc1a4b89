package org.linli.api;

import java.util.function.Function;
import org.linli.api.Refusal.Type;
import org.linli.keys.Scope;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Answers calls that concern the whole community: a unit's key has no business with them.
@Component
class AnswerCalls {

    private final Clients clients;
    private final OnceOnly once;

    AnswerCalls(Clients clients, OnceOnly once) {
        this.clients = clients;
        this.once = once;
    }

    /// @param work reads only; where it is empty, what was asked for is not there
    Mono<ResponseEntity<String>> read(
            Scope scope, ServerHttpRequest request, Function<Client, ? extends Mono<? extends Object>> work) {
        return client(scope, request)
                .flatMap(client -> work.apply(client).map(it -> (Object) it))
                .switchIfEmpty(Mono.error(() -> Refusal.of(Type.NOT_FOUND)))
                .map(it -> Answer.of(200, it).response());
    }

    /// @param work is done once, however often the same call is made; where it is empty, what it is about is not there
    Mono<ResponseEntity<String>> change(
            Scope scope, ServerHttpRequest request, String body, Function<OnceOnly.Call, Mono<Answer>> work) {
        return client(scope, request)
                .map(client -> OnceOnly.Call.of(client, request, body))
                .flatMap(call -> once.answer(
                        call, () -> work.apply(call).switchIfEmpty(Mono.error(() -> Refusal.of(Type.NOT_FOUND)))))
                .map(Answer::response);
    }

    private Mono<Client> client(Scope scope, ServerHttpRequest request) {
        return clients.with(scope, request)
                .filter(it -> it.key().unit() == null)
                .switchIfEmpty(Mono.error(() -> Refusal.of(Type.SCOPE)));
    }
}
