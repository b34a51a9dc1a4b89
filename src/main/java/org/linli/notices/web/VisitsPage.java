package org.linli.notices.web;

import java.time.Clock;
import java.util.List;
import org.linli.community.Communities;
import org.linli.community.Residents;
import org.linli.community.StaffMember;
import org.linli.notices.Notice;
import org.linli.notices.knowing.FindTold;
import org.linli.notices.knowing.FindVisits;
import org.linli.notices.knowing.Visited;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.Effects;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/// The last hundred metres: to whose door one goes, ticked off on the phone in the stairwell, with or without a
/// network.
@Controller
class VisitsPage {

    private final AtTheNotices desk;
    private final FindVisits find;
    private final Residents residents;
    private final Communities communities;
    private final Effects effects;
    private final Clock clock;

    VisitsPage(
            AtTheNotices desk,
            FindVisits find,
            Residents residents,
            Communities communities,
            Effects effects,
            Clock clock) {
        this.desk = desk;
        this.find = find;
        this.residents = residents;
        this.communities = communities;
        this.effects = effects;
        this.clock = clock;
    }

    /// Names are shown here, which is noted.
    ///
    /// @param silent whether those are listed too who got it and said nothing
    @GetMapping("/desk/notices/{id}/visits")
    Mono<String> page(@PathVariable String id, @RequestParam(defaultValue = "false") boolean silent, Model model) {
        return desk.member().flatMap(member -> desk.notice(member, id).flatMap(it -> page(member, it, silent, model)));
    }

    private Mono<String> page(StaffMember member, Notice it, boolean silent, Model model) {
        model.addAttribute("id", it.id());
        model.addAttribute("notice", it.wording().title());
        model.addAttribute("text", it.wording().text());
        model.addAttribute("silent", silent);
        return find.of(it, member, silent)
                .doOnNext(list -> model.addAttribute("list", list))
                .then(effects.commit(List.of(new Noted(
                        it.community(), member.id(), Noted.Kind.LOOKED, it.id(), "visit list", clock.instant()))))
                .thenReturn("notices/visits");
    }

    /// Where no script runs.
    @PostMapping("/desk/notices/{id}/visits")
    Mono<String> visited(@PathVariable String id, VisitForm form) {
        return written(id, form).thenReturn("redirect:/desk/notices/" + id + "/visits");
    }

    /// What a phone kept while it was offline; sent twice, it counts once.
    @PostMapping("/desk/notices/{id}/visits/kept")
    Mono<ResponseEntity<Void>> kept(@PathVariable String id, VisitForm form) {
        return written(id, form).thenReturn(ResponseEntity.noContent().build());
    }

    private Mono<Void> written(String id, VisitForm form) {
        return desk.member()
                .flatMap(member -> desk.notice(member, id)
                        .filterWhen(it -> find.mayKnock(it, member, form.whom()))
                        .flatMap(it -> visit(member, it, form)))
                .switchIfEmpty(Mono.error(AtTheNotices::notThere))
                .flatMap(visit -> effects.commit(List.of(visit)));
    }

    /// Empty where nobody lives here by that name, or it was not said what came of it.
    private Mono<Visited> visit(StaffMember member, Notice it, VisitForm form) {
        return Mono.zip(
                        Mono.justOrEmpty(form.came()),
                        residents.byId(it.community(), form.whom()),
                        communities.map(it.community()))
                .map(found -> new Visited(
                        it.community(),
                        it.id(),
                        form.name(),
                        form.whom(),
                        FindTold.household(found.getT2(), found.getT3()),
                        found.getT1(),
                        member.id(),
                        form.time(clock.instant())));
    }

    /// The service worker, from here because it rules over what lies beside it.
    @GetMapping("/desk/notices/offline.js")
    Mono<ResponseEntity<Resource>> offline() {
        return desk.member()
                .thenReturn(ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("text/javascript;charset=utf-8"))
                        .cacheControl(CacheControl.noCache())
                        .body(new ClassPathResource("static/notices/offline.js")));
    }
}
