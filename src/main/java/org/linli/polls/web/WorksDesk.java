package org.linli.polls.web;

import org.linli.community.StaffMember;
import org.linli.polls.rounds.FindRounds;
import org.linli.polls.rounds.Round;
import org.linli.polls.works.Milestones;
import org.linli.polls.works.Payments;
import org.linli.web.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// Where staff enters who paid what for a project, and what is due and done.
@Controller
class WorksDesk {

    private final SignedIn signedIn;
    private final FindRounds find;
    private final Payments payments;
    private final Milestones milestones;

    WorksDesk(SignedIn signedIn, FindRounds find, Payments payments, Milestones milestones) {
        this.signedIn = signedIn;
        this.find = find;
        this.payments = payments;
        this.milestones = milestones;
    }

    @PostMapping("/desk/rounds/{number:\\d{1,6}}/works/{act}")
    Mono<String> act(@PathVariable int number, @PathVariable String act, WorksForm form) {
        return signedIn.member()
                .filter(StaffMember::seesEverything)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.FORBIDDEN)))
                .flatMap(member -> find.numbered(member.community(), number)
                        .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                        .flatMap(round -> act(member, round, act, form).thenReturn("")))
                .then(Mono.just("redirect:/desk/rounds/" + number));
    }

    /// What is missing or wrong changes nothing; browsers do not send it.
    private Mono<Void> act(StaffMember member, Round round, String act, WorksForm form) {
        return switch (act) {
            case "money" ->
                Mono.justOrEmpty(form.payment()).flatMap(it -> payments.add(round, form.proposal(), it, member.name()));
            case "milestone" ->
                form.named().isEmpty()
                        ? Mono.empty()
                        : Mono.justOrEmpty(form.dueOn())
                                .flatMap(it -> milestones.add(round, form.proposal(), form.named(), it));
            case "reached" -> milestones.reached(round, form.proposal(), form.milestone());
            default -> Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        };
    }
}
