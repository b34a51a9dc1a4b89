package org.linli.cases.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.cases.FindCases;
import org.linli.cases.NotAPicture;
import org.linli.cases.PictureKept;
import org.linli.cases.Way;
import org.linli.cases.behalf.EnterCase;
import org.linli.cases.behalf.Entry;
import org.linli.cases.behalf.FindOnBehalf;
import org.linli.cases.behalf.FindPeople;
import org.linli.cases.behalf.OnBehalf;
import org.linli.cases.behalf.ReadEntry;
import org.linli.cases.behalf.Typed;
import org.linli.community.Place;
import org.linli.community.Resident;
import org.linli.community.Residents;
import org.linli.understanding.Understand;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/// Where staff enters a case for somebody who called, came by, wrote on paper or was visited, and sees whom to call.
///
/// What could not be entered is said beside the form, in which everything still stands that was typed.
@Controller
class EnterPage {

    private static final String PAGE = "cases/enter";

    private final AtTheDesk desk;
    private final EnterCase enter;
    private final FindPeople people;
    private final FindOnBehalf entries;
    private final Residents residents;
    private final ReadUpload uploads;
    private final FindCases cases;
    private final Understand understand;

    EnterPage(
            AtTheDesk desk,
            EnterCase enter,
            FindPeople people,
            FindOnBehalf entries,
            Residents residents,
            ReadUpload uploads,
            FindCases cases,
            Understand understand) {
        this.desk = desk;
        this.enter = enter;
        this.people = people;
        this.entries = entries;
        this.residents = residents;
        this.uploads = uploads;
        this.cases = cases;
        this.understand = understand;
    }

    /// @param said the form that was handed in a moment ago
    @GetMapping("/desk/enter")
    Mono<String> page(@RequestParam(required = false) @Nullable String said, Model model) {
        return desk.look()
                .flatMap(look -> Mono.justOrEmpty(said)
                        .flatMap(it -> entries.number(look.map().id(), it))
                        .doOnNext(number -> model.addAttribute("entered", number))
                        .then(Mono.defer(() -> show(look, EnterForm.EMPTY.typed(), model))));
    }

    /// Residents to choose from, as a part of the page.
    @PostMapping("/desk/enter/people")
    Mono<String> people(EnterForm form, Model model) {
        return desk.look()
                .flatMap(look -> people.find(look.sight(), look.map(), form.wanted())
                        .map(it -> PersonLine.of(it, look.map()))
                        .collectList()
                        .doOnNext(found -> model.addAttribute("people", found)))
                .doOnNext(_ -> model.addAttribute("asked", !form.wanted().isEmpty()))
                .thenReturn(PAGE + " :: people");
    }

    @PostMapping("/desk/enter")
    Mono<String> enter(EnterForm form, Model model) {
        var typed = form.typed();
        return desk.look()
                .flatMap(look -> uploads.read(look, form.picture())
                        .flatMap(pictures -> enter(look, typed, pictures, model))
                        .onErrorResume(
                                NotAPicture.class, _ -> again(look, typed, "trouble.picture", List.of(), model)));
    }

    private Mono<String> enter(AtTheDesk.Look look, Typed typed, List<PictureKept> pictures, Model model) {
        return chosen(look, typed)
                .map(resident -> reading(look).read(typed, home(look, resident)))
                .switchIfEmpty(Mono.fromSupplier(() -> reading(look).read(typed.ofStranger(), null)))
                .flatMap(read -> switch (read) {
                    case ReadEntry.Result.Read(Entry entry) ->
                        enter.enter(look.member(), entry, pictures)
                                .thenReturn("redirect:/desk/enter?said=" + entry.occasion());
                    case ReadEntry.Result.Wrong(var why, var choices) ->
                        again(look, typed, "enter.trouble." + why, choices, model);
                });
    }

    private ReadEntry reading(AtTheDesk.Look look) {
        return new ReadEntry(look.map(), understand, look.words().labels().keySet(), look.now());
    }

    /// Empty for a stranger, and for a resident whom this staff member may not know of.
    private Mono<Resident> chosen(AtTheDesk.Look look, Typed typed) {
        return Mono.just(typed.resident())
                .filter(it -> !it.isEmpty())
                .flatMap(it -> residents.byId(look.map().id(), it))
                .filter(it -> FindPeople.mayKnow(look.sight(), it));
    }

    private static @Nullable Place home(AtTheDesk.Look look, Resident resident) {
        String home = resident.home();
        return home == null ? null : look.map().place(home).orElse(null);
    }

    private Mono<String> again(AtTheDesk.Look look, Typed typed, String trouble, List<String> choices, Model model) {
        model.addAttribute("trouble", trouble);
        model.addAttribute("choices", choices);
        return show(look, typed, model);
    }

    private Mono<String> show(AtTheDesk.Look look, Typed typed, Model model) {
        model.addAttribute("it", typed);
        model.addAttribute("ways", Way.values());
        model.addAttribute("labels", look.words().labels());
        return entries.toCall(look.map().id())
                .concatMap(it -> inSight(look, it))
                .collectList()
                .doOnNext(calls -> model.addAttribute("calls", calls))
                .thenReturn(PAGE);
    }

    private Mono<CallLine> inSight(AtTheDesk.Look look, OnBehalf it) {
        return cases.file(look.map().id(), it.number())
                .filter(file -> look.sight().sees(file))
                .map(file -> CallLine.of(it, file.it(), look));
    }
}
