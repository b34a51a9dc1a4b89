package org.linli.polls.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.linli.community.Communities;
import org.linli.community.Place;
import org.linli.community.StaffMember;
import org.linli.polls.counting.Completion;
import org.linli.polls.counting.Settings;
import org.linli.polls.log.ForeseenPrivacy;
import org.linli.polls.log.Level;
import org.linli.polls.rounds.FindRounds;
import org.linli.polls.rounds.FinePrint;
import org.linli.polls.rounds.ForeseeRegister;
import org.linli.polls.rounds.HoldRound;
import org.linli.web.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Where the community declares rounds.
@Controller
class RoundsDesk {

    /// Fields without which nothing can be foreseen.
    private static final Set<String> TO_FORESEE = Set.of("place", "kind", "most", "voice", "age");

    /// What can be chosen, and the script shows what fits the ballot and the rule.
    private static final Map<String, Object> OFFERED = Map.of(
            "rules", OfferedRule.all(),
            "utilities", OfferedRule.utilities(),
            "completions", Completion.values(),
            "starts", Settings.Start.values(),
            "ties", FinePrint.Ties.values(),
            "levels", Level.values());

    private final SignedIn signedIn;
    private final Communities communities;
    private final FindRounds find;
    private final HoldRound hold;
    private final ForeseeRegister foresee;
    private final Clock clock;

    RoundsDesk(
            SignedIn signedIn,
            Communities communities,
            FindRounds find,
            HoldRound hold,
            ForeseeRegister foresee,
            Clock clock) {
        this.signedIn = signedIn;
        this.communities = communities;
        this.find = find;
        this.hold = hold;
        this.foresee = foresee;
        this.clock = clock;
    }

    @GetMapping("/desk/rounds")
    Mono<String> page(Model model) {
        return Mono.zip(member(), fresh())
                .flatMap(it -> page(it.getT1(), RoundForm.empty(it.getT2()), FineForm.empty(), Map.of(), model));
    }

    @PostMapping("/desk/rounds")
    Mono<String> open(RoundForm form, FineForm fine, Model model) {
        return member().flatMap(member -> read(member, form, fine).flatMap(read -> open(member, read, model)));
    }

    private Mono<String> open(StaffMember member, ReadRound read, Model model) {
        var troubles = read.troubles();
        return troubles.isEmpty()
                ? hold.open(member, read.declared()).map(it -> "redirect:/desk/rounds/" + it.number())
                : page(member, read.form(), read.fine(), troubles, model);
    }

    /// What each level of publication would show of so many voters and choices; declares nothing.
    @PostMapping("/desk/rounds/privacy")
    Mono<String> foresee(RoundForm form, FineForm fine, Model model) {
        return member().flatMap(member -> read(member, form, fine).flatMap(read -> foreseen(member, read, model)));
    }

    private Mono<ReadRound> read(StaffMember member, RoundForm form, FineForm fine) {
        return communities.map(member.community()).map(map -> new ReadRound(form, fine, map, clock.instant()));
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
                .then(page(member, read.form(), read.fine(), troubles, model));
    }

    private Mono<String> page(
            StaffMember member, RoundForm form, FineForm fine, Map<String, String> troubles, Model model) {
        return Mono.zip(
                        communities.map(member.community()),
                        find.latest(member.community()).collectList())
                .doOnNext(found -> {
                    model.addAttribute("form", form);
                    model.addAttribute("fine", fine);
                    model.addAttribute("troubles", troubles);
                    model.addAttribute("rounds", found.getT2());
                    model.addAttribute(
                            "places",
                            found.getT1().places().stream()
                                    .filter(it -> it.kind().compareTo(Place.Kind.BUILDING) <= 0)
                                    .toList());
                    OFFERED.forEach(model::addAttribute);
                })
                .thenReturn("polls/rounds");
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
