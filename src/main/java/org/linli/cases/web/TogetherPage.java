package org.linli.cases.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.linli.cases.Act;
import org.linli.cases.ActOnCase.Result;
import org.linli.cases.ActTogether;
import org.linli.cases.DoneTogether;
import org.linli.cases.UndoTogether;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/// The same to many cases at once, what became of each, and the way back.
@Controller
class TogetherPage {

    private static final Pattern NOT_DONE = Pattern.compile("([A-Z0-9-]{1,40})~([A-Z_]{1,30})");

    /// @param why key of the words
    record NotDone(String number, String why) {}

    private final AtTheDesk desk;
    private final ActTogether acts;
    private final DoneTogether done;
    private final UndoTogether undo;

    TogetherPage(AtTheDesk desk, ActTogether acts, DoneTogether done, UndoTogether undo) {
        this.desk = desk;
        this.acts = acts;
        this.done = done;
        this.undo = undo;
    }

    /// Signals 404 for an act, a unit or a label that does not exist.
    @PostMapping("/desk/together")
    Mono<String> act(TogetherForm form) {
        String bulk = form.bulk();
        return desk.look()
                .flatMap(look -> acts.act(look.member(), look.sight(), form.chosen(), meant(form, look), bulk))
                .map(all -> "redirect:" + told(bulk, all));
    }

    /// What became of each. Others see nothing of it.
    @GetMapping("/desk/together/{bulk}")
    Mono<String> told(@PathVariable UUID bulk, @RequestParam(defaultValue = "") List<String> not, Model model) {
        return desk.look()
                .flatMap(look -> done.of(
                                look.map().id(), bulk.toString(), look.member().id())
                        .collectList()
                        .doOnNext(found -> fill(model, bulk, found, not, look.now())))
                .thenReturn("cases/together");
    }

    @PostMapping("/desk/together/{bulk}/undo")
    Mono<String> undo(@PathVariable UUID bulk) {
        return desk.look()
                .flatMap(look -> undo.undo(look.member(), bulk.toString()))
                .map(undone -> "redirect:"
                        + told(bulk.toString(), undone.changed().stream().map(it -> it + "~NOT_UNDONE")));
    }

    private static void fill(Model model, UUID bulk, List<DoneTogether.Done> found, List<String> not, Instant now) {
        model.addAttribute("bulk", bulk);
        model.addAttribute("done", numbers(found.stream().filter(it -> !Objects.equals(it.outcome(), "UNDONE"))));
        model.addAttribute("undone", numbers(found.stream().filter(it -> Objects.equals(it.outcome(), "UNDONE"))));
        model.addAttribute("undoable", found.stream().anyMatch(it -> it.isUndoable(now)));
        model.addAttribute("left", not.stream().flatMap(TogetherPage::read).toList());
    }

    private static List<String> numbers(Stream<DoneTogether.Done> those) {
        return those.map(DoneTogether.Done::number).toList();
    }

    private static Act meant(TogetherForm form, AtTheDesk.Look look) {
        return switch (form.said(form.act())) {
            case "pass-on" ->
                new Act.PassOn(
                        look.map()
                                .unit(form.said(form.unit()))
                                .orElseThrow(AtTheDesk::notFound)
                                .id(),
                        form.said(form.words()));
            case "relabel" -> CaseForms.relabel(look, form.said(form.label()), form.said(form.words()));
            case "close" -> new Act.Close(form.said(form.words()));
            default -> throw AtTheDesk.notFound();
        };
    }

    /// Where what became of them is told. The address names cases by their numbers, as that of each case does: a number
    /// says nothing of anybody, and only whoever may see the case finds it by it.
    static String told(String bulk, List<ActTogether.Each> all) {
        return told(bulk, all.stream().flatMap(TogetherPage::notDone));
    }

    private static Stream<String> notDone(ActTogether.Each it) {
        return switch (it.result()) {
            case Result.Done _ -> Stream.empty();
            case Result.Refused(var why) -> Stream.of(it.number() + "~" + why);
            case Result.Stale() -> Stream.of(it.number() + "~STALE");
        };
    }

    private static Stream<NotDone> read(String text) {
        var parts = NOT_DONE.matcher(text);
        return parts.matches()
                ? Stream.of(new NotDone(parts.group(1), "together.not." + parts.group(2)))
                : Stream.empty();
    }

    private static String told(String bulk, Stream<String> not) {
        return UriComponentsBuilder.fromPath("/desk/together/" + bulk)
                .queryParamIfPresent("not", Optional.of(not.toList()).filter(it -> !it.isEmpty()))
                .build()
                .toUriString();
    }
}
