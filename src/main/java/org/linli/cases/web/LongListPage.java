package org.linli.cases.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import reactor.core.publisher.Mono;

/// Where a list is sent that is too long to be handed out at once: it is made in the background, by one tap, as a
/// ledger; nothing of it is cut off.
@Controller
class LongListPage {

    static final String PATH = "/desk/long-list";

    private final AtTheDesk desk;

    LongListPage(AtTheDesk desk) {
        this.desk = desk;
    }

    /// Ledgers are made by those who see everything: others narrow it.
    @GetMapping(PATH)
    Mono<String> page(DeskAsked asked, Model model) {
        var filter = asked.filter();
        return desk.look()
                .doOnNext(look -> {
                    model.addAttribute("filter", filter);
                    model.addAttribute("isLedger", look.seesEverything());
                    model.addAttribute("back", DeskAddress.of("/desk", filter, asked.from()));
                })
                .thenReturn("cases/long-list");
    }
}
