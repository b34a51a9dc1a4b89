package org.linli.notices.web;

import java.util.List;
import org.linli.community.Communities;
import org.linli.community.Residents;
import org.linli.notices.Notice;
import org.linli.notices.knowing.Confirmed;
import org.linli.notices.knowing.FindTold;
import org.linli.notices.sending.Fate;
import org.linli.notices.sending.NoticeLinks;
import org.linli.platform.database.Effects;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/// A notice to be read: large, aloud, and with one tap to say that one has.
@Controller
class ReadPage {

    private final SaidNotices said;
    private final ShowReading show;
    private final ShowJoining joining;
    private final NoticeLinks links;
    private final Residents residents;
    private final Communities communities;
    private final Effects effects;

    ReadPage(
            SaidNotices said,
            ShowReading show,
            ShowJoining joining,
            NoticeLinks links,
            Residents residents,
            Communities communities,
            Effects effects) {
        this.said = said;
        this.show = show;
        this.joining = joining;
        this.links = links;
        this.residents = residents;
        this.communities = communities;
        this.effects = effects;
    }

    /// @param lang one of the translations'; empty, or one that there is not: Chinese
    @GetMapping("/notice/{community}/{id}")
    Mono<String> everybody(
            @PathVariable String community,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String lang,
            Model model) {
        return said.find(community, id)
                .flatMap(it -> joining.of(it, "", "", model).then(show.page(it, "", lang, model)));
    }

    /// Where the signature is wrong, it is read like everybody's.
    ///
    /// @param joined what just became of signing up
    @GetMapping("/notice/{community}/{id}/{who}/{signature}")
    Mono<String> own(
            @PathVariable String community,
            @PathVariable String id,
            @PathVariable String who,
            @PathVariable String signature,
            @RequestParam(defaultValue = "") String lang,
            @RequestParam(defaultValue = "") String joined,
            Model model) {
        return Mono.zip(said.find(community, id), links.signing()).flatMap(found -> {
            var notice = found.getT1();
            boolean opens = found.getT2().opens(notice, who, signature);
            return joining.of(notice, opens ? who : "", joined, model)
                    .then(show.page(notice, opens ? found.getT2().path(notice, who) : "", lang, model));
        });
    }

    /// Called by the page once it is shown: platforms that only look at a link run no script.
    @PostMapping("/notice/{community}/{id}/{who}/{signature}/seen")
    Mono<ResponseEntity<Void>> seen(
            @PathVariable String community,
            @PathVariable String id,
            @PathVariable String who,
            @PathVariable String signature) {
        return knows(community, id, who, signature, Fate.SEEN)
                .thenReturn(ResponseEntity.noContent().build());
    }

    @PostMapping("/notice/{community}/{id}/{who}/{signature}/got")
    Mono<String> got(
            @PathVariable String community,
            @PathVariable String id,
            @PathVariable String who,
            @PathVariable String signature,
            @RequestParam(defaultValue = "") String lang,
            Model model) {
        return knows(community, id, who, signature, Fate.CONFIRMED)
                .then(said.find(community, id))
                .doOnNext(_ -> model.addAttribute("thanked", true))
                .flatMap(it -> joining.of(it, who, "", model)
                        .then(show.page(it, NoticeLinks.path(it) + "/" + who + "/" + signature, lang, model)));
    }

    private Mono<Void> knows(String community, String id, String who, String signature, Fate fate) {
        return Mono.zip(said.find(community, id), links.signing())
                .filter(found -> found.getT2().opens(found.getT1(), who, signature))
                .switchIfEmpty(Mono.error(AtTheNotices::notThere))
                .flatMap(found -> confirmed(found.getT1(), who, fate))
                .flatMap(it -> effects.commit(List.of(it)));
    }

    private Mono<Confirmed> confirmed(Notice it, String who, Fate fate) {
        return Mono.zip(residents.byId(it.community(), who), communities.map(it.community()))
                .map(found -> new Confirmed(
                        it.community(), it.id(), who, FindTold.household(found.getT1(), found.getT2()), fate));
    }
}
