package org.linli.cases.web;

import java.time.Duration;
import java.util.List;
import org.linli.cases.Act;
import org.linli.cases.ActOnCase;
import org.linli.cases.ActOnCase.Result;
import org.linli.cases.NotAPicture;
import org.linli.cases.PictureKept;
import org.linli.cases.Promises;
import org.linli.cases.desk.HandOverCases;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/// Does what the forms of a case's page ask for.
///
/// What was done is said on the page that follows. What could not be done is said beside the newer state, and what was
/// typed and chosen is still there.
@Controller
class CaseForms {

    /// @param act the last part of the form's address
    private record Submitted(AtTheDesk.Look look, String number, String act, ActForm form) {}

    private final AtTheDesk desk;
    private final ShowCase show;
    private final ActOnCase acts;
    private final ReadUpload uploads;

    CaseForms(AtTheDesk desk, ShowCase show, ActOnCase acts, ReadUpload uploads) {
        this.desk = desk;
        this.show = show;
        this.acts = acts;
        this.uploads = uploads;
    }

    /// Signals 404 for a case or an act that does not exist for this person.
    @PostMapping("/desk/cases/{number}/{act}")
    Mono<String> act(@PathVariable String number, @PathVariable String act, ActForm form, Model model) {
        return desk.look()
                .map(look -> new Submitted(look, number, act, form))
                .flatMap(it -> perform(it)
                        .flatMap(result -> answer(it, result, model))
                        .onErrorResume(NotAPicture.class, _ -> again(it, "trouble.picture", model)));
    }

    private Mono<Result> perform(Submitted it) {
        return uploads.read(it.look(), it.form().picture())
                .flatMap(pictures -> acts.act(
                        it.look().sight(),
                        it.number(),
                        it.form().seen(),
                        it.look().who(),
                        meant(it, pictures),
                        it.form().occasionOf(it.number()),
                        pictures))
                .switchIfEmpty(Mono.error(AtTheDesk::notFound));
    }

    private static Act meant(Submitted it, List<PictureKept> pictures) {
        String words = it.form().said(it.look().words());
        return switch (it.act()) {
            case "accept" -> new Act.Accept();
            case "reply" -> new Act.Reply(words);
            case "ask" -> new Act.Ask(words);
            case "resolve" -> new Act.Resolve(words, ids(pictures));
            case "pass-on" -> new Act.PassOn(toUnit(it), words);
            case "hand-over" -> handOver(it, words);
            case "prioritise" -> prioritise(it, words);
            case "return" -> new Act.Return(it.look().map().desk().id(), words);
            case "delay" ->
                new Act.Delay(it.look().now().plus(Duration.ofDays(it.form().moreDays())), words);
            case "promise" -> new Act.Promise(Promises.parse(it.form().at()), words);
            case "reopen" -> new Act.Reopen(words);
            case "close" -> new Act.Close(words);
            case "relabel" -> relabel(it.look(), it.form().newLabel(), words);
            case "unmask" -> new Act.Unmask();
            default -> throw AtTheDesk.notFound();
        };
    }

    /// Signals 404 for a label that does not exist.
    static Act relabel(AtTheDesk.Look look, String label, String words) {
        if (!look.words().labels().containsKey(label)) {
            throw AtTheDesk.notFound();
        }
        return new Act.Relabel(
                label, look.words().say("told.relabelled", look.words().label(label), words.strip()));
    }

    /// Signals 404 for anybody who does not see the case.
    private static Act handOver(Submitted it, String words) {
        var look = it.look();
        var to = look.map().staffMember(it.form().toMember()).orElseThrow(AtTheDesk::notFound);
        return HandOverCases.to(to, words, look.words());
    }

    /// Signals 404 for what is no priority. Without a reason nothing is said, which the workflow refuses.
    private static Act prioritise(Submitted it, String reason) {
        var words = it.look().words();
        var priority = it.form().newPriority().orElseThrow(AtTheDesk::notFound);
        return new Act.Prioritise(
                priority,
                reason.isBlank() ? "" : words.say("told.prioritised", words.priority(priority), reason.strip()));
    }

    private static List<String> ids(List<PictureKept> pictures) {
        return pictures.stream().map(it -> it.id().toString()).toList();
    }

    private static String toUnit(Submitted it) {
        return it.look()
                .map()
                .unit(it.form().toUnit())
                .orElseThrow(AtTheDesk::notFound)
                .id();
    }

    private Mono<String> answer(Submitted it, Result result, Model model) {
        return switch (result) {
            case Result.Done _ ->
                it.act().equals("unmask")
                        ? show.show(it.look(), it.number(), true, model)
                        : Mono.just("redirect:/desk/cases/" + it.number() + "?said=" + it.act());
            case Result.Refused(var why) -> again(it, "refused." + why, model);
            case Result.Stale() -> again(it, "trouble.stale", model);
        };
    }

    private Mono<String> again(Submitted it, String trouble, Model model) {
        model.addAttribute("trouble", trouble);
        model.addAttribute("typedFor", it.act());
        model.addAttribute("typed", it.form());
        return show.show(it.look(), it.number(), false, model);
    }
}
