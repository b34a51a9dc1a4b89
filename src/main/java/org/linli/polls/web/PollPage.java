package org.linli.polls.web;

import org.linli.platform.database.CommunityId;
import org.linli.polls.FindPolls;
import org.linli.polls.Poll;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/// How a vote stands, for everybody. Never who voted what.
@Controller
class PollPage {

    private final FindPolls find;
    private final ShowPolls show;

    PollPage(FindPolls find, ShowPolls show) {
        this.find = find;
        this.show = show;
    }

    @GetMapping("/polls/{community}/{number:\\d{1,6}}")
    Mono<String> page(@PathVariable String community, @PathVariable int number, Model model) {
        return fill(community, number, model).thenReturn("polls/poll");
    }

    /// The part of the page that changes while people vote.
    @GetMapping("/polls/{community}/{number:\\d{1,6}}/bars")
    Mono<String> bars(@PathVariable String community, @PathVariable int number, Model model) {
        return fill(community, number, model).thenReturn("polls/live");
    }

    private Mono<Poll> fill(String community, int number, Model model) {
        return find.numbered(new CommunityId(community), number)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .flatMap(poll -> show.view(poll)
                        .doOnNext(view -> model.addAttribute("it", view))
                        .thenReturn(poll));
    }
}
