package org.linli.polls.web;

import java.util.Optional;
import org.linli.platform.database.CommunityId;
import org.linli.polls.callback.Figures;
import org.linli.polls.callback.Samples;
import org.linli.polls.rounds.FindRounds;
import org.linli.polls.rounds.Round;
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
    private final Samples samples;

    RoundPage(FindRounds find, ShowRound show, ShowWorks works, ShowAwards awards, Samples samples) {
        this.samples = samples;
        this.find = find;
        this.show = show;
        this.works = works;
        this.awards = awards;
    }

    @GetMapping("/polls/{community}/round/{number:\\d{1,6}}")
    Mono<String> page(@PathVariable String community, @PathVariable int number, Model model) {
        return find.numbered(new CommunityId(community), number)
                .flatMap(round -> Mono.zip(show.view(round), works.of(round), awards.of(round), sample(round)))
                .doOnNext(it -> {
                    model.addAttribute("it", it.getT1());
                    model.addAttribute("works", it.getT2());
                    model.addAttribute("callback", it.getT4().orElse(null));
                    model.addAttribute(
                            "awards",
                            it.getT3().stream().map(ShowAwards.AwardView::open).toList());
                })
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .thenReturn("polls/round");
    }

    /// How those have answered who were drawn by lot. Never empty.
    private Mono<Optional<Figures>> sample(Round round) {
        return samples.figures(round.community(), round.id()).map(Optional::of).defaultIfEmpty(Optional.empty());
    }
}
