package org.linli.notices.web;

import org.linli.community.StaffMember;
import org.linli.notices.Notice;
import org.linli.notices.knowing.KnockAtDoors;
import org.linli.notices.knowing.Visited;
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
    private final KnockAtDoors doors;

    VisitsPage(AtTheNotices desk, KnockAtDoors doors) {
        this.desk = desk;
        this.doors = doors;
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
        return doors.list(member, it, silent)
                .doOnNext(list -> model.addAttribute("list", list))
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

    private Mono<Visited> written(String id, VisitForm form) {
        return desk.member()
                .flatMap(member -> desk.notice(member, id)
                        .flatMap(it -> Mono.justOrEmpty(form.tick()).flatMap(tick -> doors.tick(member, it, tick))))
                .switchIfEmpty(Mono.error(AtTheNotices::notThere));
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
