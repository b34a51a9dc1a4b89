package org.linli.api;

import java.util.Base64;
import java.util.Map;
import org.linli.channels.Media;
import org.linli.keys.Scope;
import org.linli.polls.rounds.FindProposals;
import org.linli.polls.rounds.FindRounds;
import org.linli.polls.rounds.ShowProposalPictures;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What was sent with proposals, before the committee has looked at them too.
@RestController
class ProposalPicturesEndpoint {

    private final AnswerCalls calls;
    private final FindRounds rounds;
    private final FindProposals proposals;
    private final ShowProposalPictures pictures;

    ProposalPicturesEndpoint(
            AnswerCalls calls, FindRounds rounds, FindProposals proposals, ShowProposalPictures pictures) {
        this.calls = calls;
        this.rounds = rounds;
        this.proposals = proposals;
        this.pictures = pictures;
    }

    /// @param place among those of the proposal, from 0
    @GetMapping("/api/v1/rounds/{number}/proposals/{proposal}/pictures/{place}")
    Mono<ResponseEntity<String>> picture(
            @PathVariable String number,
            @PathVariable String proposal,
            @PathVariable String place,
            ServerHttpRequest request) {
        return calls.read(
                Scope.POLLS_READ,
                request,
                client -> Mono.zip(
                                PollsEndpoint.number(number),
                                PollsEndpoint.number(proposal),
                                PollsEndpoint.number(place))
                        .flatMap(it -> rounds.numbered(client.community(), it.getT1())
                                .flatMap(round -> proposals.one(client.community(), round.id(), it.getT2()))
                                .flatMap(found -> pictures.of(found, it.getT3())))
                        .map(ProposalPicturesEndpoint::json));
    }

    private static Map<String, String> json(Media it) {
        return Map.of("type", it.type(), "base64", Base64.getEncoder().encodeToString(it.bytes()));
    }
}
