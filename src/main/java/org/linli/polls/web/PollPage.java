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

/// How a vote stands, for everybody. Never who voted what. What some are asked in private stands at no number that
/// could be guessed: each of them opens it by the link to their own ballot paper, and staff sees it on the desk.
@Controller
class PollPage {

    private static final String TICKET = "/vote/{community}/{number:\\d{1,6}}/{ticket:[0-9a-f]{40}}";

    private final FindPolls find;
    private final OpenBallots ballots;
    private final ShowPolls show;

    PollPage(FindPolls find, OpenBallots ballots, ShowPolls show) {
        this.find = find;
        this.ballots = ballots;
        this.show = show;
    }

    @GetMapping("/polls/{community}/{number:\\d{1,6}}")
    Mono<String> page(@PathVariable String community, @PathVariable int number, Model model) {
        return numbered(community, number)
                .flatMap(poll -> fill(poll, path(poll), model))
                .thenReturn("polls/poll");
    }

    /// The part of the page that changes while people vote.
    @GetMapping("/polls/{community}/{number:\\d{1,6}}/bars")
    Mono<String> bars(@PathVariable String community, @PathVariable int number, Model model) {
        return numbered(community, number)
                .flatMap(poll -> fill(poll, path(poll), model))
                .thenReturn("polls/live");
    }

    @GetMapping(TICKET + "/standing")
    Mono<String> asked(
            @PathVariable String community, @PathVariable int number, @PathVariable String ticket, Model model) {
        return asked(community, number, ticket)
                .flatMap(it -> fill(it.poll(), it.standing(), model))
                .thenReturn("polls/poll");
    }

    @GetMapping(TICKET + "/standing/bars")
    Mono<String> askedBars(
            @PathVariable String community, @PathVariable int number, @PathVariable String ticket, Model model) {
        return asked(community, number, ticket)
                .flatMap(it -> fill(it.poll(), it.standing(), model))
                .thenReturn("polls/live");
    }

    private Mono<Poll> numbered(String community, int number) {
        return find.numbered(new CommunityId(community), number)
                .filter(poll -> !poll.electorate().isAudience())
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private Mono<OpenBallots.Opened> asked(String community, int number, String ticket) {
        return ballots.by(community, number, ticket)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private Mono<PollView> fill(Poll poll, String path, Model model) {
        return show.view(poll).map(it -> it.at(path)).doOnNext(it -> model.addAttribute("it", it));
    }

    private static String path(Poll poll) {
        return "/polls/%s/%d".formatted(poll.community().value(), poll.number());
    }
}
