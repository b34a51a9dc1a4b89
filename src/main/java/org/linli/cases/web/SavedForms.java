package org.linli.cases.web;

import org.jspecify.annotations.Nullable;
import org.linli.cases.DeskPage.Cursor;
import org.linli.cases.desk.SavedFilter;
import org.linli.cases.desk.SavedFilters;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/// Keeps a list under a name, and forgets it.
@Controller
class SavedForms {

    /// @param name  of one's own
    /// @param state and the others: what the list is narrowed to
    record Named(
            @Nullable String name,
            @Nullable String state,
            @Nullable String unit,
            @Nullable String label,
            @Nullable Boolean late,
            @Nullable String text,
            @Nullable String whose,
            @Nullable String priority) {

        String address() {
            var asked = new DeskAsked(state, unit, label, late, text, whose, priority, null);
            return DeskAddress.of("/desk", asked.filter(), Cursor.START);
        }

        /// The same without the words that are looked for, and without what is none of ours: typed words are put into
        /// no address by us.
        String choices() {
            var asked =
                    new DeskAsked(word(state), word(unit), word(label), late, null, word(whose), word(priority), null);
            return DeskAddress.of("/desk", asked.filter(), Cursor.START);
        }

        private static @Nullable String word(@Nullable String typed) {
            return typed == null || typed.matches("[\\w.:-]{0,60}") ? typed : null;
        }

        String said() {
            return name == null ? "" : name;
        }
    }

    private final AtTheDesk desk;
    private final SavedFilters saved;

    SavedForms(AtTheDesk desk, SavedFilters saved) {
        this.desk = desk;
        this.saved = saved;
    }

    @PostMapping("/desk/filters")
    Mono<String> save(Named form) {
        return desk.look()
                .flatMap(look -> saved.save(look.member(), new SavedFilter(form.said(), form.address())))
                .map(done -> "redirect:" + told(form.choices(), done ? "saved" : "not-saved"));
    }

    @PostMapping("/desk/filters/forget")
    Mono<String> forget(Named form) {
        return desk.look()
                .flatMap(look -> saved.forget(look.member(), form.said()))
                .thenReturn("redirect:/desk?said=forgotten");
    }

    private static String told(String address, String said) {
        return UriComponentsBuilder.fromUriString(address)
                .queryParam("said", said)
                .build(true)
                .toUriString();
    }
}
