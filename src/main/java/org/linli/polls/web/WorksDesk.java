package org.linli.polls.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.channels.MediaFailure;
import org.linli.community.Communities;
import org.linli.community.StaffMember;
import org.linli.polls.rounds.FindProposals;
import org.linli.polls.rounds.FindRounds;
import org.linli.polls.rounds.Proposal;
import org.linli.polls.rounds.Round;
import org.linli.web.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Projects that are carried out, for those who do and for the community: what is due, shown in pictures, and paid.
/// Each unit sees its own.
@Controller
class WorksDesk {

    /// One round with the projects of it that this person sees.
    record Shown(Round round, List<Proposal> projects, Map<Integer, WorkView> works) {}

    private final SignedIn signedIn;
    private final Communities communities;
    private final FindRounds find;
    private final FindProposals proposals;
    private final ShowWorks show;
    private final ActOnWorks acts;

    WorksDesk(
            SignedIn signedIn,
            Communities communities,
            FindRounds find,
            FindProposals proposals,
            ShowWorks show,
            ActOnWorks acts) {
        this.signedIn = signedIn;
        this.communities = communities;
        this.find = find;
        this.proposals = proposals;
        this.show = show;
        this.acts = acts;
    }

    @GetMapping("/desk/works")
    Mono<String> all(Model model) {
        return member().flatMapMany(member -> find.latest(member.community()).concatMap(round -> shown(member, round)))
                .filter(it -> !it.projects().isEmpty())
                .collectList()
                .doOnNext(it -> model.addAttribute("rounds", it))
                .thenReturn("polls/works-list");
    }

    @GetMapping("/desk/rounds/{number:\\d{1,6}}/works")
    Mono<String> one(@PathVariable int number, Model model) {
        return member().flatMap(member -> page(member, number, WorksTrouble.NONE, model));
    }

    @PostMapping("/desk/rounds/{number:\\d{1,6}}/works/{act}")
    Mono<String> act(@PathVariable int number, @PathVariable String act, WorksForm form, Model model) {
        return member().flatMap(member -> seen(member, number)
                .filter(it -> it.works().containsKey(form.proposal()))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .flatMap(it -> acts.act(member, it.round(), act, form))
                .onErrorReturn(MediaFailure.class, List.of("picture"))
                .flatMap(wrong -> wrong.isEmpty()
                        ? Mono.just("redirect:/desk/rounds/%d/works#p%d".formatted(number, form.proposal()))
                        : page(member, number, new WorksTrouble(act, form, wrong), model)));
    }

    private Mono<String> page(StaffMember member, int number, WorksTrouble trouble, Model model) {
        return seen(member, number)
                .doOnNext(it -> {
                    model.addAttribute("it", it);
                    model.addAttribute("trouble", trouble);
                    model.addAttribute("mayPay", member.seesEverything());
                    model.addAttribute(
                            "path",
                            "/polls/%s/round/%d".formatted(member.community().value(), number));
                })
                .thenReturn("polls/works");
    }

    /// Signals 404 where nothing of the round is for this person.
    private Mono<Shown> seen(StaffMember member, int number) {
        return find.numbered(member.community(), number)
                .flatMap(round -> shown(member, round))
                .filter(it -> member.seesEverything() || !it.projects().isEmpty())
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private Mono<Shown> shown(StaffMember member, Round round) {
        return communities.map(member.community()).flatMap(map -> {
            String unit = map.unit(member.unit()).map(it -> it.name()).orElse("");
            return Mono.zip(
                            Mono.just(round),
                            underWay(round)
                                    .filter(it ->
                                            member.seesEverything() || it.unit().equals(unit))
                                    .collectList(),
                            show.of(round))
                    .map(it -> shown(it.getT1(), it.getT2(), it.getT3()));
        });
    }

    private static Shown shown(Round round, List<Proposal> projects, Map<Integer, WorkView> works) {
        return new Shown(
                round,
                projects,
                works.entrySet().stream()
                        .filter(it -> projects.stream().anyMatch(project -> project.number() == it.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private Flux<Proposal> underWay(Round round) {
        return proposals.of(round.community(), round.id()).filter(Proposal::isUnderWay);
    }

    private Mono<StaffMember> member() {
        return signedIn.member().switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.FORBIDDEN)));
    }
}
