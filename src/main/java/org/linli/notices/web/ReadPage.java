package org.linli.notices.web;

import java.util.List;
import org.linli.community.Communities;
import org.linli.community.Residents;
import org.linli.notices.Notice;
import org.linli.notices.Notice.State;
import org.linli.notices.Notices;
import org.linli.notices.knowing.Confirmed;
import org.linli.notices.knowing.FindTold;
import org.linli.notices.sending.Fate;
import org.linli.notices.sending.NoticeLinks;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/// A notice to be read: large, aloud, and with one tap to say that one has.
@Controller
class ReadPage {

    private final Notices notices;
    private final NoticeLinks links;
    private final Residents residents;
    private final Communities communities;
    private final Effects effects;

    ReadPage(Notices notices, NoticeLinks links, Residents residents, Communities communities, Effects effects) {
        this.notices = notices;
        this.links = links;
        this.residents = residents;
        this.communities = communities;
        this.effects = effects;
    }

    @GetMapping("/notice/{community}/{id}")
    Mono<String> everybody(@PathVariable String community, @PathVariable String id, Model model) {
        return said(community, id).flatMap(it -> page(it, "", false, model));
    }

    /// Where the signature is wrong, it is read like everybody's.
    @GetMapping("/notice/{community}/{id}/{who}/{signature}")
    Mono<String> own(
            @PathVariable String community,
            @PathVariable String id,
            @PathVariable String who,
            @PathVariable String signature,
            Model model) {
        return Mono.zip(said(community, id), links.signing()).flatMap(found -> {
            boolean opens = found.getT2().opens(found.getT1(), who, signature);
            return page(found.getT1(), opens ? found.getT2().path(found.getT1(), who) : "", false, model);
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
            Model model) {
        return knows(community, id, who, signature, Fate.CONFIRMED)
                .then(said(community, id))
                .flatMap(it -> page(it, "", true, model));
    }

    private Mono<Void> knows(String community, String id, String who, String signature, Fate fate) {
        return Mono.zip(said(community, id), links.signing())
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

    private Mono<String> page(Notice it, String own, boolean thanked, Model model) {
        model.addAttribute("own", own);
        model.addAttribute("thanked", thanked);
        return Mono.zip(
                        communities.map(it.community()),
                        notices.correctionOf(it).map(NoticeLinks::path).defaultIfEmpty(""))
                .doOnNext(found -> {
                    model.addAttribute("community", found.getT1().name());
                    model.addAttribute("it", NoticeView.of(it, found.getT1()));
                    model.addAttribute("correction", found.getT2());
                })
                .thenReturn("notices/read");
    }

    /// Never empty; signals 404. Drafts are nobody's business.
    private Mono<Notice> said(String community, String id) {
        return Mono.fromSupplier(() -> new CommunityId(community))
                .onErrorMap(IllegalArgumentException.class, _ -> AtTheNotices.notThere())
                .flatMap(it -> notices.find(it, id))
                .filter(it -> it.state() == State.APPROVED || it.state() == State.CANCELLED && it.approver() != null)
                .switchIfEmpty(Mono.error(AtTheNotices::notThere));
    }
}
