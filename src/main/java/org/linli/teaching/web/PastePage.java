package org.linli.teaching.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.teaching.PasteLessons;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/// Takes a page of messages, one a line, to be labelled.
@Controller
class PastePage {

    /// What a form hands in.
    ///
    /// @param words one message a line
    /// @param where `group` for what was said among neighbours
    /// @param click made with the page, so that pressing twice puts in once
    record Pasted(
            @Nullable String words,
            @Nullable String where,
            @Nullable String click) {

        String page() {
            return words == null ? "" : words;
        }

        String act() {
            return click == null || !click.matches("[0-9a-f-]{36}")
                    ? UUID.randomUUID().toString()
                    : click;
        }

        @Override
        public String toString() {
            return "Pasted[]";
        }
    }

    private final InTheTeachingRoom room;
    private final PasteLessons paste;

    PastePage(InTheTeachingRoom room, PasteLessons paste) {
        this.room = room;
        this.paste = paste;
    }

    @PostMapping("/desk/teaching/paste")
    Mono<String> paste(Pasted form) {
        return room.oneOf(InTheTeachingRoom.TEACH)
                .flatMap(member -> paste.paste(member, form.page(), "group".equals(form.where()), form.act()))
                .map(count -> "redirect:/desk/teaching?said=pasted&number=" + count);
    }
}
