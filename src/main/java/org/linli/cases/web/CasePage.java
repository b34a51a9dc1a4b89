package org.linli.cases.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/// One case: what happened to it, and what can be done now.
@Controller
class CasePage {

    private static final Set<String> ACTS = Set.of(
            "accept",
            "reply",
            "ask",
            "promise",
            "resolve",
            "pass-on",
            "hand-over",
            "prioritise",
            "return",
            "delay",
            "reopen",
            "close",
            "relabel",
            "missed",
            "told",
            "merge",
            "take-apart",
            "split");

    private final AtTheDesk desk;
    private final ShowCase show;

    CasePage(AtTheDesk desk, ShowCase show) {
        this.desk = desk;
        this.show = show;
    }

    /// @param said what was done a moment ago, to be told on top of the page
    @GetMapping("/desk/cases/{number}")
    Mono<String> page(@PathVariable String number, @RequestParam(required = false) @Nullable String said, Model model) {
        if (said != null && ACTS.contains(said)) {
            model.addAttribute("done", "done." + said);
        }
        return desk.look().flatMap(look -> show.show(look, number, false, model));
    }
}
