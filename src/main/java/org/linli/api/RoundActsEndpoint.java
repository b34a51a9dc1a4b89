package org.linli.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.linli.api.Refusal.Type;
import org.linli.keys.Scope;
import org.linli.polls.rounds.FindRounds;
import org.linli.polls.rounds.Round;
import org.linli.polls.web.PrizeCalls;
import org.linli.polls.web.RoundCalls;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// Declares rounds of micro-projects and leads them to their end: review, objections, prizes.
@RestController
class RoundActsEndpoint {

    private static final int SHORT = 60;
    private static final Set<String> OF_ROUNDS = Set.of("kind", "voice", "unit", "ties");
    private static final Set<String> OF_ACTS = Set.of("verdict");
    private static final Set<String> OF_PRIZES = Set.of("prize");

    /// What a call does to a round.
    private interface Deed {

        /// Why it was not done. Empty where what it is about is not there.
        Mono<Optional<Refusal>> to(OnceOnly.Call call, Round round, JsonNode json);
    }

    private final AnswerCalls calls;
    private final FindRounds rounds;
    private final RoundCalls deeds;
    private final PrizeCalls prizes;

    RoundActsEndpoint(AnswerCalls calls, FindRounds rounds, RoundCalls deeds, PrizeCalls prizes) {
        this.calls = calls;
        this.rounds = rounds;
        this.deeds = deeds;
        this.prizes = prizes;
    }

    @PostMapping(path = "/api/v1/rounds", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> open(@RequestBody String body, ServerHttpRequest request) {
        return calls.change(Scope.POLLS_WRITE, request, body, call -> {
            var client = call.client();
            return deeds.open(client.as(), client.map(), call.id(), Said.of(ReadBody.json(body), OF_ROUNDS))
                    .map(wrong -> refusal(wrong.keySet().stream().sorted().toList()))
                    .flatMap(refusal -> orElse(
                            refusal,
                            () -> rounds.one(client.community(), call.id().toString())))
                    .map(it -> Answer.of(201, RoundsEndpoint.json(it)));
        });
    }

    /// One of the things that the page of a round does.
    @PostMapping(path = "/api/v1/rounds/{number}/acts", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> act(@PathVariable String number, @RequestBody String body, ServerHttpRequest request) {
        return done(
                number,
                body,
                request,
                (call, round, json) -> deeds.act(
                                call.client().as(), round, oneOf(RoundCalls.ACTS, json), Said.of(json, OF_ACTS))
                        .map(RoundActsEndpoint::refusal));
    }

    /// A prize that no rule gives.
    @PostMapping(path = "/api/v1/rounds/{number}/prizes", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> prize(
            @PathVariable String number, @RequestBody String body, ServerHttpRequest request) {
        return done(
                number,
                body,
                request,
                (call, round, json) -> prizes.give(call.client().as(), round, call.id(), Said.of(json, OF_PRIZES))
                        .switchIfEmpty(Mono.error(() -> Refusal.because("no-prizes-now")))
                        .map(RoundActsEndpoint::refusal));
    }

    /// Answers the round as it is then; 404 where there is no such round, or what the deed is about is not in it.
    private Mono<ResponseEntity<String>> done(String number, String body, ServerHttpRequest request, Deed deed) {
        return calls.change(Scope.POLLS_WRITE, request, body, call -> {
            var community = call.client().community();
            var json = ReadBody.json(body);
            return PollsEndpoint.number(number)
                    .flatMap(it -> rounds.numbered(community, it))
                    .flatMap(round -> deed.to(call, round, json)
                            .flatMap(refusal -> orElse(refusal, () -> rounds.numbered(community, round.number()))))
                    .map(it -> Answer.of(200, RoundsEndpoint.json(it)));
        });
    }

    private static <T> Mono<T> orElse(Optional<Refusal> refusal, Supplier<Mono<T>> answer) {
        return refusal.<Mono<T>>map(Mono::error).orElseGet(answer);
    }

    static String oneOf(Set<String> acts, JsonNode json) {
        String said = ReadBody.text(json, "act", SHORT);
        if (!acts.contains(said)) {
            throw Refusal.field("act");
        }
        return said;
    }

    private static Optional<Refusal> refusal(List<String> fields) {
        return fields.stream().findFirst().map(Refusal::field);
    }

    private static Optional<Refusal> refusal(Map<String, String> wrong) {
        return wrong.entrySet().stream()
                .findFirst()
                .map(it -> it.getKey().isEmpty() ? refusal(it.getValue()) : Refusal.field(it.getKey()));
    }

    private static Refusal refusal(String why) {
        return why.equals("CONFLICT")
                ? Refusal.of(Type.STALE)
                : Refusal.because(why.toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
