package org.linli.polls.wishes.web;

import java.util.List;
import org.linli.channels.Account;
import org.linli.community.Resident;
import org.linli.community.Residents;
import org.linli.platform.database.Effects;
import org.linli.polls.rounds.FindProposals;
import org.linli.polls.rounds.FindRounds;
import org.linli.polls.rounds.Proposal;
import org.linli.polls.rounds.Round;
import org.linli.polls.wishes.Doors;
import org.linli.web.resident.Residence;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/// What a resident proposed, alone or with others, and what became of it; from here they propose more.
@Controller
class MyProposals {

    static final String PATH = "/my/proposals";

    /// @param round path of its public page; empty while it waits for a round
    record Mine(Proposal it, String round) {}

    private final Residence residence;
    private final Residents residents;
    private final FindProposals proposals;
    private final FindRounds rounds;
    private final Doors doors;
    private final Effects effects;

    MyProposals(
            Residence residence,
            Residents residents,
            FindProposals proposals,
            FindRounds rounds,
            Doors doors,
            Effects effects) {
        this.residence = residence;
        this.residents = residents;
        this.proposals = proposals;
        this.rounds = rounds;
        this.doors = doors;
        this.effects = effects;
    }

    /// @param account in whose talk the page was opened
    @GetMapping(PATH)
    Mono<Rendering> mine(@RequestParam(defaultValue = "") String account, ServerHttpRequest request) {
        return residence.person(request).flatMap(this::page).switchIfEmpty(Mono.fromSupplier(() -> ask(account)));
    }

    private Mono<Rendering> page(Account.Person person) {
        return voter(person)
                .flatMapMany(it -> proposals.proposedBy(person.community(), it))
                .concatMap(it -> rounds.one(it.community(), it.round())
                        .map(MyProposals::path)
                        .defaultIfEmpty("")
                        .map(path -> new Mine(it, path)))
                .collectList()
                .map(all -> Rendering.view("polls/my-proposals")
                        .modelAttribute("mine", all)
                        .header("Cache-Control", "no-store")
                        .build());
    }

    /// Leads to their own page for proposing.
    @PostMapping(PATH)
    Mono<Rendering> propose(ServerHttpRequest request) {
        return residence
                .person(request)
                .flatMap(person -> voter(person)
                        .flatMap(it -> doors.open(person.community(), it, person.address()))
                        .flatMap(door -> effects.commit(List.of(door.effect()))
                                .thenReturn(Rendering.redirectTo(door.path()).build())))
                .switchIfEmpty(Mono.fromSupplier(() -> ask("")));
    }

    /// As a voter is called. Never empty.
    private Mono<String> voter(Account.Person person) {
        return residents
                .at(person.community(), person.address())
                .map(Resident::id)
                .map("resident:"::concat)
                .defaultIfEmpty("address:" + person.address().text());
    }

    private static String path(Round it) {
        return "/polls/%s/round/%d".formatted(it.community().value(), it.number());
    }

    private static Rendering ask(String account) {
        return Rendering.redirectTo(Residence.door(account, PATH).toString()).build();
    }
}
