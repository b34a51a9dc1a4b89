package org.linli.cases.web;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.linli.cases.Case;
import org.linli.cases.CaseFacts;
import org.linli.cases.CaseWords;
import org.linli.cases.FindCases;
import org.linli.cases.SpokenTime;
import org.linli.cases.joining.CasesNearHome;
import org.linli.cases.joining.Visitor;
import org.linli.cases.joining.Visitors;
import org.linli.channels.Account;
import org.linli.community.CommunityMap;
import org.linli.outbox.LettersTo;
import org.linli.web.resident.OwnPage;
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
    private final Visitors visitors;
    private final FindCases cases;
    private final CasesNearHome near;
    private final LettersTo letters;
    private final List<OwnPage> others;
    private final CaseWords words;
    private final Clock clock;

    MyPage(
            Residence residence,
            Visitors visitors,
            FindCases cases,
            CasesNearHome near,
            LettersTo letters,
            List<OwnPage> others,
            CaseWords words,
            Clock clock) {
        this.residence = residence;
        this.visitors = visitors;
        this.cases = cases;
        this.near = near;
        this.letters = letters;
        this.others =
                others.stream().sorted(Comparator.comparingInt(OwnPage::order)).toList();
        this.words = words;
        this.clock = clock;
    }

    /// @param due empty once nothing is promised any more
    record Mine(String number, String what, String where, String state, String unit, String due, boolean open) {}

    record Said(String ago, String exactly, String text) {}

    /// @param account in whose talk the page was opened
    @GetMapping("/my")
    Mono<Rendering> mine(@RequestParam(defaultValue = "") String account, ServerHttpRequest request) {
        return residence
                .person(request)
                .flatMap(person -> visitors.of(person).flatMap(visitor -> page(person, visitor)))
                .switchIfEmpty(Mono.fromSupplier(() -> ask(account)));
    }

    private static Rendering ask(String account) {
        return Rendering.redirectTo(Residence.door(account, "/my").toString()).build();
    }

    private Mono<Rendering> page(Account.Person person, Visitor visitor) {
        var map = visitor.map();
        return Mono.zip(cases.own(map.id(), visitor.who()), near.open(visitor), said(person))
                .map(it -> Rendering.view("cases/my")
                        .modelAttribute("community", map.name())
                        .modelAttribute("cases", rows(map, it.getT1()))
                        .modelAttribute("near", rows(map, others(it.getT2(), it.getT1())))
                        .modelAttribute("letters", it.getT3())
                        .modelAttribute("others", others)
                        .modelAttribute("chat", chat(person))
                        .header("Cache-Control", "no-store")
                        .build());
    }

    /// Where somebody of the web chat talks to us; empty for everybody else, who come by a platform of their own.
    private static String chat(Account.Person person) {
        return person.address().channel().value().equals("webchat") ? "/chat/" + person.community() : "";
    }

    private static List<Case> others(List<Case> near, List<Case> own) {
        var known = own.stream().map(Case::number).toList();
        return near.stream().filter(it -> !known.contains(it.number())).toList();
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
