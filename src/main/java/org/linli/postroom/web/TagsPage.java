package org.linli.postroom.web;

import java.util.Locale;
import org.linli.postroom.ChangeTags;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// Makes and changes the tags of an account's followers.
@Controller
class TagsPage {

    private final AtTheManyDesk desk;
    private final ChangeTags tags;

    TagsPage(AtTheManyDesk desk, ChangeTags tags) {
        this.desk = desk;
        this.tags = tags;
    }

    /// Signals 400 for something that cannot be done to a tag.
    @PostMapping("/desk/many/{channel}/{id}/tags")
    Mono<String> change(@PathVariable String channel, @PathVariable String id, TagForm form) {
        return Mono.zip(desk.member(), desk.account(channel, id))
                .flatMap(it -> Mono.justOrEmpty(form.change())
                        .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST)))
                        .flatMap(change -> tags.of(it.getT1(), it.getT2(), change))
                        .map(result -> "redirect:" + ManyPage.path(it.getT2()) + "?said="
                                + result.name().toLowerCase(Locale.ROOT)));
    }
}
