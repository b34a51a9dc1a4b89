package org.linli.notices.web;

import java.time.Clock;
import org.linli.community.Communities;
import org.linli.notices.Notices;
import org.linli.notices.writing.NoticeTemplates;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/// All notices, the newest first, and the templates to begin with.
@Controller
class ListPage {

    private final AtTheNotices desk;
    private final Notices notices;
    private final NoticeTemplates templates;
    private final Communities communities;
    private final Clock clock;

    ListPage(AtTheNotices desk, Notices notices, NoticeTemplates templates, Communities communities, Clock clock) {
        this.desk = desk;
        this.notices = notices;
        this.templates = templates;
        this.communities = communities;
        this.clock = clock;
    }

    /// @param words to search for; empty: everything
    /// @param page  from 0
    @GetMapping("/desk/notices")
    Mono<String> all(
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        int number = Math.clamp(page, 0, 10_000);
        String wanted = NoticeForm.said(words);
        model.addAttribute("words", wanted);
        model.addAttribute("templates", templates.all());
        model.addAttribute("templateFaults", templates.faults());
        model.addAttribute("page", number);
        return desk.member()
                .doOnNext(member -> model.addAttribute("mayWriteToMany", member.seesEverything()))
                .flatMap(member -> Mono.zip(
                        communities
                                .map(member.community())
                                .flatMap(map -> notices.list(member.community(), wanted, number)
                                        .map(it -> NoticeView.of(it, map, clock.instant()))
                                        .collectList()),
                        notices.count(member.community(), wanted)))
                .doOnNext(found -> {
                    model.addAttribute("notices", found.getT1());
                    model.addAttribute("total", found.getT2());
                    model.addAttribute("more", (number + 1L) * Notices.PAGE < found.getT2());
                })
                .thenReturn("notices/list");
    }
}
