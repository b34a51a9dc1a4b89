package org.linli.api;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.cases.callbacks.CallBack;
import org.linli.cases.callbacks.FindCallBacks;
import org.linli.cases.callbacks.RecordCall;
import org.linli.keys.Scope;
import org.linli.platform.words.Masked;
import org.linli.platform.words.SaidTime;
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

/// Who is called back, for a call centre's program, and what they said.
@RestController
class CallbacksEndpoint {

    private static final int SHORT = 60;
    private static final int LONGEST = 500;

    private final AnswerCalls calls;
    private final FindCallBacks find;
    private final RecordCall record;

    CallbacksEndpoint(AnswerCalls calls, FindCallBacks find, RecordCall record) {
        this.calls = calls;
        this.find = find;
        this.record = record;
    }

    /// Of a month that was drawn, in the order of the draw.
    ///
    /// @param month like `2026-10`
    @GetMapping("/api/v1/callbacks")
    Mono<ResponseEntity<String>> list(
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String cursor,
            ServerHttpRequest request) {
        return calls.read(
                Scope.CASES_READ,
                request,
                client -> find.draw(client.community(), month(month))
                        .flatMap(draw -> find.of(draw)
                                .collectList()
                                .map(all -> Page.part(all, cursor, CallbacksEndpoint::json, CallBack::number))));
    }

    /// What was drawn from, so that anybody can draw again by the seed.
    @GetMapping("/api/v1/callbacks/{month}/pool")
    Mono<ResponseEntity<String>> pool(
            @PathVariable String month, @RequestParam(defaultValue = "") String cursor, ServerHttpRequest request) {
        return calls.read(
                Scope.CASES_READ,
                request,
                client -> find.draw(client.community(), month(month)).map(draw -> {
                    var page = Page.part(draw.pool(), cursor, it -> it, it -> it);
                    page.put("seed", draw.seed());
                    return page;
                }));
    }

    /// Whoever is not satisfied gets the case opened again.
    @PostMapping(path = "/api/v1/callbacks", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> record(@RequestBody String body, ServerHttpRequest request) {
        return calls.change(Scope.CASES_WRITE, request, body, call -> {
            var json = ReadBody.json(body);
            var heard = new RecordCall.Heard(
                    call.client().community(),
                    month(ReadBody.required(json, "month", SHORT)),
                    ReadBody.required(json, "number", SHORT),
                    Words.read(CallBack.Result.class, ReadBody.text(json, "result", SHORT), "result"),
                    ReadBody.text(json, "words", LONGEST));
            return record.record(heard, call.client().who()).map(written -> {
                if (!written) {
                    throw Refusal.because("not-drawn-or-reached");
                }
                return Answer.of(200, Map.of("number", heard.number(), "result", Words.of(heard.result())));
            });
        });
    }

    private static YearMonth month(String said) {
        try {
            return SaidTime.month(said);
        } catch (DateTimeException noMonth) {
            throw Refusal.field("month");
        }
    }

    private static Map<String, @Nullable Object> json(CallBack it) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("number", it.number());
        json.put("due", it.isDue());
        json.put("result", it.result() == null ? null : Words.of(it.result()));
        json.put("words", Masked.words(it.words()));
        json.put("called_at", it.at() == null ? null : String.valueOf(it.at()));
        return json;
    }
}
