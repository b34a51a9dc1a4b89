package org.linli.cases.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.cases.DeskCases;
import org.linli.cases.DeskFilter;
import org.linli.cases.DeskPage;
import org.linli.cases.DeskPage.Cursor;
import org.linli.cases.Promises;
import org.linli.cases.State;
import org.linli.cases.Workflows;
import org.linli.cases.Workload;
import org.linli.cases.desk.SavedFilters;
import org.linli.cases.staffing.Absences;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/// The list of cases: open emergencies, then the earliest deadline first.
@Controller
class DeskList {

    private static final Set<String> SAID = Set.of("saved", "not-saved", "forgotten");

    private final AtTheDesk desk;
    private final DeskCases cases;
    private final Workflows workflows;
    private final Promises promises;
    private final SavedFilters saved;
    private final Absences absences;
    private final Workload workload;

    DeskList(
            AtTheDesk desk,
            DeskCases cases,
            Workflows workflows,
            Promises promises,
            SavedFilters saved,
            Absences absences,
            Workload workload) {
        this.desk = desk;
        this.cases = cases;
        this.workflows = workflows;
        this.promises = promises;
        this.saved = saved;
        this.absences = absences;
        this.workload = workload;
    }

    /// The whole page, or only its list when that asks for itself.
    @GetMapping("/desk")
    Mono<String> list(
            DeskAsked asked,
            @RequestParam(required = false) @Nullable String said,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            Model model) {
        boolean listOnly = "cases".equals(target);
        if (said != null && SAID.contains(said)) {
            model.addAttribute("said", "desk.said." + said);
        }
        return desk.look()
                .flatMap(look -> cases.emergenciesFirst(look.sight(), asked.filter(), asked.from())
                        .doOnNext(page -> fill(model, look, asked, page))
                        .then(Mono.when(saved(look, model), handedOn(look, model)))
                        .then(listOnly ? Mono.empty() : around(look, model)))
                .thenReturn(listOnly ? "cases/desk :: list" : "cases/desk");
    }

    private Mono<Void> around(AtTheDesk.Look look, Model model) {
        model.addAttribute("faults", faults(look));
        model.addAttribute("occasion", UUID.randomUUID().toString());
        return Mono.when(counted(look, model), toHandOver(look, model));
    }

    /// What people have in hand who are away today.
    private Mono<Void> toHandOver(AtTheDesk.Look look, Model model) {
        return absences.today(look.map().id())
                .map(presence -> presence.away().stream()
                        .filter(it -> StaffOnPage.seenBy(look, it).isPresent())
                        .toList())
                .flatMap(away -> workload.openOf(look.map().id(), away))
                .doOnNext(open -> model.addAttribute("toHandOver", open))
                .then();
    }

    private Mono<Void> saved(AtTheDesk.Look look, Model model) {
        return saved.of(look.member())
                .collectList()
                .doOnNext(found -> model.addAttribute("saved", found))
                .then();
    }

    /// What units have handed on twice is for the community to decide, so it is counted.
    private Mono<Void> handedOn(AtTheDesk.Look look, Model model) {
        return Mono.just(look)
                .filter(AtTheDesk.Look::seesEverything)
                .flatMap(it -> cases.count(it.sight(), DeskFilter.OPEN.whose("handed-on")))
                .doOnNext(count -> model.addAttribute("handedOn", count))
                .then();
    }

    /// How promises were kept this month, for those who see everything.
    private Mono<Void> counted(AtTheDesk.Look look, Model model) {
        return Mono.just(look)
                .filter(AtTheDesk.Look::seesEverything)
                .flatMap(it -> promises.thisMonth(it.map().id()))
                .filter(count -> count.made() > 0)
                .doOnNext(count -> model.addAttribute("promises", count))
                .then();
    }

    /// What is wrong with the rules, for those who can have it mended.
    private List<String> faults(AtTheDesk.Look look) {
        return look.seesEverything()
                ? workflows.faults().stream().map(it -> it.told(look.words())).toList()
                : List.of();
    }

    private static void fill(Model model, AtTheDesk.Look look, DeskAsked asked, DeskPage page) {
        var filter = asked.filter();
        var from = asked.from();
        model.addAttribute("filter", filter);
        model.addAttribute("quick", QuickLists.of(look, filter));
        model.addAttribute(
                "rows", page.rows().stream().map(it -> DeskRow.of(it, look)).toList());
        model.addAttribute("total", page.total());
        model.addAttribute("most", page.most());
        model.addAttribute("late", page.late());
        model.addAttribute("self", DeskAddress.of("/desk", filter, from));
        model.addAttribute("first", DeskAddress.of("/desk", filter, Cursor.START));
        model.addAttribute("isFirst", from.equals(Cursor.START));
        model.addAttribute("isFiltered", !filter.equals(DeskFilter.OPEN));
        model.addAttribute("csv", DeskAddress.of("/desk/cases.csv", filter, Cursor.START));
        model.addAttribute("xlsx", DeskAddress.of("/desk/cases.xlsx", filter, Cursor.START));
        page.next().ifPresent(next -> model.addAttribute("next", DeskAddress.of("/desk", filter, next)));
        model.addAttribute("units", look.map().units());
        model.addAttribute("labels", look.words().labels());
        model.addAttribute(
                "states", Arrays.stream(State.values()).map(State::name).toList());
    }
}
