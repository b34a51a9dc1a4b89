package org.linli.api;

import java.util.List;
import java.util.Set;
import org.linli.channels.Media;
import org.linli.keys.Scope;
import org.linli.polls.rounds.FindRounds;
import org.linli.polls.rounds.Round;
import org.linli.polls.web.WorkCalls;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// Money, milestones and their pictures, of projects that are carried out.
@RestController
class WorkActsEndpoint {

    private static final Set<String> NAMED = Set.of("source");

    private final AnswerCalls calls;
    private final FindRounds rounds;
    private final WorkCalls works;
    private final SentPicture pictures;

    WorkActsEndpoint(AnswerCalls calls, FindRounds rounds, WorkCalls works, SentPicture pictures) {
        this.calls = calls;
        this.rounds = rounds;
        this.works = works;
        this.pictures = pictures;
    }

    /// Answers the round; 404 where there is no such round, or no such project of it is under way.
    @PostMapping(path = "/api/v1/rounds/{number}/works", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> act(@PathVariable String number, ServerHttpRequest request) {
        return calls.change(
                Scope.POLLS_WRITE,
                request,
                SentPicture.MOST_BYTES,
                (call, body) -> PollsEndpoint.number(number)
                        .flatMap(it -> rounds.numbered(call.client().community(), it))
                        .flatMap(round -> act(call.client(), round, ReadBody.json(body))));
    }

    private Mono<Answer> act(Client client, Round round, JsonNode json) {
        String act = RoundActsEndpoint.oneOf(WorkCalls.ACTS, json);
        return works.act(client.as(), round, act, Said.of(json, NAMED), picture(act, json))
                .flatMap(wrong -> answer(round, wrong));
    }

    /// Signals [Refusal] for one that nobody would see.
    private Mono<Media> picture(String act, JsonNode json) {
        if (SentPicture.isIn(json) && !act.equals("picture")) {
            throw Refusal.field(SentPicture.FIELD);
        }
        return pictures.of(json);
    }

    private Mono<Answer> answer(Round round, List<String> wrong) {
        return wrong.isEmpty()
                ? rounds.numbered(round.community(), round.number()).map(it -> Answer.of(200, RoundsEndpoint.json(it)))
                : Mono.error(() -> Refusal.field(wrong.getFirst()));
    }
}
