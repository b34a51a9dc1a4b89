package org.linli.cases.web;

import org.jspecify.annotations.Nullable;
import org.linli.cases.behalf.TellByHand;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/// Somebody was called or visited, and told how their case stands.
@Controller
class ToldForm {

    private static final int LONGEST = 1_000;

    private final AtTheDesk desk;
    private final TellByHand tell;

    ToldForm(AtTheDesk desk, TellByHand tell) {
        this.desk = desk;
        this.tell = tell;
    }

    /// Signals 404 for a case or an entry that this person does not see.
    @PostMapping("/desk/cases/{number}/told")
    Mono<String> told(@PathVariable String number, Told form) {
        return desk.look()
                .flatMap(look -> tell.told(look.sight(), number, form.whom(), look.who(), form.answer(), form.rating()))
                .map(_ -> "redirect:/desk/cases/" + number.replaceAll("[^0-9A-Za-z-]", "") + "?said=told")
                .switchIfEmpty(Mono.error(AtTheDesk::notFound));
    }

    /// @param entry the occasion of the entry
    record Told(
            @Nullable String entry,
            @Nullable String words,
            @Nullable Integer stars) {

        String whom() {
            return entry == null ? "" : entry;
        }

        String answer() {
            String said = words == null ? "" : words.strip();
            return said.length() > LONGEST ? said.substring(0, LONGEST) : said;
        }

        int rating() {
            return stars == null ? 0 : stars;
        }
    }
}
