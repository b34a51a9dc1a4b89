package org.linli.whistles.web;

import java.time.Clock;
import java.time.Duration;
import org.linli.platform.database.CommunityId;
import org.linli.whistles.AnswerWhistle;
import org.linli.whistles.AnswerWhistle.Result;
import org.linli.whistles.FindWhistles;
import org.linli.whistles.Whistle;
import org.linli.whistles.WhistleLinks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/// Where a unit without an account answers: its signed link opens one whistle, and nothing else.
@Controller
class LinkPage {

    /// A link that lies about somewhere opens nothing any more.
    private static final Duration OPENS = Duration.ofDays(180);

    private final ShowWhistles show;
    private final AnswerWhistle answers;
    private final FindWhistles find;
    private final WhistleLinks links;
    private final Clock clock;

    LinkPage(ShowWhistles show, AnswerWhistle answers, FindWhistles find, WhistleLinks links, Clock clock) {
        this.show = show;
        this.answers = answers;
        this.find = find;
        this.links = links;
        this.clock = clock;
    }

    @GetMapping("/whistle/{community}/{id}/{signature}")
    Mono<String> page(
            @PathVariable String community, @PathVariable String id, @PathVariable String signature, Model model) {
        return opened(community, id, signature).flatMap(it -> shown(it, model));
    }

    @PostMapping("/whistle/{community}/{id}/{signature}/{act}")
    Mono<String> act(
            @PathVariable String community,
            @PathVariable String id,
            @PathVariable String signature,
            @PathVariable String act,
            WhistleForm form,
            Model model) {
        return opened(community, id, signature)
                .flatMap(it -> Mono.justOrEmpty(form.ofUnit(act))
                        .flatMap(answer -> answers.answer(it, name(it, form), answer))
                        .flatMap(result -> answered(it, result, form, model)))
                .switchIfEmpty(Mono.error(WhistlesPage::notFound));
    }

    /// Whoever reported in speaks from then on.
    private static String name(Whistle it, WhistleForm form) {
        return it.reporter().isEmpty() ? form.said(form.name()) : it.reporter();
    }

    private Mono<String> answered(Whistle it, Result result, WhistleForm form, Model model) {
        return switch (result) {
            case Result.Done _ -> links.path(it).map(path -> "redirect:" + path);
            case Result.Declined(var why) -> {
                model.addAttribute("trouble", "whistles.trouble." + why);
                model.addAttribute("typed", form.said(form.words()));
                yield shown(it, model);
            }
        };
    }

    private Mono<String> shown(Whistle it, Model model) {
        return links.path(it).flatMap(path -> show.alone(it, path, model));
    }

    private Mono<Whistle> opened(String community, String id, String signature) {
        return find.one(new CommunityId(community), id)
                .filterWhen(it -> links.opens(it, signature))
                .filter(it -> it.call().at().plus(OPENS).isAfter(clock.instant()))
                .switchIfEmpty(Mono.error(WhistlesPage::notFound));
    }
}
