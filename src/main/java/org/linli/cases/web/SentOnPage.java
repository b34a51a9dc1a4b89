package org.linli.cases.web;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.media.FindMedia;
import org.linli.media.SentMedia;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import reactor.core.publisher.Mono;

/// Tells a page what stands behind the ids in its lines.
@Component
class SentOnPage {

    private final FindMedia media;

    SentOnPage(FindMedia media) {
        this.media = media;
    }

    /// Adds `sent`, views by id, and `coming`, whether some are still being fetched.
    Mono<Void> fill(AtTheDesk.Look look, Collection<String> ids, Model model) {
        return media.about(look.map().id(), ids.stream().distinct().toList())
                .map(found -> found.stream().collect(Collectors.toMap(SentMedia::id, SentView::of)))
                .doOnNext(views -> {
                    model.addAttribute("sent", Map.copyOf(views));
                    model.addAttribute("coming", views.values().stream().anyMatch(SentView::isComing));
                })
                .then();
    }
}
