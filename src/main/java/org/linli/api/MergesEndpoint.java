package org.linli.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.linli.api.Refusal.Type;
import org.linli.cases.CaseFile;
import org.linli.cases.FindCases;
import org.linli.cases.merging.Asked;
import org.linli.cases.merging.Joiners;
import org.linli.cases.merging.MergeCases;
import org.linli.cases.merging.Merged;
import org.linli.cases.merging.SplitCase;
import org.linli.cases.merging.TakeCasesApart;
import org.linli.keys.Scope;
import org.linli.platform.words.Masked;
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

/// Makes one of two cases, and two of one. Answers the number of the case to look at then.
@RestController
class MergesEndpoint {

    private static final int LONGEST = 500;
    private static final int SHORT = 60;

    private final Clients clients;
    private final OnceOnly once;
    private final FindCases cases;
    private final Joiners joiners;
    private final MergeCases merge;
    private final TakeCasesApart apart;
    private final SplitCase split;

    MergesEndpoint(
            Clients clients,
            OnceOnly once,
            FindCases cases,
            Joiners joiners,
            MergeCases merge,
            TakeCasesApart apart,
            SplitCase split) {
        this.clients = clients;
        this.once = once;
        this.cases = cases;
        this.joiners = joiners;
        this.merge = merge;
        this.apart = apart;
        this.split = split;
    }

    /// Neighbours who joined a case, the earliest first, by marks that do not tell who they are.
    @GetMapping("/api/v1/cases/{number}/neighbours")
    Mono<ResponseEntity<String>> neighbours(
            @PathVariable String number, @RequestParam(defaultValue = "") String cursor, ServerHttpRequest request) {
        return clients.with(Scope.CASES_READ, request)
                .flatMap(client -> seen(client, number)
                        .switchIfEmpty(Mono.error(() -> Refusal.of(Type.NOT_FOUND)))
                        .flatMap(_ -> joiners.of(client.community(), number).collectList()))
                .map(all -> Page.part(all, cursor, MergesEndpoint::json, Joiners.Joined::mark))
                .map(page -> Answer.of(200, page).response());
    }

    /// Empty where it is not there for this program.
    private Mono<CaseFile> seen(Client client, String number) {
        return cases.file(client.community(), number).filter(client.sight()::sees);
    }

    @PostMapping(path = "/api/v1/cases/{number}/merge", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> merge(
            @PathVariable String number, @RequestBody String body, ServerHttpRequest request) {
        return answer(
                number, body, request, (asked, json) -> merge.merge(asked, ReadBody.required(json, "other", SHORT)));
    }

    @PostMapping(path = "/api/v1/cases/{number}/take-apart", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> takeApart(
            @PathVariable String number, @RequestBody String body, ServerHttpRequest request) {
        return answer(number, body, request, (asked, _) -> apart.takeApart(asked));
    }

    @PostMapping(path = "/api/v1/cases/{number}/split", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> split(
            @PathVariable String number, @RequestBody String body, ServerHttpRequest request) {
        return answer(number, body, request, (asked, json) -> split.split(asked, marks(json)));
    }

    private Mono<ResponseEntity<String>> answer(
            String number, String body, ServerHttpRequest request, BiFunction<Asked, JsonNode, Mono<Merged>> work) {
        return clients.with(Scope.CASES_WRITE, request)
                .map(client -> OnceOnly.Call.of(client, request, body))
                .flatMap(call -> once.answer(call, () -> {
                    var json = ReadBody.json(body);
                    return seen(call.client(), number)
                            .flatMap(_ -> work.apply(asked(call, number, json), json))
                            .switchIfEmpty(Mono.error(() -> Refusal.of(Type.NOT_FOUND)))
                            .map(MergesEndpoint::done);
                }))
                .map(Answer::response);
    }

    private static Asked asked(OnceOnly.Call call, String number, JsonNode json) {
        if (!json.path("version").isIntegralNumber()) {
            throw Refusal.field("version");
        }
        return new Asked(
                call.client().sight(),
                call.client().who(),
                number,
                json.path("version").asLong(),
                ReadBody.text(json, "words", LONGEST),
                number + "/" + call.occasion());
    }

    private static Answer done(Merged merged) {
        return switch (merged) {
            case Merged.Done(var there) -> Answer.of(200, Map.of("number", there));
            case Merged.Refused(var why) -> throw Refusal.because(Words.of(why));
            case Merged.Stale() -> throw Refusal.of(Type.STALE);
        };
    }

    private static List<String> marks(JsonNode json) {
        return json.path("neighbours").valueStream().map(it -> it.asString("")).toList();
    }

    private static Map<String, Object> json(Joiners.Joined it) {
        var json = new LinkedHashMap<String, Object>();
        json.put("mark", it.mark());
        json.put("joined_at", it.at().toString());
        json.put("words", Masked.words(it.words()));
        return json;
    }
}
