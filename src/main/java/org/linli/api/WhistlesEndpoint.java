package org.linli.api;

import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.api.Refusal.Type;
import org.linli.keys.Scope;
import org.linli.whistles.AnswerWhistle;
import org.linli.whistles.AnswerWhistle.Result;
import org.linli.whistles.FindWhistles;
import org.linli.whistles.Whistle;
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

/// Whistles for programs: the community's calls units and rates them, a department's own program reports in. A unit's
/// key sees and answers only what its unit is called to.
@RestController
class WhistlesEndpoint {

    private static final int PAGE = 50;

    private final Clients clients;
    private final AnswerCalls calls;
    private final OnceOnly once;
    private final FindWhistles find;
    private final AnswerWhistle answers;
    private final Clock clock;

    WhistlesEndpoint(
            Clients clients, AnswerCalls calls, OnceOnly once, FindWhistles find, AnswerWhistle answers, Clock clock) {
        this.clients = clients;
        this.calls = calls;
        this.once = once;
        this.find = find;
        this.answers = answers;
        this.clock = clock;
    }

    /// What still goes on, whoever should have come longest ago first; at most 200.
    @GetMapping("/api/v1/whistles")
    Mono<ResponseEntity<String>> list(@RequestParam(defaultValue = "") String cursor, ServerHttpRequest request) {
        return clients.with(Scope.CASES_READ, request)
                .flatMap(client -> {
                    var after = TimeCursor.of(cursor);
                    return find.goingOn(client.community(), unit(client), after.at(), after.id(), PAGE + 1)
                            .collectList();
                })
                .map(found -> Page.of(
                        found,
                        PAGE,
                        WhistleJson::of,
                        it -> TimeCursor.text(it.call().reportBy(), it.id())))
                .map(page -> Answer.of(200, page).response());
    }

    @GetMapping("/api/v1/whistles/{id}")
    Mono<ResponseEntity<String>> one(@PathVariable String id, ServerHttpRequest request) {
        return clients.with(Scope.CASES_READ, request)
                .flatMap(client -> seen(client, id))
                .map(it -> Answer.of(200, WhistleJson.of(it)).response());
    }

    /// Calls a unit to a case.
    @PostMapping(path = "/api/v1/whistles", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> blow(@RequestBody String body, ServerHttpRequest request) {
        return calls.change(Scope.CASES_WRITE, request, body, call -> {
            var wanted = ReadWhistle.call(body, clock.instant());
            return answers.blow(call.client().as(), wanted.number(), wanted.unit(), wanted.words(), wanted.reportBy())
                    .map(answered(201));
        });
    }

    /// What the unit that is called may answer, and what the community may.
    @PostMapping(path = "/api/v1/whistles/{id}/acts", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> act(@PathVariable String id, @RequestBody String body, ServerHttpRequest request) {
        return clients.with(Scope.CASES_WRITE, request)
                .map(client -> OnceOnly.Call.of(client, request, body))
                .flatMap(call -> once.answer(call, () -> act(call.client(), id, body)))
                .map(Answer::response);
    }

    private Mono<Answer> act(Client client, String id, String body) {
        return seen(client, id)
                .flatMap(it -> answers.answer(
                        it, client.key().name(), ReadWhistle.answer(client.as(), it, body, clock.instant())))
                .switchIfEmpty(Mono.error(() -> Refusal.of(Type.NOT_FOUND)))
                .map(answered(200));
    }

    private Mono<Whistle> seen(Client client, String id) {
        return find.one(client.community(), id)
                .filter(it -> unit(client).isEmpty() || unit(client).equals(it.unit()))
                .switchIfEmpty(Mono.error(() -> Refusal.of(Type.NOT_FOUND)));
    }

    private static Function<Result, Answer> answered(int status) {
        return result -> switch (result) {
            case Result.Done(Whistle after) -> Answer.of(status, WhistleJson.of(after));
            case Result.Declined(var why) -> throw Refusal.because("whistle-" + Words.of(why));
        };
    }

    private static String unit(Client client) {
        @Nullable String unit = client.key().unit();
        return unit == null ? "" : unit;
    }
}
