package org.linli.polls.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.community.StaffMember;
import org.linli.community.Unit;
import org.linli.polls.FindPolls;
import org.linli.polls.Poll;
import org.linli.polls.counting.Completion;
import org.linli.polls.log.ForeseenPrivacy;
import org.linli.polls.log.Level;
import org.linli.polls.proposals.Breach;
import org.linli.polls.proposals.CheckProposal;
import org.linli.polls.rounds.FindRounds;
import org.linli.polls.rounds.ForeseeRegister;
import org.linli.polls.rounds.HoldRound;
import org.linli.polls.rounds.Round;
import org.linli.polls.rounds.Rules;
import org.linli.web.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Where the community declares rounds and leads them to their end.
@Controller
class RoundsDesk {

    /// Fields without which nothing can be foreseen.
    private static final Set<String> TO_FORESEE = Set.of("place", "kind", "most", "voice", "age");

    private final SignedIn signedIn;
    private final Communities communities;
    private final FindRounds find;
    private final HoldRound hold;
    private final ShowRound show;
    private final ActOnRound acts;
    private final CheckProposal list;
    private final ShowWorks works;
    private final FindPolls polls;
    private final ShowRegister registers;
    private final ForeseeRegister foresee;
    private final Clock clock;

    RoundsDesk(
            SignedIn signedIn,
            Communities communities,
            FindRounds find,
            HoldRound hold,
            ShowRound show,
            ActOnRound acts,
            CheckProposal list,
            ShowWorks works,
            FindPolls polls,
            ShowRegister registers,
            ForeseeRegister foresee,
            Clock clock) {
        this.signedIn = signedIn;
        this.communities = communities;
        this.find = find;
        this.hold = hold;
        this.show = show;
        this.acts = acts;
        this.list = list;
        this.works = works;
        this.polls = polls;
        this.registers = registers;
        this.foresee = foresee;
        this.clock = clock;
    }

    @GetMapping("/desk/rounds")
    Mono<String> page(Model model) {
        return Mono.zip(member(), fresh())
                .flatMap(it -> page(it.getT1(), RoundForm.empty(it.getT2()), Map.of(), model));
    }

    @PostMapping("/desk/rounds")
    Mono<String> open(RoundForm form, Model model) {
        return member().flatMap(
                        member -> communities.map(member.community()).flatMap(map -> open(member, map, form, model)));
    }

    private Mono<String> open(StaffMember member, CommunityMap map, RoundForm form, Model model) {
        var read = new ReadRound(form, map, clock.instant());
        var troubles = read.troubles();
        return troubles.isEmpty()
                ? hold.open(member, read.declared()).map(it -> "redirect:/desk/rounds/" + it.number())
                : page(member, form, troubles, model);
    }

    /// What each level of publication would show of so many voters and choices; declares nothing.
    @PostMapping("/desk/rounds/privacy")
    Mono<String> foresee(RoundForm form, Model model) {
        return member().flatMap(member -> communities
                .map(member.community())
                .flatMap(map -> foreseen(member, new ReadRound(form, map, clock.instant()), model)));
    }

    private Mono<String> foreseen(StaffMember member, ReadRound read, Model model) {
        var troubles = new HashMap<>(read.troubles());
        troubles.keySet().retainAll(TO_FORESEE);
        return Mono.just(read.declared())
                .filter(_ -> troubles.isEmpty())
                .flatMap(it -> foresee.voters(member, it)
                        .map(voters ->
                                ForeseenPrivacy.of(it.rules().kind(), it.rules().most(), voters)))
                .doOnNext(it -> model.addAttribute("foreseen", it))
                .then(page(member, read.form(), troubles, model));
    }

    private Mono<String> page(StaffMember member, RoundForm form, Map<String, String> troubles, Model model) {
        return Mono.zip(
                        communities.map(member.community()),
                        find.latest(member.community()).collectList())
                .doOnNext(found -> {
                    model.addAttribute("form", form);
                    model.addAttribute("troubles", troubles);
                    model.addAttribute("rounds", found.getT2());
                    model.addAttribute(
                            "places",
                            found.getT1().places().stream()
                                    .filter(it -> it.kind().compareTo(Place.Kind.BUILDING) <= 0)
                                    .toList());
                    model.addAttribute("rules", Rules.SPENDING);
                    model.addAttribute("completions", Completion.values());
                    model.addAttribute("levels", Level.values());
                })
                .thenReturn("polls/rounds");
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

    /// A system may wait for random bits, so not on the caller's thread.
    private static Mono<UUID> fresh() {
        return Mono.fromCallable(UUID::randomUUID).subscribeOn(Schedulers.boundedElastic());
    }
}
