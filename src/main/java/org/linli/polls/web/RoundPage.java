package org.linli.polls.web;

import org.linli.platform.database.CommunityId;
import org.linli.polls.rounds.FindRounds;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// A round through all its phases, for everybody; printed, it is the sheet for the notice board.
@Controller
class RoundPage {

    private final FindRounds find;
    private final ShowRound show;
    private final ShowWorks works;
    private final ShowAwards awards;

    RoundPage(FindRounds find, ShowRound show, ShowWorks works, ShowAwards awards) {
        this.find = find;
        this.show = show;
        this.works = works;
        this.awards = awards;
    }

    @GetMapping("/polls/{community}/round/{number:\\d{1,6}}")
    Mono<String> page(@PathVariable String community, @PathVariable int number, Model model) {
        return find.numbered(new CommunityId(community), number)
                .flatMap(round -> Mono.zip(show.view(round), works.of(round), awards.of(round)))
                .doOnNext(it -> {
                    model.addAttribute("it", it.getT1());
                    model.addAttribute("works", it.getT2());
                    model.addAttribute(
                            "awards",
                            it.getT3().stream().map(ShowAwards.AwardView::open).toList());
                })
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .thenReturn("polls/round");
    }
}
