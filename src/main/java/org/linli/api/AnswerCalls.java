package org.linli.api;

import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.linli.api.Refusal.Type;
import org.linli.keys.Scope;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Answers calls, mostly those that concern the whole community: a unit's key has no business with them.
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
        return client(scope, request).flatMap(client -> done(client, request, body, work));
    }

    /// The same for a body that is longer than others; it is read only for who may call. One that is too long is
    /// refused.
    ///
    /// @param most bytes
    Mono<ResponseEntity<String>> change(
            Scope scope, ServerHttpRequest request, int most, BiFunction<OnceOnly.Call, String, Mono<Answer>> work) {
        return client(scope, request).flatMap(client -> done(client, request, most, work));
    }

    /// The same for keys of units too: [Client#sight] says what is theirs.
    Mono<ResponseEntity<String>> changeOwn(
            Scope scope, ServerHttpRequest request, int most, BiFunction<OnceOnly.Call, String, Mono<Answer>> work) {
        return clients.with(scope, request).flatMap(client -> done(client, request, most, work));
    }

    private Mono<ResponseEntity<String>> done(
            Client client, ServerHttpRequest request, int most, BiFunction<OnceOnly.Call, String, Mono<Answer>> work) {
        return DataBufferUtils.join(request.getBody(), most)
                .map(AnswerCalls::text)
                .defaultIfEmpty("")
                .onErrorMap(DataBufferLimitException.class, _ -> Refusal.of(Type.TOO_LONG))
                .flatMap(body -> done(client, request, body, call -> work.apply(call, body)));
    }

    private static String text(DataBuffer body) {
        try {
            return body.toString(StandardCharsets.UTF_8);
        } finally {
            DataBufferUtils.release(body);
        }
    }

    private Mono<ResponseEntity<String>> done(
            Client client, ServerHttpRequest request, String body, Function<OnceOnly.Call, Mono<Answer>> work) {
        return Mono.fromSupplier(() -> OnceOnly.Call.of(client, request, body))
                .flatMap(call -> once.answer(
                        call, () -> work.apply(call).switchIfEmpty(Mono.error(() -> Refusal.of(Type.NOT_FOUND)))))
                .map(Answer::response);
    }

    /// Who calls, for what is answered otherwise. Never empty.
    Mono<Client> client(Scope scope, ServerHttpRequest request) {
        return clients.with(scope, request)
                .filter(it -> it.key().unit() == null)
                .switchIfEmpty(Mono.error(() -> Refusal.of(Type.SCOPE)));
    }
}
