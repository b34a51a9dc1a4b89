package org.linli.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.linli.keys.Scope;
import org.linli.outbox.LetterHistory;
import org.linli.outbox.SinceRestore;
import org.linli.outbox.UndeliveredLetters;
import org.linli.outbox.UndeliveredLetters.Undelivered;
import org.linli.outbox.WaitingCalls;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Letters that did not arrive, without to whom and what they said.
@RestController
class LettersEndpoint {

    private static final int PAGE = 50;
    private static final int LAST_PAGE = 1_000;
    private static final int LONGEST = 500;

    private final AnswerCalls calls;
    private final UndeliveredLetters letters;
    private final LetterHistory history;
    private final SinceRestore restores;
    private final WaitingCalls waiting;

    LettersEndpoint(
            AnswerCalls calls,
            UndeliveredLetters letters,
            LetterHistory history,
            SinceRestore restores,
            WaitingCalls waiting) {
        this.calls = calls;
        this.letters = letters;
        this.history = history;
        this.restores = restores;
        this.waiting = waiting;
    }

    /// Fifty a page, the newest first.
    @GetMapping("/api/v1/letters")
    Mono<ResponseEntity<String>> list(@RequestParam(defaultValue = "") String cursor, ServerHttpRequest request) {
        return calls.read(Scope.LETTERS, request, client -> {
            int page = (int) Math.min(Page.after(cursor, 0), LAST_PAGE);
            return letters.list(client.community(), page)
                    .map(LettersEndpoint::json)
                    .collectList()
                    .map(found ->
                            Page.of(found, found.size() < PAGE ? null : PageCursor.opaque(String.valueOf(page + 1))));
        });
    }

    /// What happened to one letter, the oldest first.
    ///
    /// @param key of the letter
    @GetMapping("/api/v1/letters/history")
    Mono<ResponseEntity<String>> history(@RequestParam(defaultValue = "") String key, ServerHttpRequest request) {
        return calls.read(
                Scope.LETTERS,
                request,
                client -> history.of(client.community(), key)
                        .map(LettersEndpoint::json)
                        .collectList()
                        .map(Page::whole));
    }

    private static Map<String, Object> json(LetterHistory.Step it) {
        var json = new LinkedHashMap<String, Object>();
        json.put("at", it.at().toString());
        json.put("step", it.step());
        json.put("detail", it.detail());
        return json;
    }

    /// Sends one again.
    @PostMapping(path = "/api/v1/letters/retry", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> retry(@RequestBody String body, ServerHttpRequest request) {
        return calls.change(Scope.LETTERS, request, body, call -> {
            String key = ReadBody.required(ReadBody.json(body), "key", LONGEST);
            return letters.retry(call.client().community(), key)
                    .filter(retried -> retried)
                    .map(_ -> Answer.of(200, Map.of("key", key)));
        });
    }

    /// Never sends one that people may have had before a backup was brought back; 404 where it does not wait for that.
    @PostMapping(path = "/api/v1/letters/drop", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> drop(@RequestBody String body, ServerHttpRequest request) {
        return calls.change(Scope.LETTERS, request, body, call -> {
            String key = ReadBody.required(ReadBody.json(body), "key", LONGEST);
            return letters.drop(call.client().community(), call.client().as().id(), key)
                    .filter(dropped -> dropped)
                    .map(_ -> Answer.of(200, Map.of("key", key)));
        });
    }

    /// Calls to programs that wait since a backup was brought back; the latest 50 of each line, as on the page.
    @GetMapping("/api/v1/letters/calls")
    Mono<ResponseEntity<String>> calls(ServerHttpRequest request) {
        return calls.read(
                Scope.LETTERS,
                request,
                client -> waiting.of(client.community())
                        .map(LettersEndpoint::json)
                        .collectList()
                        .map(Page::whole));
    }

    private static Map<String, Object> json(WaitingCalls.Waiting it) {
        var json = new LinkedHashMap<String, Object>();
        json.put("key", it.key());
        json.put("what", Words.of(it.call().what()));
        json.put("host", it.call().host());
        json.put("at", it.call().at().toString());
        return json;
    }

    /// Never makes one of them; 404 where it does not wait.
    @PostMapping(path = "/api/v1/letters/calls/drop", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> dropCall(@RequestBody String body, ServerHttpRequest request) {
        return calls.change(Scope.LETTERS, request, body, call -> {
            String key = ReadBody.required(ReadBody.json(body), "key", LONGEST);
            return waiting.drop(call.client().community(), call.client().as().id(), key)
                    .filter(dropped -> dropped)
                    .map(_ -> Answer.of(200, Map.of("key", key)));
        });
    }

    /// Decides about all that waits since a backup was brought back; 404 where nothing does.
    @PostMapping(path = "/api/v1/letters/restored", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> restored(@RequestBody String body, ServerHttpRequest request) {
        return calls.change(Scope.LETTERS, request, body, call -> {
            var wish = SinceRestore.Wish.of(ReadBody.text(ReadBody.json(body), "act", LONGEST))
                    .orElseThrow(() -> Refusal.field("act"));
            return restores.settle(call.client().community(), call.client().as().id(), wish)
                    .map(it -> Answer.of(200, Map.of("letters", it.letters(), "calls", it.calls())));
        });
    }

    private static Map<String, Object> json(Undelivered it) {
        var json = new LinkedHashMap<String, Object>();
        json.put("key", it.key());
        json.put("template", it.template());
        json.put("state", Words.of(it.state()));
        json.put("way", it.way());
        json.put("reason", it.reason());
        json.put("attempts", it.attempts());
        json.put("created_at", it.createdAt().toString());
        return json;
    }
}
