package org.linli.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.api.Refusal.Type;
import org.linli.cases.ActOnCase;
import org.linli.cases.CaseFile;
import org.linli.cases.CaseWords;
import org.linli.cases.DeskCases;
import org.linli.cases.DeskFilter;
import org.linli.cases.DeskPage;
import org.linli.cases.DeskPage.Cursor;
import org.linli.cases.FindCases;
import org.linli.cases.State;
import org.linli.cases.behalf.EnterCase;
import org.linli.keys.Scope;
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

/// Cases for programs: listed, read, opened on behalf of people, acted on.
@RestController
class CasesEndpoint {

    private static final Set<String> EVERY_STATE = Set.of("", "open", "all");

    private final Clients clients;
    private final OnceOnly once;
    private final DeskCases list;
    private final FindCases cases;
    private final ActOnCase acts;
    private final EnterCase enter;
    private final CaseWords words;
    private final ReadEntry readEntry;
    private final ReadAct readAct;

    CasesEndpoint(
            Clients clients,
            OnceOnly once,
            DeskCases list,
            FindCases cases,
            ActOnCase acts,
            EnterCase enter,
            CaseWords words,
            ReadEntry readEntry,
            ReadAct readAct) {
        this.clients = clients;
        this.once = once;
        this.list = list;
        this.cases = cases;
        this.acts = acts;
        this.enter = enter;
        this.words = words;
        this.readEntry = readEntry;
        this.readAct = readAct;
    }

    /// Fifty a page, the earliest deadline first.
    ///
    /// @param cursor `next` of the page before
    @GetMapping("/api/v1/cases")
    Mono<ResponseEntity<String>> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String label,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(defaultValue = "") String cursor,
            ServerHttpRequest request) {
        return clients.with(Scope.CASES_READ, request)
                .flatMap(client -> list.page(
                                client.sight(),
                                DeskFilter.of(state(state), unit, label(label), late, text),
                                after(cursor))
                        .map(page -> answer(page, client)))
                .map(Answer::response);
    }

    /// Signals [Refusal] for what is none, which would list something else than was asked for.
    private static String state(@Nullable String said) {
        return said == null || EVERY_STATE.contains(said)
                ? Objects.requireNonNullElse(said, "open")
                : Words.read(State.class, said.toLowerCase(Locale.ROOT).replace('_', '-'), "state")
                        .name();
    }

    private @Nullable String label(@Nullable String said) {
        if (said != null && !said.isBlank() && !words.labels().containsKey(said)) {
            throw Refusal.field("label");
        }
        return said;
    }

    @GetMapping("/api/v1/cases/{number}")
    Mono<ResponseEntity<String>> one(@PathVariable String number, ServerHttpRequest request) {
        return clients.with(Scope.CASES_READ, request)
                .flatMap(client -> seen(client, number).flatMap(file -> whole(file, client)))
                .map(it -> Answer.of(200, it).response());
    }

    /// Opens a case on behalf of somebody; the same problem of neighbours is joined, and its number answered.
    @PostMapping(path = "/api/v1/cases", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> open(@RequestBody String body, ServerHttpRequest request) {
        return clients.with(Scope.CASES_WRITE, request)
                .map(client -> OnceOnly.Call.of(client, request, body))
                .flatMap(call -> once.answer(call, () -> open(call, body)))
                .map(Answer::response);
    }

    private Mono<Answer> open(OnceOnly.Call call, String body) {
        return enter.enter(call.client().as(), readEntry.entry(call, body), List.of())
                .map(number -> Answer.of(201, Map.of("number", number)));
    }

    @PostMapping(path = "/api/v1/cases/{number}/acts", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> act(@PathVariable String number, @RequestBody String body, ServerHttpRequest request) {
        return clients.with(Scope.CASES_WRITE, request)
                .map(client -> OnceOnly.Call.of(client, request, body))
                .flatMap(call -> once.answer(call, () -> act(call, number, body)))
                .map(Answer::response);
    }

    private Mono<Answer> act(OnceOnly.Call call, String number, String body) {
        var client = call.client();
        var wanted = readAct.act(client, body);
        return acts.act(
                        client.sight(),
                        number,
                        wanted.version(),
                        client.who(),
                        wanted.act(),
                        number + "/" + call.occasion())
                .switchIfEmpty(Mono.error(() -> Refusal.of(Type.NOT_FOUND)))
                .flatMap(result -> switch (result) {
                    case ActOnCase.Result.Done _ ->
                        seen(client, number)
                                .flatMap(file -> whole(file, client))
                                .map(it -> Answer.of(200, it));
                    case ActOnCase.Result.Stale() -> Mono.error(Refusal.of(Type.STALE));
                    case ActOnCase.Result.Refused(var why) ->
                        Mono.error(Refusal.of(
                                Type.REFUSED,
                                why.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                words.say("refused." + why)));
                });
    }

    private Mono<CaseFile> seen(Client client, String number) {
        return cases.file(client.map().id(), number)
                .filter(client.sight()::sees)
                .switchIfEmpty(Mono.error(() -> Refusal.of(Type.NOT_FOUND)));
    }

    private Mono<Map<String, @Nullable Object>> whole(CaseFile file, Client client) {
        var json = new CaseJson(client.map(), words);
        return list.history(client.map().id(), file.it().number()).collectList().map(steps -> {
            var it = json.of(file.it(), file.seen(), file.supporters().size());
            it.put("history", json.history(steps));
            return it;
        });
    }

    private Answer answer(DeskPage page, Client client) {
        var json = new CaseJson(client.map(), words);
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put(
                "items",
                page.rows().stream()
                        .map(row -> json.of(row.it(), row.it().version() - row.supporters(), row.supporters()))
                        .toList());
        body.put("next", page.next().map(Cursor::text).map(PageCursor::opaque).orElse(null));
        return Answer.of(200, body);
    }

    private static Cursor after(String opaque) {
        if (opaque.isEmpty()) {
            return Cursor.START;
        }
        String text = PageCursor.read(opaque);
        var cursor = Cursor.parse(text);
        if (!cursor.text().equals(text)) {
            throw Refusal.of(Type.CURSOR);
        }
        return cursor;
    }
}
