package org.linli.web.groups;

import java.util.Set;
import org.linli.channels.SendFailure;
import org.linli.community.CommunityMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What waits until the owner of a group confirms it on the platform, and who that is; they can be reminded.
@Controller
class ConfirmationsPage {

    private static final Set<String> SAYS = Set.of("reminded", "often", "refused");

    /// @param task whose people are to be reminded
    record Asked(String task) {}

    private final AtTheGroups groups;
    private final AwaitedConfirmations confirmations;

    ConfirmationsPage(AtTheGroups groups, AwaitedConfirmations confirmations) {
        this.groups = groups;
        this.confirmations = confirmations;
    }

    @GetMapping("/desk/groups/confirmations")
    Mono<String> all(@RequestParam(defaultValue = "") String said, Model model) {
        model.addAttribute("said", SAYS.contains(said) ? said : "");
        return groups.map()
                .flatMapMany(this::rows)
                .collectList()
                .doOnNext(rows -> model.addAttribute("rows", rows))
                .thenReturn("web/confirmations");
    }

    @PostMapping("/desk/groups/confirmations")
    Mono<String> remind(Asked asked) {
        return groups.map()
                .flatMap(map -> confirmations.remind(map.id(), asked.task()).thenReturn("reminded"))
                .onErrorResume(SendFailure.class, failure -> Mono.just(said(failure)))
                .map("redirect:/desk/groups/confirmations?said="::concat);
    }

    private Flux<ConfirmationRow> rows(CommunityMap map) {
        return confirmations.of(map.id()).map(it -> ConfirmationRow.of(it, map));
    }

    private static String said(SendFailure failure) {
        return failure.reason() == SendFailure.Reason.THROTTLED ? "often" : "refused";
    }
}
