package org.linli.polls.web;

import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.StaffMember;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.FindPolls;
import org.linli.polls.Poll;
import org.linli.polls.voiding.VoidBallot;
import org.linli.polls.voiding.VoidBallot.Answer;
import org.linli.web.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// Where staff sees whether a vote goes as it should, and where two of them take out a ballot that should not count.
/// What ballots say stands nowhere on it.
@Controller
class OversightDesk {

    private record Opened(StaffMember member, Poll poll, CommunityMap map) {}

    private final SignedIn signedIn;
    private final Communities communities;
    private final FindPolls find;
    private final VoidBallot voids;
    private final ShowOversight show;

    OversightDesk(SignedIn signedIn, Communities communities, FindPolls find, VoidBallot voids, ShowOversight show) {
        this.signedIn = signedIn;
        this.communities = communities;
        this.find = find;
        this.voids = voids;
        this.show = show;
    }

    @GetMapping("/desk/polls/{number:\\d{1,6}}/oversight")
    Mono<String> page(@PathVariable int number, Model model) {
        return opened(number).flatMap(it -> shown(it, OversightForm.EMPTY, "", model));
    }

    /// What came of it is said above, and what was typed stays where it was not done.
    @PostMapping("/desk/polls/{number:\\d{1,6}}/oversight/{act}")
    Mono<String> act(@PathVariable int number, @PathVariable String act, OversightForm form, Model model) {
        return opened(number)
                .flatMap(it ->
                        done(it, act, form).flatMap(answer -> shown(it, typed(form, answer), answer.name(), model)));
    }

    private Mono<Answer> done(Opened it, String act, OversightForm form) {
        return switch (act) {
            case "void" ->
                voids.ask(it.member(), it.poll(), new Voter(form.whose(), "", ""), form.because(), form.said());
            case "confirm" -> voids.confirm(it.member(), it.poll(), form.number());
            case "leave" -> voids.leave(it.member(), it.poll(), form.number());
            default -> Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        };
    }

    private static OversightForm typed(OversightForm form, Answer answer) {
        return switch (answer) {
            case ASKED, VOIDED, LEFT -> OversightForm.EMPTY;
            default -> form;
        };
    }

    private Mono<String> shown(Opened it, OversightForm typed, String answer, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("answer", answer);
        return show.fill(it.member(), it.poll(), it.map(), model).thenReturn("polls/oversight");
    }

    /// Only votes whose register is settled are secret.
    private Mono<Opened> opened(int number) {
        return signedIn.member()
                .filter(StaffMember::seesEverything)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.FORBIDDEN)))
                .flatMap(member -> find.numbered(member.community(), number)
                        .filter(poll -> poll.electorate().frozen())
                        .flatMap(poll -> communities.map(member.community()).map(map -> new Opened(member, poll, map))))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
