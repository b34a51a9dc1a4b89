package org.linli.cases.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.linli.cases.AlikeCases;
import org.linli.cases.CaseFile;
import org.linli.cases.DeskCases;
import org.linli.cases.DueClocks;
import org.linli.cases.FindCases;
import org.linli.cases.Problem;
import org.linli.cases.Promises;
import org.linli.cases.SpokenTime;
import org.linli.cases.Step;
import org.linli.cases.Workflows;
import org.linli.community.Reaches;
import org.linli.community.Resident;
import org.linli.community.Residents;
import org.linli.understanding.Explain;
import org.linli.understanding.Intent;
import org.linli.understanding.Reason;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import reactor.core.publisher.Mono;

/// Puts one case on its page. A case that is not this person's to see does not exist for them.
@Component
class ShowCase {

    private static final String PAGE = "cases/case";

    private final FindCases find;
    private final DeskCases cases;
    private final Residents residents;
    private final Reaches reaches;
    private final TalkAboutCase talk;
    private final SentOnPage sent;
    private final Explain explain;
    private final AlikeCases alike;
    private final Workflows workflows;
    private final DueClocks clocks;
    private final Promises promises;
    private final SameOnPage same;
    private final BehalfOnPage behalf;

    ShowCase(
            FindCases find,
            DeskCases cases,
            Residents residents,
            Reaches reaches,
            TalkAboutCase talk,
            SentOnPage sent,
            Explain explain,
            AlikeCases alike,
            Workflows workflows,
            DueClocks clocks,
            Promises promises,
            SameOnPage same,
            BehalfOnPage behalf) {
        this.find = find;
        this.cases = cases;
        this.residents = residents;
        this.reaches = reaches;
        this.talk = talk;
        this.sent = sent;
        this.explain = explain;
        this.alike = alike;
        this.workflows = workflows;
        this.clocks = clocks;
        this.promises = promises;
        this.same = same;
        this.behalf = behalf;
    }

    /// The name of the view; never empty. Signals 404.
    Mono<String> show(AtTheDesk.Look look, String number, boolean unmasked, Model model) {
        return find.file(look.map().id(), number)
                .filter(file -> look.sight().sees(file))
                .switchIfEmpty(Mono.error(AtTheDesk::notFound))
                .flatMap(file -> fill(look, file, unmasked, model)
                        .then(same.fill(look, file, model))
                        .then(behalf.fill(look, file.it(), unmasked, model)))
                .thenReturn(PAGE);
    }

    private Mono<Void> fill(AtTheDesk.Look look, CaseFile file, boolean unmasked, Model model) {
        var history = cases.history(look.map().id(), file.it().number()).collectList();
        return Mono.zip(
                        reporter(file),
                        history,
                        talk.lines(file, look, unmasked),
                        lost(file),
                        alike(file, look),
                        workflows.of(file.it()),
                        clocks(file, look),
                        misses(file, look))
                .doOnNext(found -> {
                    model.addAttribute(
                            "it", CaseView.of(file, found.getT1().orElse(null), found.getT6(), look, unmasked));
                    model.addAttribute("clocks", found.getT7());
                    model.addAttribute("misses", found.getT8());
                    var steps = lines(found.getT2(), look, unmasked);
                    model.addAttribute("steps", steps);
                    promised(file, found.getT2(), look, model);
                    model.addAttribute("why", why(file.it().problem()));
                    model.addAttribute("talk", found.getT3());
                    model.addAttribute("alike", found.getT5());
                    model.addAttribute("lost", found.getT4());
                    model.addAttribute("occasion", UUID.randomUUID().toString());
                })
                .flatMap(found -> sent.fill(look, media(lines(found.getT2(), look, unmasked), found.getT3()), model));
    }

    private static List<StepLine> lines(List<Step> history, AtTheDesk.Look look, boolean unmasked) {
        return history.stream().map(step -> StepLine.of(step, look, unmasked)).toList();
    }

    /// What was written to the residents may be meant as a promise: one tap says so.
    private void promised(CaseFile file, List<Step> history, AtTheDesk.Look look, Model model) {
        if (look.sight().mayAct(file.it())) {
            promises.unconfirmed(file.it(), history, look.map()).ifPresent(at -> {
                model.addAttribute("promise", at.toString());
                model.addAttribute("promiseSaid", SpokenTime.exactly(at));
            });
        }
    }

    private Mono<List<ClockLine>> clocks(CaseFile file, AtTheDesk.Look look) {
        return clocks.of(file.it().community(), file.it().number())
                .map(it -> ClockLine.of(it, look))
                .collectList();
    }

    private Mono<List<ClockLine>> misses(CaseFile file, AtTheDesk.Look look) {
        return clocks.missed(file.it().community(), file.it().number())
                .map(it -> ClockLine.of(it, look))
                .collectList();
    }

    /// The channel on which the reporter waits for news that does not arrive; empty where it does.
    private Mono<String> lost(CaseFile file) {
        var told = file.it().reporter().reachedAt();
        return reaches.isLost(file.it().community(), told)
                .map(lost -> lost ? told.channel().value() : "");
    }

    private List<Reason> why(Problem problem) {
        return explain.why(problem.words(), new Intent(problem.label()));
    }

    private Mono<List<AlikeView>> alike(CaseFile file, AtTheDesk.Look look) {
        return alike.of(file.it())
                .map(found -> found.stream()
                        .filter(look.sight()::sees)
                        .map(it -> AlikeView.of(it, look))
                        .toList());
    }

    private static List<String> media(List<StepLine> steps, List<TalkLine> talk) {
        return Stream.concat(
                        steps.stream().flatMap(step -> step.media().stream()),
                        talk.stream().flatMap(line -> line.media().stream()))
                .toList();
    }

    private Mono<Optional<Resident>> reporter(CaseFile file) {
        String resident = file.it().reporter().resident();
        return resident == null
                ? Mono.just(Optional.empty())
                : residents
                        .byId(file.it().community(), resident)
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty());
    }
}
