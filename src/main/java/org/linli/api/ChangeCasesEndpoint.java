package org.linli.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.linli.api.Refusal.Type;
import org.linli.cases.ActOnCase;
import org.linli.cases.CaseWords;
import org.linli.cases.PictureKept;
import org.linli.cases.behalf.EnterCase;
import org.linli.keys.Scope;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// Cases opened on behalf of people and acted on by programs, with a picture where one belongs to it.
@RestController
class ChangeCasesEndpoint {

    private final AnswerCalls calls;
    private final SentPicture pictures;
    private final EnterCase enter;
    private final ReadEntry readEntry;
    private final ActOnCase acts;
    private final ReadAct readAct;
    private final ReadCase read;
    private final CaseWords words;

    ChangeCasesEndpoint(
            AnswerCalls calls,
            SentPicture pictures,
            EnterCase enter,
            ReadEntry readEntry,
            ActOnCase acts,
            ReadAct readAct,
            ReadCase read,
            CaseWords words) {
        this.calls = calls;
        this.pictures = pictures;
        this.enter = enter;
        this.readEntry = readEntry;
        this.acts = acts;
        this.readAct = readAct;
        this.read = read;
        this.words = words;
    }

    /// Opens a case on behalf of somebody; the same problem of neighbours is joined, and its number answered.
    @PostMapping(path = "/api/v1/cases", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> open(ServerHttpRequest request) {
        return calls.changeOwn(
                Scope.CASES_WRITE, request, SentPicture.MOST_BYTES, (call, body) -> open(call, ReadBody.json(body)));
    }

    private Mono<Answer> open(OnceOnly.Call call, JsonNode json) {
        return readEntry
                .entry(call, json)
                .zipWhen(_ -> pictures.of(call.client(), json))
                .flatMap(read -> enter.enter(call.client().as(), read.getT1(), read.getT2()))
                .map(number -> Answer.of(201, Map.of("number", number)));
    }

    @PostMapping(path = "/api/v1/cases/{number}/acts", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> act(@PathVariable String number, ServerHttpRequest request) {
        return calls.changeOwn(
                Scope.CASES_WRITE,
                request,
                SentPicture.MOST_BYTES,
                (call, body) -> act(call, number, ReadBody.json(body)));
    }

    private Mono<Answer> act(OnceOnly.Call call, String number, JsonNode json) {
        return pictures.of(call.client(), json)
                .flatMap(kept -> act(call, number, readAct.act(call.client(), json, kept), kept))
                .switchIfEmpty(Mono.error(() -> Refusal.of(Type.NOT_FOUND)))
                .flatMap(result -> answer(call.client(), number, result));
    }

    private Mono<ActOnCase.Result> act(
            OnceOnly.Call call, String number, ReadAct.Wanted wanted, List<PictureKept> kept) {
        var client = call.client();
        return acts.act(
                client.sight(),
                number,
                wanted.version(),
                client.who(),
                wanted.act(),
                number + "/" + call.occasion(),
                kept);
    }

    private Mono<Answer> answer(Client client, String number, ActOnCase.Result result) {
        return switch (result) {
            case ActOnCase.Result.Done _ -> read.whole(client, number).map(it -> Answer.of(200, it));
            case ActOnCase.Result.Stale() -> Mono.error(() -> Refusal.of(Type.STALE));
            case ActOnCase.Result.Refused(var why) ->
                Mono.error(() -> Refusal.of(
                        Type.REFUSED,
                        why.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        words.say("refused." + why)));
        };
    }
}
