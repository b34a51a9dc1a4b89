package org.linli.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.linli.channels.Account;
import org.linli.channels.SendFailure;
import org.linli.keys.Scope;
import org.linli.ledger.Uses.Left;
import org.linli.postroom.ManyAccounts;
import org.linli.postroom.ManyLook;
import org.linli.postroom.MessageToMany;
import org.linli.postroom.WriteToMany;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// One message to many: looked at, then sent.
@RestController
class WriteToManyEndpoint {

    private static final int SHORT = 60;
    private static final int LONG = 2_000;

    private final AnswerCalls calls;
    private final ManyAccounts accounts;
    private final WriteToMany write;

    WriteToManyEndpoint(AnswerCalls calls, ManyAccounts accounts, WriteToMany write) {
        this.calls = calls;
        this.accounts = accounts;
        this.write = write;
    }

    /// For how many, in which words and what it costs. Nothing is sent.
    @PostMapping(path = "/api/v1/many/{channel}/{id}/look", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> look(
            @PathVariable String channel,
            @PathVariable String id,
            @RequestBody String body,
            ServerHttpRequest request) {
        return changed(
                channel,
                id,
                body,
                request,
                (call, account) -> write.look(account, call.client().map(), message(call, ReadBody.json(body)))
                        .map(it -> Answer.of(200, json(it))));
    }

    /// Once under the same idempotency key, for ever. Cannot be taken back.
    @PostMapping(path = "/api/v1/many/{channel}/{id}/send", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> send(
            @PathVariable String channel,
            @PathVariable String id,
            @RequestBody String body,
            ServerHttpRequest request) {
        return changed(channel, id, body, request, (call, account) -> {
            var json = ReadBody.json(body);
            return write.send(
                            call.client().as(),
                            account,
                            call.client().map(),
                            message(call, json),
                            json.path("sure").asBoolean(false))
                    .thenReturn(Answer.of(200, Map.of("id", call.id().toString())));
        });
    }

    private Mono<ResponseEntity<String>> changed(
            String channel,
            String id,
            String body,
            ServerHttpRequest request,
            BiFunction<OnceOnly.Call, Account, Mono<Answer>> work) {
        return calls.change(
                Scope.LETTERS_TO_MANY,
                request,
                body,
                call -> Mono.justOrEmpty(accounts.find(call.client().community(), channel, id))
                        .flatMap(account -> work.apply(call, account))
                        .onErrorMap(WriteToMany.NotSent.class, WriteToManyEndpoint::refusal)
                        .onErrorMap(SendFailure.class, WriteToManyEndpoint::refusal));
    }

    private static MessageToMany message(OnceOnly.Call call, JsonNode json) {
        return new MessageToMany(
                ReadBody.required(json, "whom", SHORT), ReadBody.required(json, "words", LONG), call.id());
    }

    private static Refusal refusal(WriteToMany.NotSent it) {
        return switch (it.why()) {
            case "words", "long" -> Refusal.field("words");
            default -> Refusal.because(it.why());
        };
    }

    private static Refusal refusal(SendFailure it) {
        return Refusal.because(it.reason().retryable() ? "platform-away" : "platform-refused");
    }

    private static Map<String, Object> json(ManyLook it) {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", it.many().name());
        json.put("people", it.many().people());
        json.put("words", it.words());
        json.put("open", it.isOpen());
        json.put("quotas", quotas(it.quotas()));
        return json;
    }

    private static List<Map<String, Object>> quotas(List<Left> quotas) {
        return quotas.stream()
                .map(it -> Map.<String, Object>of(
                        "left",
                        it.left(),
                        "most",
                        it.quota().most(),
                        "until",
                        it.until().toString()))
                .toList();
    }
}
