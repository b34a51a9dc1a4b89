package org.linli.cases.web;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.cases.DeskCases;
import org.linli.cases.DeskFilter;
import org.linli.cases.DeskPage;
import org.linli.cases.DeskPage.Cursor;
import org.linli.cases.Promises;
import org.linli.cases.State;
import org.linli.cases.Workflows;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/// The list of cases, the earliest deadline first.
@Controller
class DeskList {

    private final AtTheDesk desk;
    private final DeskCases cases;
    private final Workflows workflows;
    private final Promises promises;

    DeskList(AtTheDesk desk, DeskCases cases, Workflows workflows, Promises promises) {
        this.desk = desk;
        this.cases = cases;
        this.workflows = workflows;
        this.promises = promises;
    }

    /// The whole page, or only its list when that asks for itself.
    @GetMapping("/desk")
    Mono<String> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String label,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            Model model) {
        var filter = DeskFilter.of(state, unit, label, late, text);
        var from = Cursor.parse(after);
        return desk.look()
                .flatMap(look -> cases.page(look.sight(), filter, from).doOnNext(page -> {
                    fill(model, look, filter, from, page);
                    model.addAttribute("faults", faults(look));
                }))
                .then("cases".equals(target) ? Mono.empty() : counted(model))
                .thenReturn("cases".equals(target) ? "cases/desk :: list" : "cases/desk");
    }

    /// How promises were kept this month, for those who see everything.
    private Mono<Void> counted(Model model) {
        return desk.look()
                .filter(AtTheDesk.Look::seesEverything)
                .flatMap(look -> promises.thisMonth(look.map().id()))
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

    private static void fill(Model model, AtTheDesk.Look look, DeskFilter filter, Cursor from, DeskPage page) {
        model.addAttribute("filter", filter);
        model.addAttribute(
                "rows", page.rows().stream().map(it -> DeskRow.of(it, look)).toList());
        model.addAttribute("total", page.total());
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
