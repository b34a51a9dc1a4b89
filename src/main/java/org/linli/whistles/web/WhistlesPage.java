package org.linli.whistles.web;

import java.time.Clock;
import java.util.Optional;
import org.linli.community.StaffMember;
import org.linli.web.SignedIn;
import org.linli.whistles.Answer;
import org.linli.whistles.AnswerWhistle;
import org.linli.whistles.AnswerWhistle.Result;
import org.linli.whistles.FindWhistles;
import org.linli.whistles.Whistle;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// The desk's page: the community blows, insists, lets go and rates; units with an account answer.
@Controller
class WhistlesPage {

    private final SignedIn signedIn;
    private final ShowWhistles show;
    private final AnswerWhistle answers;
    private final FindWhistles find;
    private final Clock clock;

    WhistlesPage(SignedIn signedIn, ShowWhistles show, AnswerWhistle answers, FindWhistles find, Clock clock) {
        this.signedIn = signedIn;
        this.show = show;
        this.answers = answers;
        this.find = find;
        this.clock = clock;
    }

    /// @param number of a case; empty: everything that goes on
    @GetMapping("/desk/whistles")
    Mono<String> page(@RequestParam(name = "case", defaultValue = "") String number, Model model) {
        return member().flatMap(it -> show.desk(it, number, model));
    }

    @PostMapping("/desk/whistles")
    Mono<String> blow(WhistleForm form, Model model) {
        String number = form.said(form.number());
        return member().filter(StaffMember::seesEverything)
                .flatMap(it -> answers.blow(
                                it,
                                number,
                                form.said(form.unit()),
                                form.said(form.words()),
                                form.reportBy(clock.instant()))
                        .flatMap(result -> answered(result, it, number, form, model)))
                .switchIfEmpty(Mono.error(WhistlesPage::notFound));
    }

    @PostMapping("/desk/whistles/{id}/{act}")
    Mono<String> act(@PathVariable String id, @PathVariable String act, WhistleForm form, Model model) {
        return member().flatMap(
                        it -> find.one(it.community(), id).flatMap(whistle -> act(it, whistle, act, form, model)))
                .switchIfEmpty(Mono.error(WhistlesPage::notFound));
    }

    private Mono<String> act(StaffMember member, Whistle whistle, String act, WhistleForm form, Model model) {
        var ours = member.unit().equals(whistle.unit()) ? form.ofUnit(act) : Optional.<Answer>empty();
        var wanted = ours.or(
                () -> member.seesEverything() ? form.ofCommunity(act, member.id(), clock.instant()) : Optional.empty());
        return Mono.justOrEmpty(wanted)
                .flatMap(answer -> answers.answer(whistle, member.name(), answer))
                .flatMap(result -> answered(result, member, whistle.number(), form, model));
    }

    private Mono<String> answered(Result result, StaffMember member, String number, WhistleForm form, Model model) {
        return switch (result) {
            case Result.Done _ -> Mono.just("redirect:/desk/whistles?case=" + number);
            case Result.Declined(var why) -> {
                model.addAttribute("trouble", "whistles.trouble." + why);
                model.addAttribute("typed", form.said(form.words()));
                yield show.desk(member, number, model);
            }
        };
    }

    private Mono<StaffMember> member() {
        return signedIn.member().switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.FORBIDDEN)));
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
