package org.linli.api;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.linli.api.Refusal.Type;
import org.linli.cases.CaseWords;
import org.linli.cases.DeskCases;
import org.linli.cases.DeskFilter;
import org.linli.cases.DeskPage;
import org.linli.cases.DeskPage.Cursor;
import org.linli.community.Place;
import org.linli.keys.Scope;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Cases for programs: listed and read.
@RestController
class CasesEndpoint {

    private final Clients clients;
    private final DeskCases list;
    private final ReadCase cases;
    private final ReadFilter filters;
    private final CaseWords words;

    CasesEndpoint(Clients clients, DeskCases list, ReadCase cases, ReadFilter filters, CaseWords words) {
        this.clients = clients;
        this.list = list;
        this.cases = cases;
        this.filters = filters;
        this.words = words;
    }

    /// Fifty a page, the earliest deadline first.
    ///
    /// @param place    a building or a spot, of which only what is open is listed
    /// @param cursor   `next` of the page before
    @GetMapping("/api/v1/cases")
    Mono<ResponseEntity<String>> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String label,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(defaultValue = "") String priority,
            @RequestParam(defaultValue = "") String whose,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String cursor,
            ServerHttpRequest request) {
        return clients.with(Scope.CASES_READ, request).flatMap(client -> {
            var filter = filters.read(new ReadFilter.Asked(state, unit, label, late, text, priority, whose));
            return list.page(client.sight(), at(place, filter, client), after(cursor))
                    .map(page -> answer(page, client).response());
        });
    }

    /// Signals [Refusal] for what is no building and no spot, and beside a state in which nothing is open.
    private static DeskFilter at(String place, DeskFilter filter, Client client) {
        if (place.isEmpty()) {
            return filter;
        }
        if (client.map().place(place).filter(Place::isBuildingOrSpot).isEmpty()) {
            throw Refusal.field("place");
        }
        if (!filter.isOpen()) {
            throw Refusal.field("state");
        }
        return filter.at(place);
    }

    @GetMapping("/api/v1/cases/{number}")
    Mono<ResponseEntity<String>> one(@PathVariable String number, ServerHttpRequest request) {
        return clients.with(Scope.CASES_READ, request)
                .flatMap(client -> cases.whole(client, number))
                .map(it -> Answer.of(200, it).response());
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
