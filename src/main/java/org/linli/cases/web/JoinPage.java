package org.linli.cases.web;

import java.time.Clock;
import java.util.function.BiFunction;
import org.linli.cases.CaseFacts;
import org.linli.cases.CaseFile;
import org.linli.cases.CaseWords;
import org.linli.cases.joining.JoinByPage;
import org.linli.cases.joining.Visitor;
import org.linli.cases.joining.Visitors;
import org.linli.web.resident.Residence;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// One case of the place where somebody lives: how it stands, "mine too", and taking that back.
@Controller
class JoinPage {

    private final Residence residence;
    private final Visitors visitors;
    private final JoinByPage joining;
    private final CaseWords words;
    private final Clock clock;

    JoinPage(Residence residence, Visitors visitors, JoinByPage joining, CaseWords words, Clock clock) {
        this.residence = residence;
        this.visitors = visitors;
        this.joining = joining;
        this.words = words;
        this.clock = clock;
    }

    /// @param joined   whether the visitor waits for it
    /// @param mayLeave whether they joined it, and it goes on
    /// @param words of whoever reported it, for nobody else; empty for all others
    record OfPlace(
            String number,
            String what,
            String where,
            String state,
            String unit,
            String due,
            boolean open,
            boolean joined,
            boolean mayLeave,
            long waiting,
            String words) {}

    /// Signals 404 for what is nothing of theirs.
    ///
    /// @param account in whose talk the page was opened
    /// @param done    what the visitor just did: `joined`, `left`, `late`
    @GetMapping("/my/cases/{number}")
    Mono<Rendering> page(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String account,
            @RequestParam(defaultValue = "") String done,
            ServerHttpRequest request) {
        return residence
                .person(request)
                .flatMap(visitors::of)
                .flatMap(visitor -> joining.find(visitor, number)
                        .map(file -> shown(visitor, file, done))
                        .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))))
                .switchIfEmpty(Mono.fromSupplier(() -> door(account, number)));
    }

    @PostMapping("/my/cases/{number}/join")
    Mono<Rendering> join(@PathVariable String number, ServerHttpRequest request) {
        return did(number, request, joining::join, "joined");
    }

    @PostMapping("/my/cases/{number}/leave")
    Mono<Rendering> leave(@PathVariable String number, ServerHttpRequest request) {
        return did(number, request, joining::leave, "left");
    }

    private Mono<Rendering> did(
            String number, ServerHttpRequest request, BiFunction<Visitor, String, Mono<Boolean>> act, String done) {
        return residence
                .person(request)
                .flatMap(visitors::of)
                .flatMap(visitor -> act.apply(visitor, number))
                .map(it -> to("/my/cases/" + number + "?done=" + (it ? done : "late")))
                .switchIfEmpty(Mono.fromSupplier(() -> door("", number)));
    }

    private static Rendering door(String account, String number) {
        return to(Residence.door(account, "/my/cases/" + number).toString());
    }

    private static Rendering to(String page) {
        return Rendering.redirectTo(page).build();
    }

    private Rendering shown(Visitor visitor, CaseFile file, String done) {
        var it = file.it();
        var told = new CaseFacts(visitor.map(), words, clock.instant()).of(it);
        return Rendering.view("cases/join")
                .modelAttribute(
                        "it",
                        new OfPlace(
                                it.number(),
                                told.getOrDefault("what", ""),
                                told.getOrDefault("where", ""),
                                told.getOrDefault("state", ""),
                                told.getOrDefault("unit", ""),
                                it.isOpen() ? told.getOrDefault("due", "") : "",
                                it.isOpen(),
                                file.concerns(visitor.who()),
                                it.isOpen() && JoinByPage.mayLeave(file, visitor),
                                file.waiting().count(),
                                it.reporter().isSameAs(visitor.who())
                                        ? it.problem().words()
                                        : ""))
                .modelAttribute("done", done.matches("joined|left|late") ? done : "")
                .header("Cache-Control", "no-store")
                .build();
    }
}
