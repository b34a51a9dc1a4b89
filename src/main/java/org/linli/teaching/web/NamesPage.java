package org.linli.teaching.web;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.community.StaffMember;
import org.linli.teaching.TeachNames;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/// What residents call the places around.
@Controller
class NamesPage {

    private static final Set<String> SAID = Set.of("done", "no_name", "no_place", "known", "forgotten", "gone");

    /// What a form hands in.
    record Named(@Nullable String place, @Nullable String name) {

        String where() {
            return place == null ? "" : place;
        }

        String what() {
            return name == null ? "" : name;
        }
    }

    private final InTheTeachingRoom room;
    private final TeachNames names;

    NamesPage(InTheTeachingRoom room, TeachNames names) {
        this.room = room;
        this.names = names;
    }

    @GetMapping("/desk/teaching/names")
    Mono<String> page(@RequestParam(defaultValue = "") String said, Model model) {
        model.addAttribute("said", SAID.contains(said) ? said : null);
        return room.oneOf(InTheTeachingRoom.TEACH)
                .flatMap(member -> fill(member, model))
                .thenReturn("teaching/names");
    }

    @PostMapping("/desk/teaching/names")
    Mono<String> teach(Named form) {
        return room.oneOf(InTheTeachingRoom.TEACH)
                .flatMap(member -> names.teach(member, form.where(), form.what()))
                .map(it -> back(it.name().toLowerCase(Locale.ROOT)));
    }

    @PostMapping("/desk/teaching/names/forget")
    Mono<String> forget(Named form) {
        return room.oneOf(InTheTeachingRoom.TEACH)
                .flatMap(member -> names.forget(member, form.where(), form.what()))
                .map(was -> back(was ? "forgotten" : "gone"));
    }

    private Mono<Void> fill(StaffMember member, Model model) {
        return Mono.zip(names.places(member.community()), names.taught(member.community()))
                .doOnNext(it -> model.addAttribute("places", it.getT1()))
                .doOnNext(it -> model.addAttribute("taught", it.getT2()))
                .then();
    }

    private static String back(String said) {
        return "redirect:/desk/teaching/names?said=" + said;
    }
}
