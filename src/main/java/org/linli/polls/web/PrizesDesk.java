package org.linli.polls.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.linli.community.Communities;
import org.linli.community.Resident;
import org.linli.community.Residents;
import org.linli.community.StaffMember;
import org.linli.polls.prizes.Award;
import org.linli.polls.prizes.GivePrizes;
import org.linli.polls.prizes.Prize;
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
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Where staff gives the prizes that no rule gives, and prints certificates.
@Controller
class PrizesDesk {

    private final SignedIn signedIn;
    private final Communities communities;
    private final Residents residents;
    private final FindRounds find;
    private final FindProposals proposals;
    private final GivePrizes prizes;
    private final ShowAwards awards;
    private final Clock clock;

    PrizesDesk(
            SignedIn signedIn,
            Communities communities,
            Residents residents,
            FindRounds find,
            FindProposals proposals,
            GivePrizes prizes,
            ShowAwards awards,
            Clock clock) {
        this.signedIn = signedIn;
        this.communities = communities;
        this.residents = residents;
        this.find = find;
        this.proposals = proposals;
        this.prizes = prizes;
        this.awards = awards;
        this.clock = clock;
    }

    @GetMapping("/desk/rounds/{number:\\d{1,6}}/prizes")
    Mono<String> page(@PathVariable int number, Model model) {
        return Mono.zip(member(), fresh())
                .flatMap(it -> found(it.getT1(), number)
                        .flatMap(round -> page(round, PrizeForm.empty(it.getT2()), List.of(), model)));
    }

    @PostMapping("/desk/rounds/{number:\\d{1,6}}/prizes")
    Mono<String> give(@PathVariable int number, PrizeForm form, Model model) {
        return member().flatMap(member -> found(member, number).flatMap(round -> {
            var wrong = form.wrong();
            return wrong.isEmpty()
                    ? given(member, round, form).thenReturn("redirect:/desk/rounds/" + number + "/prizes")
                    : page(round, form, wrong, model);
        }));
    }

    private Mono<Award> given(StaffMember member, Round round, PrizeForm form) {
        var prize = form.given().orElseThrow();
        return prize.isForProposer()
                ? prizes.toProposers(member, round, form.number(), prize, form.why())
                        .takeLast(1)
                        .next()
                : prizes.to(member, round, named(member, round, form, prize), form.told());
    }

    private Award named(StaffMember member, Round round, PrizeForm form, Prize prize) {
        return new Award(
                round.community(),
                form.key().orElseThrow(),
                round.id(),
                form.number(),
                prize,
                form.named(),
                form.why(),
                member.name(),
                clock.instant());
    }

    private Mono<String> page(Round round, PrizeForm form, List<String> wrong, Model model) {
        return Mono.zip(awards.of(round), projects(round), people(round))
                .doOnNext(it -> {
                    model.addAttribute("round", round);
                    model.addAttribute("awards", it.getT1());
                    model.addAttribute("projects", it.getT2());
                    model.addAttribute("people", it.getT3());
                    model.addAttribute("form", form);
                    model.addAttribute("wrong", wrong);
                })
                .thenReturn("polls/prizes");
    }

    private Mono<List<Proposal>> projects(Round round) {
        return proposals.of(round.community(), round.id()).collectList();
    }

    private Mono<List<Resident>> people(Round round) {
        return communities
                .map(round.community())
                .flatMapMany(map -> Mono.justOrEmpty(map.place(round.place()))
                        .flatMapMany(place -> residents.ofPlace(round.community(), place)))
                .filter(it -> it.verified() && it.name() != null)
                .collectList();
    }

    /// Only once residents have appraised what was done.
    private Mono<Round> found(StaffMember member, int number) {
        return find.numbered(member.community(), number)
                .filter(round -> round.phase().givesPrizes())
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
