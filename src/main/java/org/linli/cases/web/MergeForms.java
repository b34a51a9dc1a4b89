package org.linli.cases.web;

import org.linli.cases.CaseNumber;
import org.linli.cases.SpokenTime;
import org.linli.cases.merging.Asked;
import org.linli.cases.merging.MergeCases;
import org.linli.cases.merging.Merged;
import org.linli.cases.merging.SplitCase;
import org.linli.cases.merging.TakeCasesApart;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/// Makes one of two cases, and two of one, from the page of a case. Signals 404 for a case that does not exist for this
/// person.
@Controller
class MergeForms {

    private final AtTheDesk desk;
    private final ShowCase show;
    private final MergeCases merge;
    private final TakeCasesApart apart;
    private final SplitCase split;

    MergeForms(AtTheDesk desk, ShowCase show, MergeCases merge, TakeCasesApart apart, SplitCase split) {
        this.desk = desk;
        this.show = show;
        this.merge = merge;
        this.apart = apart;
        this.split = split;
    }

    @PostMapping("/desk/cases/{number}/merge")
    Mono<String> merge(@PathVariable String number, MergeForm form, Model model) {
        return desk.look().flatMap(look -> {
            String other = CaseNumber.in(form.otherCase(), look.map().casePrefix(), SpokenTime.year(look.now()))
                    .orElse("");
            return answer(look, number, "merge", merge.merge(asked(look, number, form), other), model);
        });
    }

    @PostMapping("/desk/cases/{number}/take-apart")
    Mono<String> takeApart(@PathVariable String number, MergeForm form, Model model) {
        return desk.look()
                .flatMap(look -> answer(look, number, "take-apart", apart.takeApart(asked(look, number, form)), model));
    }

    @PostMapping("/desk/cases/{number}/split")
    Mono<String> split(@PathVariable String number, MergeForm form, Model model) {
        return desk.look()
                .flatMap(look ->
                        answer(look, number, "split", split.split(asked(look, number, form), form.marks()), model));
    }

    private static Asked asked(AtTheDesk.Look look, String number, MergeForm form) {
        return new Asked(look.sight(), look.who(), number, form.seen(), form.reason(), form.occasionOf(number));
    }

    private Mono<String> answer(AtTheDesk.Look look, String number, String act, Mono<Merged> result, Model model) {
        return result.switchIfEmpty(Mono.error(AtTheDesk::notFound)).flatMap(merged -> switch (merged) {
            case Merged.Done(String there) -> Mono.just("redirect:/desk/cases/" + there + "?said=" + act);
            case Merged.Refused(var why) -> again(look, number, "same.refused." + why, model);
            case Merged.Stale() -> again(look, number, "same.stale", model);
        });
    }

    private Mono<String> again(AtTheDesk.Look look, String number, String trouble, Model model) {
        model.addAttribute("trouble", trouble);
        return show.show(look, number, false, model);
    }
}
