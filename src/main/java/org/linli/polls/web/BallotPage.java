package org.linli.polls.web;

import java.time.Clock;
import java.util.List;
import java.util.function.ToIntFunction;
import org.linli.cases.CaseWords;
import org.linli.cases.SpokenTime;
import org.linli.platform.database.CommunityId;
import org.linli.polls.BallotBox;
import org.linli.polls.CastBallot;
import org.linli.polls.CastBallot.Result;
import org.linli.polls.FindPolls;
import org.linli.polls.ballots.Choice;
import org.linli.polls.ballots.Marks;
import org.linli.polls.log.ReceiptCode;
import org.linli.polls.web.OpenBallots.Opened;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
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

/// A voter's own ballot paper, behind a link that was told in private.
@Controller
class BallotPage {

    private final OpenBallots ballots;
    private final FindPolls find;
    private final BallotBox box;
    private final CastBallot cast;
    private final CaseWords words;
    private final Clock clock;

    BallotPage(OpenBallots ballots, FindPolls find, BallotBox box, CastBallot cast, CaseWords words, Clock clock) {
        this.ballots = ballots;
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
        return ballots.by(community, number, ticket)
                .flatMap(it -> current(it).flatMap(marks -> shown(it, given(it, marks), model)))
                .switchIfEmpty(Mono.defer(() -> nobodys(community, number, response, model)));
    }

    private static ToIntFunction<Choice> given(Opened it, Marks marks) {
        return choice -> BallotView.given(it.poll(), marks, choice);
    }

    /// Whoever shares a voice, or gives somebody else's, does not read what others gave before.
    private Mono<Marks> current(Opened it) {
        return it.isAlone() ? cast.current(it.poll(), it.voter()) : Mono.just(new Marks(List.of()));
    }

    /// The link of somebody who does not stand in the register, or one that was copied wrongly: it does not lead to
    /// what others are asked in private.
    private Mono<String> nobodys(String community, int number, ServerHttpResponse response, Model model) {
        return find.numbered(new CommunityId(community), number)
                .filter(poll -> !poll.electorate().isAudience())
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
        return Mono.zip(ballots.by(community, number, ticket), exchange.getFormData())
                .flatMap(it -> voted(
                        it.getT1(),
                        new BallotForm(it.getT1().poll().paper(), it.getT2()),
                        exchange.getRequest(),
                        model))
                .switchIfEmpty(Mono.defer(() -> nobodys(community, number, exchange.getResponse(), model)));
    }

    private Mono<String> voted(Opened opened, BallotForm form, ServerHttpRequest by, Model model) {
        return ballots.handedIn(opened, form, by).flatMap(result -> switch (result) {
            case Result.Taken _ -> Mono.just("redirect:" + opened.path() + "?said=taken");
            case Result.Faulty it -> troubled(opened, form, it.fault().name(), model);
            case Result.Closed _ -> troubled(opened, form, "CLOSED", model);
            case Result.Voided _ -> troubled(opened, form, "VOIDED", model);
            case Result.NotRegistered _ -> troubled(opened, form, "NOT_REGISTERED", model);
        });
    }

    private Mono<String> troubled(Opened opened, BallotForm form, String why, Model model) {
        model.addAttribute("trouble", "vote.trouble." + why);
        return shown(opened, form::beside, model);
    }

    private Mono<String> shown(Opened opened, ToIntFunction<Choice> beside, Model model) {
        return Mono.zip(
                        OpenBallots.fresh(),
                        box.hasVoted(opened.poll(), opened.voter().id()),
                        Mono.just(opened)
                                .filter(Opened::isAlone)
                                .flatMap(it -> cast.receipt(it.poll(), it.voter()))
                                .map(ReceiptCode::toString)
                                .defaultIfEmpty(""),
                        box.votedAt(opened.poll(), opened.voter().id())
                                .map(at -> new SpokenTime(words, clock.instant()).at(at))
                                .defaultIfEmpty(""))
                .doOnNext(it -> model.addAttribute("when", opened.isAlone() ? "" : it.getT4()))
                .doOnNext(_ -> model.addAttribute("proxy", !opened.agent().isEmpty()))
                .doOnNext(it -> model.addAttribute(
                        "it",
                        BallotView.of(
                                opened,
                                beside,
                                clock.instant(),
                                new SpokenTime(words, clock.instant())
                                        .at(opened.poll().closesAt()),
                                it.getT1(),
                                it.getT2(),
                                it.getT3())))
                .thenReturn("polls/ballot");
    }
}
