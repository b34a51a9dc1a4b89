package org.linli.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.api.Refusal.Type;
import org.linli.keys.Scope;
import org.linli.platform.words.Masked;
import org.linli.polls.rounds.FindProposals;
import org.linli.polls.rounds.FindRounds;
import org.linli.polls.rounds.Phase;
import org.linli.polls.rounds.Proposal;
import org.linli.polls.rounds.Round;
import org.linli.polls.rounds.RoundChanged.Result;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Rounds of micro-projects for programs: what everybody may see on their pages, and nobody who proposed or voted.
@RestController
class RoundsEndpoint {

    private static final int PAGE = 50;

    private final Clients clients;
    private final FindRounds rounds;
    private final FindProposals proposals;
    private final RoundDisputes disputes;

    RoundsEndpoint(Clients clients, FindRounds rounds, FindProposals proposals, RoundDisputes disputes) {
        this.clients = clients;
        this.rounds = rounds;
        this.proposals = proposals;
        this.disputes = disputes;
    }

    /// Fifty a page, the latest first.
    @GetMapping("/api/v1/rounds")
    Mono<ResponseEntity<String>> list(@RequestParam(defaultValue = "") String cursor, ServerHttpRequest request) {
        return clients.with(Scope.POLLS_READ, request)
                .flatMap(client -> rounds.before(client.community(), Page.after(cursor, Long.MAX_VALUE), PAGE + 1)
                        .collectList())
                .map(found -> Page.of(found, PAGE, RoundsEndpoint::json, Round::number))
                .map(page -> Answer.of(200, page).response());
    }

    /// With its proposals, what was said against it, and its result once that is public.
    @GetMapping("/api/v1/rounds/{number}")
    Mono<ResponseEntity<String>> one(@PathVariable String number, ServerHttpRequest request) {
        return clients.with(Scope.POLLS_READ, request)
                .flatMap(client -> PollsEndpoint.number(number).flatMap(it -> rounds.numbered(client.community(), it)))
                .switchIfEmpty(Mono.error(() -> Refusal.of(Type.NOT_FOUND)))
                .flatMap(this::whole)
                .map(json -> Answer.of(200, json).response());
    }

    private Mono<Map<String, @Nullable Object>> whole(Round round) {
        return Mono.zip(
                        proposals.of(round.community(), round.id()).collectList(),
                        rounds.result(round).map(Optional::of).defaultIfEmpty(Optional.empty()),
                        disputes.of(round))
                .map(found -> {
                    var json = json(round);
                    json.put(
                            "proposals",
                            found.getT1().stream().map(RoundsEndpoint::json).toList());
                    json.put("result", result(round, found.getT2()));
                    json.putAll(found.getT3());
                    return json;
                });
    }

    private static @Nullable Map<String, Object> result(Round round, Optional<Result> counted) {
        return round.phase().isAfter(Phase.VOTING)
                ? counted.map(RoundsEndpoint::json).orElse(null)
                : null;
    }

    static Map<String, @Nullable Object> json(Round it) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("number", it.number());
        json.put("title", it.title());
        json.put("place", it.place());
        json.put("phase", Words.of(it.phase()));
        json.put("since", it.since().toString());
        json.put("budget", it.rules().budget());
        json.put("opened_at", it.schedule().opened().toString());
        json.put("collect_from", it.schedule().collectFrom().toString());
        json.put("collect_until", it.schedule().collectUntil().toString());
        json.put("vote_from", it.schedule().voteFrom().toString());
        json.put("vote_until", it.schedule().voteUntil().toString());
        json.put("object_until", it.schedule().objectUntil().toString());
        return json;
    }

    private static Map<String, @Nullable Object> json(Proposal it) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("number", it.number());
        json.put("title", Masked.words(it.title()));
        json.put("words", Masked.words(it.words()));
        json.put("place", it.place());
        json.put("state", Words.of(it.state()));
        json.put("reason", Masked.words(it.reason()));
        json.put("cost", it.cost());
        json.put("unit", it.unit().isEmpty() ? null : it.unit());
        json.put("supporters", it.supporters());
        json.put("pictures", it.pictures().size());
        return json;
    }

    private static Map<String, Object> json(Result it) {
        var json = new LinkedHashMap<String, Object>();
        json.put("winners", List.copyOf(it.winners()));
        json.put("cost", it.cost());
        json.put("ballots", it.ballots());
        json.put("counted_at", it.at().toString());
        return json;
    }
}
