package org.linli.cases.web;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.linli.cases.Case;
import org.linli.cases.CaseFacts;
import org.linli.cases.CaseWords;
import org.linli.cases.FindCases;
import org.linli.cases.Neighbour;
import org.linli.cases.SpokenTime;
import org.linli.channels.Account;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Resident;
import org.linli.community.Residents;
import org.linli.outbox.LettersTo;
import org.linli.web.resident.Residence;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/// What a resident reported or joined, and what they were told, on one page that nobody else sees.
@Controller
class MyPage {

    private final Residence residence;
    private final Communities communities;
    private final Residents residents;
    private final FindCases cases;
    private final LettersTo letters;
    private final CaseWords words;
    private final Clock clock;

    MyPage(
            Residence residence,
            Communities communities,
            Residents residents,
            FindCases cases,
            LettersTo letters,
            CaseWords words,
            Clock clock) {
        this.residence = residence;
        this.communities = communities;
        this.residents = residents;
        this.cases = cases;
        this.letters = letters;
        this.words = words;
        this.clock = clock;
    }

    /// @param due empty once nothing is promised any more
    record Mine(String number, String what, String where, String state, String unit, String due, boolean open) {}

    record Said(String ago, String exactly, String text) {}

    /// @param account in whose talk the page was opened
    @GetMapping("/my")
    Mono<Rendering> mine(@RequestParam(defaultValue = "") String account, ServerHttpRequest request) {
        return residence.person(request).flatMap(this::page).switchIfEmpty(Mono.fromSupplier(() -> ask(account)));
    }

    private static Rendering ask(String account) {
        return Rendering.redirectTo(Residence.door(account, "/my").toString()).build();
    }

    private Mono<Rendering> page(Account.Person person) {
        return Mono.zip(communities.map(person.community()), own(person), said(person))
                .map(it -> Rendering.view("cases/my")
                        .modelAttribute("community", it.getT1().name())
                        .modelAttribute("cases", rows(it.getT1(), it.getT2()))
                        .modelAttribute("letters", it.getT3())
                        .header("Cache-Control", "no-store")
                        .build());
    }

    private Mono<List<Case>> own(Account.Person person) {
        return residents
                .at(person.community(), person.address())
                .map(Resident::id)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(resident -> cases.own(
                        person.community(),
                        new Neighbour(resident.orElse(null), person.address(), null, person.address())));
    }

    private Mono<List<Said>> said(Account.Person person) {
        var time = new SpokenTime(words, clock.instant());
        return letters.person(person.community(), person.address())
                .map(it -> new Said(time.ago(it.at()), SpokenTime.exactly(it.at()), it.words()))
                .collectList();
    }

    private List<Mine> rows(CommunityMap map, List<Case> cases) {
        var facts = new CaseFacts(map, words, clock.instant());
        return cases.stream().map(it -> row(it, facts)).toList();
    }

    private static Mine row(Case it, CaseFacts facts) {
        var told = facts.of(it);
        return new Mine(
                it.number(),
                told.getOrDefault("what", ""),
                told.getOrDefault("where", ""),
                told.getOrDefault("state", ""),
                told.getOrDefault("unit", ""),
                it.isOpen() ? told.getOrDefault("due", "") : "",
                it.isOpen());
    }
}
