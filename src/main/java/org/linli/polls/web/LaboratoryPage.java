package org.linli.polls.web;

import java.util.Arrays;
import java.util.Optional;
import org.linli.community.StaffMember;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.laboratory.Culture;
import org.linli.polls.rounds.FindRounds;
import org.linli.polls.rounds.Round;
import org.linli.polls.rounds.TryRules;
import org.linli.web.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// The rule laboratory (规则实验室) before a vote: made-up voters, and what each rule would choose.
@Controller
class LaboratoryPage {

    private static final long BUDGET = 100_000;

    private final SignedIn signedIn;
    private final FindRounds find;
    private final TryRules rules;

    LaboratoryPage(SignedIn signedIn, FindRounds find, TryRules rules) {
        this.signedIn = signedIn;
        this.find = find;
        this.rules = rules;
    }

    /// Before a round is declared.
    @GetMapping("/desk/laboratory")
    Mono<String> any(LaboratoryForm form, Model model) {
        return member().flatMap(_ -> page(Optional.empty(), form, model));
    }

    /// With the projects of a round.
    @GetMapping("/desk/rounds/{number:\\d{1,6}}/laboratory")
    Mono<String> round(@PathVariable int number, LaboratoryForm form, Model model) {
        return member().flatMap(member -> find.numbered(member.community(), number))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .flatMap(round -> page(Optional.of(round), form, model));
    }

    private Mono<String> page(Optional<Round> round, LaboratoryForm typed, Model model) {
        var form = typed.isEmpty()
                ? LaboratoryForm.of(
                        round.map(it -> it.rules().budget()).orElse(BUDGET),
                        round.filter(it -> it.rules().kind() == BallotKind.RANKED)
                                .isPresent())
                : typed;
        var wrong = form.wrong();
        model.addAttribute("form", form);
        model.addAttribute("wrong", wrong);
        model.addAttribute(
                "cultures", Arrays.stream(Culture.values()).map(Culture::word).toList());
        model.addAttribute("kinds", LaboratoryForm.kinds());
        round.ifPresent(it -> model.addAttribute("round", it));
        if (!wrong.isEmpty()) {
            return Mono.just("polls/laboratory");
        }
        return round.map(it -> rules.of(it, form.setup()))
                .orElseGet(() -> rules.of(form.setup()))
                .doOnNext(it -> model.addAttribute("tried", it))
                .thenReturn("polls/laboratory");
    }

    private Mono<StaffMember> member() {
        return signedIn.member()
                .filter(StaffMember::seesEverything)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.FORBIDDEN)));
    }
}
