package org.linli.cases.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.cases.Workload;
import org.linli.cases.staffing.Absence;
import org.linli.cases.staffing.Absences;
import org.linli.platform.words.SaidTime;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/// Who is there, who has how much in hand, and who stands in for whom. Units see their own people.
@Controller
class PeoplePage {

    private static final Set<String> SAID = Set.of("entered", "wrong", "back");

    /// What the form hands in; anything may stand there.
    record Entered(
            @Nullable String staff,
            @Nullable String from,
            @Nullable String until,
            @Nullable String substitute) {}

    private final AtTheDesk desk;
    private final Absences absences;
    private final Workload workload;

    PeoplePage(AtTheDesk desk, Absences absences, Workload workload) {
        this.desk = desk;
        this.absences = absences;
        this.workload = workload;
    }

    @GetMapping("/desk/people")
    Mono<String> page(@RequestParam(required = false) @Nullable String said, Model model) {
        if (said != null && SAID.contains(said)) {
            model.addAttribute("said", "people.said." + said);
        }
        return desk.look()
                .flatMap(look -> Mono.zip(
                                workload.ofPeople(look.map().id()),
                                absences.current(look.map().id()).collectList(),
                                absences.today(look.map().id()))
                        .doOnNext(found -> {
                            model.addAttribute(
                                    "people", new TeamView(look, found.getT1(), found.getT2(), found.getT3()).people());
                            model.addAttribute("occasion", UUID.randomUUID().toString());
                            model.addAttribute("today", StaffOnPage.today(look));
                            model.addAttribute("substitutes", look.map().staff());
                        }))
                .thenReturn("cases/people");
    }

    @PostMapping("/desk/people/absences")
    Mono<String> add(Entered form) {
        return desk.look()
                .flatMap(look -> absence(form, look)
                        .map(it -> absences.add(look.member(), it).thenReturn("entered"))
                        .orElseGet(() -> Mono.just("wrong")))
                .map(said -> "redirect:/desk/people?said=" + said);
    }

    /// Signals 404 for an absence of somebody else's people.
    @PostMapping("/desk/people/absences/{id}/end")
    Mono<String> end(@PathVariable UUID id) {
        return desk.look()
                .flatMap(look -> absences.current(look.map().id())
                        .filter(it -> it.id().equals(id.toString())
                                && StaffOnPage.seenBy(look, it.staff()).isPresent())
                        .next()
                        .switchIfEmpty(Mono.error(AtTheDesk::notFound))
                        .flatMap(it -> absences.forget(look.member(), it.id())))
                .thenReturn("redirect:/desk/people?said=back");
    }

    private static Optional<Absence> absence(Entered form, AtTheDesk.Look look) {
        var from = day(form.from());
        var until = day(form.until());
        var staff = StaffOnPage.seenBy(look, form.staff());
        if (staff.isEmpty()
                || from == null
                || until == null
                || until.isBefore(from)
                || until.isBefore(StaffOnPage.today(look))) {
            return Optional.empty();
        }
        String other = form.substitute() == null ? "" : form.substitute();
        return !other.isEmpty()
                        && StaffOnPage.replacing(look, staff.get(), other).isEmpty()
                ? Optional.empty()
                : Optional.of(new Absence(
                        UUID.randomUUID().toString(), staff.get().id(), from, until, other.isEmpty() ? null : other));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null ? null : SaidTime.day(text);
        } catch (DateTimeException noDay) {
            return null;
        }
    }
}
