package org.linli.polls.web;

import java.time.Clock;
import java.util.UUID;
import org.linli.cases.CaseWords;
import org.linli.cases.SpokenTime;
import org.linli.platform.database.CommunityId;
import org.linli.polls.BallotBox;
import org.linli.polls.CastBallot;
import org.linli.polls.CastBallot.Result;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.FindPolls;
import org.linli.polls.Poll;
import org.linli.polls.Seals;
import org.linli.polls.ballots.Marks;
import org.linli.polls.log.ReceiptCode;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// A voter's own ballot paper, behind a link that was told in private.
@Controller
class BallotPage {

    private record Opened(Poll poll, Voter voter, String path, String ticket) {}

    private final FindPolls find;
    private final BallotBox box;
    private final CastBallot cast;
    private final CaseWords words;
    private final Clock clock;

    BallotPage(FindPolls find, BallotBox box, CastBallot cast, CaseWords words, Clock clock) {
        this.find = find;
        this.box = box;
        this.cast = cast;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/vote/{community}/{number:\\d{1,6}}/{ticket:[0-9a-f]{40}}")
    Mono<String> page(
            @PathVariable String community,
            @PathVariable int number,
            @PathVariable String ticket,
            @RequestParam(defaultValue = "") String said,
            ServerHttpResponse response,
            Model model) {
        model.addAttribute("said", said.equals("taken") ? said : null);
        return opened(community, number, ticket)
                .flatMap(it -> cast.current(it.poll(), it.voter()).flatMap(marks -> shown(it, marks, model)))
                .switchIfEmpty(Mono.defer(() -> nobodys(community, number, response, model)));
    }

    /// The link of somebody who does not stand in the register, or one that was copied wrongly.
    private Mono<String> nobodys(String community, int number, ServerHttpResponse response, Model model) {
        return find.numbered(new CommunityId(community), number)
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .doOnNext(poll -> {
                    response.setStatusCode(HttpStatus.NOT_FOUND);
                    model.addAttribute("question", poll.question());
                    model.addAttribute("poll", "/polls/%s/%d".formatted(community, number));
                })
                .thenReturn("polls/no-ballot");
    }

    @PostMapping("/vote/{community}/{number:\\d{1,6}}/{ticket:[0-9a-f]{40}}")
    Mono<String> vote(
            @PathVariable String community,
            @PathVariable int number,
            @PathVariable String ticket,
            ServerWebExchange exchange,
            Model model) {
        return Mono.zip(opened(community, number, ticket), exchange.getFormData())
                .flatMap(
                        it -> voted(it.getT1(), new BallotForm(it.getT1().poll().paper(), it.getT2()), model))
                .switchIfEmpty(Mono.defer(() -> nobodys(community, number, exchange.getResponse(), model)));
    }

    private Mono<String> voted(Opened opened, BallotForm form, Model model) {
        var marks = form.marks();
        return Mono.justOrEmpty(form.send())
                .switchIfEmpty(fresh())
                .flatMap(send -> cast.cast(opened.poll(), opened.voter(), marks, send))
                .flatMap(result -> switch (result) {
                    case Result.Taken _ -> Mono.just("redirect:" + opened.path() + "?said=taken");
                    case Result.Faulty it -> troubled(opened, marks, it.fault().name(), model);
                    case Result.Closed _ -> troubled(opened, marks, "CLOSED", model);
                    case Result.NotRegistered _ -> troubled(opened, marks, "NOT_REGISTERED", model);
                });
    }

    private Mono<String> troubled(Opened opened, Marks marks, String why, Model model) {
        model.addAttribute("trouble", "vote.trouble." + why);
        return shown(opened, marks, model);
    }

    private Mono<String> shown(Opened opened, Marks marks, Model model) {
        return Mono.zip(
                        fresh(),
                        box.hasVoted(opened.poll(), opened.voter().id()),
                        cast.receipt(opened.poll(), opened.voter())
                                .map(ReceiptCode::toString)
                                .defaultIfEmpty(""))
                .doOnNext(it -> model.addAttribute("it", view(opened, marks, it.getT1(), it.getT2(), it.getT3())))
                .thenReturn("polls/ballot");
    }

    private BallotView view(Opened opened, Marks marks, String send, boolean voted, String receipt) {
        var poll = opened.poll();
        var budget = poll.paper().budget();
        return new BallotView(
                poll.number(),
                poll.question(),
                poll.paper().kind().name(),
                poll.paper().most(),
                budget == null ? 0 : budget,
                poll.takesBallots(clock.instant()),
                voted,
                new SpokenTime(words, clock.instant()).at(poll.closesAt()),
                BallotView.lines(poll, marks, opened.ticket()),
                opened.path(),
                "/polls/%s/%d".formatted(poll.community().value(), poll.number()),
                send,
                receipt);
    }

    /// Empty for a link that opens nothing.
    private Mono<Opened> opened(String community, int number, String ticket) {
        return find.numbered(new CommunityId(community), number)
                .flatMap(poll -> box.byTicket(poll, Seals.hashed(ticket))
                        .map(voter -> new Opened(
                                poll, voter, "/vote/%s/%d/%s".formatted(community, number, ticket), ticket)));
    }

    /// A system may wait for random bits, so not on the caller's thread.
    private static Mono<String> fresh() {
        return Mono.fromCallable(() -> UUID.randomUUID().toString()).subscribeOn(Schedulers.boundedElastic());
    }
}
