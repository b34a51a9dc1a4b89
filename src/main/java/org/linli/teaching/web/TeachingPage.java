package org.linli.teaching.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.community.StaffMember;
import org.linli.teaching.Lessons;
import org.linli.teaching.Teach;
import org.linli.understanding.Explain;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/// Messages that the service was not sure of, and what people say they meant.
@Controller
class TeachingPage {

    private static final int PAGE = 10;
    private static final int LAST_PAGE = 1_000;
    private static final Set<String> SAID = Set.of("taught", "dismissed", "back", "pasted");

    /// What a form hands in.
    ///
    /// @param label of the button that was pressed; empty for the one beside the list
    /// @param other chosen from the list
    /// @param click made with the page, so that what is done can be taken back
    record Taught(
            @Nullable List<String> keys,
            @Nullable String label,
            @Nullable String other,
            @Nullable String click,
            @Nullable Integer page) {

        List<String> which() {
            return keys == null ? List.of() : keys;
        }

        String right() {
            return label == null || label.isEmpty() ? (other == null ? "" : other) : label;
        }

        String act() {
            return click == null || !click.matches("[0-9a-f-]{36}")
                    ? UUID.randomUUID().toString()
                    : click;
        }

        String back(String said, long number) {
            return "redirect:/desk/teaching?said=%s&number=%d&page=%d"
                    .formatted(said, number, page == null ? 0 : Math.clamp(page, 0, LAST_PAGE));
        }
    }

    private final InTheTeachingRoom room;
    private final Lessons lessons;
    private final Teach teach;
    private final Explain explain;

    TeachingPage(InTheTeachingRoom room, Lessons lessons, Teach teach, Explain explain) {
        this.room = room;
        this.lessons = lessons;
        this.teach = teach;
        this.explain = explain;
    }

    @GetMapping("/desk/teaching")
    Mono<String> page(
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "") String said,
            @RequestParam(defaultValue = "0") long number,
            @RequestParam(required = false) @Nullable String label,
            @RequestParam(required = false) @Nullable String click,
            Model model) {
        model.addAttribute("said", SAID.contains(said) ? said : null);
        model.addAttribute("number", number);
        model.addAttribute("act", UUID.randomUUID().toString());
        model.addAttribute("label", label);
        model.addAttribute("click", click);
        model.addAttribute(
                "labels", explain.labels().stream().map(it -> it.label()).toList());
        return room.oneOf(InTheTeachingRoom.TEACH)
                .flatMap(member -> fill(member, Math.clamp(page, 0, LAST_PAGE), model))
                .thenReturn("teaching/queue");
    }

    @PostMapping("/desk/teaching/label")
    Mono<String> label(Taught form) {
        String click = form.act();
        return room.oneOf(InTheTeachingRoom.TEACH)
                .flatMap(member -> teach.label(member, form.which(), form.right(), click))
                .map(done ->
                        form.back("taught", done) + "&click=" + click + (done > 0 ? "&label=" + form.right() : ""));
    }

    @PostMapping("/desk/teaching/dismiss")
    Mono<String> dismiss(Taught form) {
        String click = form.act();
        return room.oneOf(InTheTeachingRoom.TEACH)
                .flatMap(member -> teach.dismiss(member, form.which(), click))
                .map(done -> form.back("dismissed", done) + "&click=" + click);
    }

    @PostMapping("/desk/teaching/undo")
    Mono<String> undo(Taught form) {
        return room.oneOf(InTheTeachingRoom.TEACH)
                .flatMap(member -> teach.takeBack(member, form.act()))
                .map(done -> form.back("back", done));
    }

    private Mono<Void> fill(StaffMember member, int page, Model model) {
        return Mono.zip(
                        lessons.waiting(member.community()),
                        lessons.taught(member.community()).count())
                .doOnNext(found -> show(found.getT1(), page, model))
                .doOnNext(found -> model.addAttribute("taught", found.getT2()))
                .then();
    }

    private void show(List<Lessons.Group> all, int wanted, Model model) {
        int page = Math.min(wanted, Math.max(0, (all.size() - 1) / PAGE));
        model.addAttribute("page", page);
        model.addAttribute("count", all.size());
        model.addAttribute("more", all.size() > (page + 1) * PAGE);
        model.addAttribute(
                "groups",
                all.stream()
                        .skip((long) page * PAGE)
                        .limit(PAGE)
                        .map(it -> LessonGroup.of(it, explain))
                        .toList());
    }
}
