package org.linli.polls.web;

import org.linli.polls.CastBallot.Result;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/// Takes a ballot without a page for an answer: for the script of the ballot page, which on a slow line spares the
/// voter a page that is thrown away, and for programs that collect ballots. The link's ticket says who votes.
///
/// A function and no controller: it is looked up before all pages and prepares none, which is half of what a ballot
/// costs here.
@Configuration(proxyBeanMethods = false)
class HandIn {

    private static final String PATH = "/vote/{community}/{number:\\d{1,6}}/{ticket:[0-9a-f]{40}}/ballot";

    private final OpenBallots ballots;

    HandIn(OpenBallots ballots) {
        this.ballots = ballots;
    }

    @Bean
    RouterFunction<ServerResponse> handInRoute() {
        return RouterFunctions.route(RequestPredicates.POST(PATH), this::ballot);
    }

    /// 204: it is in the box; 404: a link that opens nothing; 409: the vote has closed, the register does not know
    /// the voter, or this attempt was taken out of the box; 422: no valid ballot.
    private Mono<ServerResponse> ballot(ServerRequest request) {
        int number = Integer.parseInt(request.pathVariable("number"));
        return ballots.by(request.pathVariable("community"), number, request.pathVariable("ticket"))
                .zipWith(request.formData())
                .flatMap(it -> ballots.handedIn(
                        it.getT1(),
                        new BallotForm(it.getT1().poll().paper(), it.getT2()),
                        request.exchange().getRequest()))
                .map(HandIn::status)
                .defaultIfEmpty(HttpStatus.NOT_FOUND)
                .flatMap(it -> ServerResponse.status(it).build());
    }

    private static HttpStatus status(Result result) {
        return switch (result) {
            case Result.Taken _ -> HttpStatus.NO_CONTENT;
            case Result.Faulty _ -> HttpStatus.UNPROCESSABLE_CONTENT;
            case Result.Closed _, Result.NotRegistered _, Result.Voided _ -> HttpStatus.CONFLICT;
        };
    }
}
