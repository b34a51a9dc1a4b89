package org.linli.polls.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.community.Communities;
import org.linli.community.StaffMember;
import org.linli.community.Unit;
import org.linli.polls.FindPolls;
import org.linli.polls.Poll;
import org.linli.polls.proposals.Breach;
import org.linli.polls.proposals.CheckProposal;
import org.linli.polls.rounds.FindRounds;
import org.linli.polls.rounds.Round;
import org.linli.web.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// Where the community leads one round to its end.
@Controller
class RoundDesk {

    private final SignedIn signedIn;
    private final Communities communities;
    private final FindRounds find;
    private final ShowRound show;
    private final ActOnRound acts;
    private final CheckProposal list;
    private final ShowWorks works;
    private final FindPolls polls;
    private final ShowRegister registers;

    RoundDesk(
            SignedIn signedIn,
            Communities communities,
            FindRounds find,
            ShowRound show,
            ActOnRound acts,
            CheckProposal list,
            ShowWorks works,
            FindPolls polls,
            ShowRegister registers) {
        this.signedIn = signedIn;
        this.communities = communities;
        this.find = find;
        this.show = show;
        this.acts = acts;
        this.list = list;
        this.works = works;
        this.polls = polls;
        this.registers = registers;
    }

    @GetMapping("/desk/rounds/{number:\\d{1,6}}")
    Mono<String> one(@PathVariable int number, Model model) {
        return member().flatMap(member -> found(member, number)).flatMap(round -> shown(round, TypedAct.NONE, model));
    }

    private Mono<String> shown(Round round, TypedAct typed, Model model) {
        return Mono.zip(show.view(round), communities.map(round.community()), works.of(round), vote(round))
                .doOnNext(it -> {
                    model.addAttribute("it", it.getT1());
                    model.addAttribute("breaches", breaches(it.getT1()));
                    model.addAttribute("works", it.getT3());
                    model.addAttribute("vote", it.getT4());
                    model.addAttribute("typed", typed);
                    model.addAttribute("wrong", typed.wrong());
                    model.addAttribute(
                            "units",
                            it.getT2().units().stream()
                                    .filter(unit -> unit.kind() != Unit.Kind.DESK)
                                    .toList());
                })
                .flatMap(it -> registers.fill(round, it.getT2(), model))
                .thenReturn("polls/round-desk");
    }

    /// By the number of the proposal.
    private Map<Integer, List<Breach>> breaches(RoundView round) {
        return round.proposals().stream()
                .collect(Collectors.toMap(
                        RoundView.ProposalView::number, it -> list.breaches(it.title() + "。" + it.words(), it.cost())));
    }

    /// The number of its vote; 0 before there is one.
    private Mono<Integer> vote(Round round) {
        return polls.one(round.community(), round.id()).map(Poll::number).defaultIfEmpty(0);
    }

    /// What is wrong is said beside its field, and what was typed stays.
    @PostMapping("/desk/rounds/{number:\\d{1,6}}/{act}")
    Mono<String> act(@PathVariable int number, @PathVariable String act, RoundAct form, Model model) {
        return member().flatMap(member -> found(member, number)
                .flatMap(round -> acts.act(member, round, act, form)
                        .flatMap(wrong ->
                                found(member, number).flatMap(now -> shown(now, TypedAct.of(act, form, wrong), model)))
                        .defaultIfEmpty("redirect:/desk/rounds/" + number)));
    }

    private Mono<Round> found(StaffMember member, int number) {
        return find.numbered(member.community(), number)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private Mono<StaffMember> member() {
        return signedIn.member()
                .filter(StaffMember::seesEverything)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.FORBIDDEN)));
    }
}
