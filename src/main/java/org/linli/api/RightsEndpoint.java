package org.linli.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.api.Refusal.Type;
import org.linli.community.Residents;
import org.linli.keys.Scope;
import org.linli.rights.BeForgotten;
import org.linli.rights.Download;
import org.linli.rights.Erasures;
import org.linli.rights.KeptOfPerson;
import org.linli.rights.ShowPerson;
import org.linli.rights.TakeOutFile;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Acts for residents who ask on paper: hands out what is kept of them, and has it erased. It stands in the trail.
@RestController
class RightsEndpoint {

    private static final int SHORT = 60;
    private static final int PAGE = 50;

    private final AnswerCalls calls;
    private final Residents residents;
    private final ShowPerson show;
    private final TakeOutFile takeOut;
    private final BeForgotten forgotten;
    private final Erasures erasures;

    RightsEndpoint(
            AnswerCalls calls,
            Residents residents,
            ShowPerson show,
            TakeOutFile takeOut,
            BeForgotten forgotten,
            Erasures erasures) {
        this.calls = calls;
        this.residents = residents;
        this.show = show;
        this.takeOut = takeOut;
        this.forgotten = forgotten;
        this.erasures = erasures;
    }

    /// A `.zip`, read from the disk; no copy of it is kept, so that it is taken out anew each time. Changes nothing.
    @PostMapping(path = "/api/v1/rights/file", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Flux<DataBuffer>>> file(@RequestBody String body, ServerHttpRequest request) {
        return calls.client(Scope.RIGHTS, request)
                .flatMap(client -> takeOut.of(
                        client.as(), client.map(), ReadBody.required(ReadBody.json(body), "resident", SHORT)))
                .flatMap(zip -> Download.zip("data.zip", zip))
                .switchIfEmpty(Mono.error(() -> Refusal.of(Type.NOT_FOUND)));
    }

    /// What is kept of somebody, and would be handed out or erased: how many rows of what, and nothing that is in them.
    @GetMapping("/api/v1/residents/{id}/kept")
    Mono<ResponseEntity<String>> kept(@PathVariable String id, ServerHttpRequest request) {
        return calls.read(
                Scope.RIGHTS,
                request,
                client -> residents
                        .byId(client.community(), id)
                        .flatMap(it -> show.resident(client.community(), it.id())
                                .map(RightsEndpoint::json)
                                .collectList())
                        .map(Page::whole));
    }

    private static Map<String, Object> json(KeptOfPerson it) {
        return Map.of("table", it.table(), "rows", it.rows().size());
    }

    /// Begins at once and cannot be taken back, so whoever asks says `sure`. Answers
    /// nothing of whom: the answer is kept for a day.
    @PostMapping(path = "/api/v1/rights/erasures", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> erase(@RequestBody String body, ServerHttpRequest request) {
        return calls.change(Scope.RIGHTS, request, body, call -> {
            var json = ReadBody.json(body);
            String resident = ReadBody.required(json, "resident", SHORT);
            String reason = ReadBody.required(json, "reason", BeForgotten.LONGEST_REASON);
            if (!json.path("sure").asBoolean(false)) {
                throw Refusal.because("unsure");
            }
            var by = call.client().as();
            return forgotten
                    .askedFor(by.community(), resident, by.id(), reason)
                    .filter(there -> there)
                    .map(_ -> Answer.of(201, Map.of("state", "due")));
        });
    }

    /// Fifty a page, the newest first, without who they are.
    @GetMapping("/api/v1/rights/erasures")
    Mono<ResponseEntity<String>> list(@RequestParam(defaultValue = "") String cursor, ServerHttpRequest request) {
        return calls.read(Scope.RIGHTS, request, client -> {
            var before = TimeCursor.latest(cursor);
            return erasures.before(client.community(), before.at(), before.id(), PAGE + 1)
                    .collectList()
                    .map(found -> Page.of(found, PAGE, RightsEndpoint::json, it -> TimeCursor.text(it.at(), it.id())));
        });
    }

    private static Map<String, @Nullable Object> json(Erasures.Line it) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        var done = it.doneAt();
        json.put("id", it.id());
        json.put("by", it.by());
        json.put("reason", it.reason());
        json.put("asked_at", it.at().toString());
        json.put("state", it.state());
        json.put("waiting", it.waiting());
        json.put("done_at", done == null ? null : done.toString());
        return json;
    }
}
