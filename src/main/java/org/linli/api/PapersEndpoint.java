package org.linli.api;

import java.util.Map;
import org.linli.keys.Scope;
import org.linli.polls.CastBallot.Result;
import org.linli.polls.Electorate.Found.Voter;
import org.linli.polls.FindPolls;
import org.linli.polls.Poll;
import org.linli.polls.ballots.Mark;
import org.linli.polls.ballots.Marks;
import org.linli.polls.paper.EnterPaper;
import org.linli.polls.paper.EnterPaper.Entered;
import org.linli.polls.paper.GiveProxy;
import org.linli.polls.paper.GiveProxy.Given;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// Voices that do not come from the voter's own phone: ballots on paper, each entered twice by the hands of two people,
/// and mandates to vote for somebody. What was voted is in no answer.
@RestController
class PapersEndpoint {

    private static final int SHORT = 200;
    private static final int MOST_MARKS = 200;

    private final AnswerCalls calls;
    private final FindPolls find;
    private final EnterPaper papers;
    private final GiveProxy proxies;

    PapersEndpoint(AnswerCalls calls, FindPolls find, EnterPaper papers, GiveProxy proxies) {
        this.calls = calls;
        this.find = find;
        this.papers = papers;
        this.proxies = proxies;
    }

    /// Answers whether it counts, or waits for another hand. The same that was read once is answered to nobody.
    @PostMapping(path = "/api/v1/polls/{number}/papers", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> enter(
            @PathVariable String number, @RequestBody String body, ServerHttpRequest request) {
        return calls.change(Scope.BALLOTS_WRITE, request, body, call -> {
            var json = ReadBody.json(body);
            return poll(call.client(), number)
                    .flatMap(poll -> papers.enter(call.client().as(), poll, voter(json), marks(json)))
                    .map(PapersEndpoint::answer);
        });
    }

    /// Sends the voter's ballot paper to the resident who votes for them.
    @PostMapping(path = "/api/v1/polls/{number}/proxies", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> give(
            @PathVariable String number, @RequestBody String body, ServerHttpRequest request) {
        return calls.change(Scope.BALLOTS_WRITE, request, body, call -> {
            var client = call.client();
            var json = ReadBody.json(body);
            return poll(client, number)
                    .flatMap(poll -> proxies.give(
                            client.as(), poll, voter(json).id(), ReadBody.required(json, "agent", SHORT), client.map()))
                    .map(PapersEndpoint::answer);
        });
    }

    private Mono<Poll> poll(Client client, String number) {
        return PollsEndpoint.number(number).flatMap(it -> find.onPaper(client.community(), it));
    }

    private static Answer answer(Entered entered) {
        return switch (entered) {
            case Entered.First _ -> Answer.of(200, Map.of("entered", "first"));
            case Entered.Counted _ -> Answer.of(200, Map.of("entered", "counted"));
            case Entered.Differs _ -> throw Refusal.because("paper-differs");
            case Entered.VotedBefore _ -> throw Refusal.because("paper-voted-before");
            case Entered.Refused(var why) -> throw refusal(why);
        };
    }

    private static Refusal refusal(Result why) {
        return switch (why) {
            case Result.Faulty _ -> Refusal.field("marks");
            case Result.NotRegistered _ -> Refusal.field("voter");
            case Result.Closed _ -> Refusal.because("paper-closed");
            case Result.Voided _, Result.Taken _ -> Refusal.because("paper-voided");
        };
    }

    private static Answer answer(Given given) {
        return switch (given) {
            case TOLD -> Answer.of(200, Map.of("proxy", "told"));
            case NOT_REGISTERED -> throw Refusal.field("voter");
            case SAME -> throw Refusal.field("agent");
            case CLOSED -> throw Refusal.because("paper-closed");
            case VOTED_BEFORE, TOO_MANY, UNREACHED -> throw Refusal.because("proxy-" + Words.of(given));
        };
    }

    private static Voter voter(JsonNode json) {
        return new Voter(ReadBody.required(json, "voter", SHORT), "", "");
    }

    private static Marks marks(JsonNode json) {
        var all = json.path("marks");
        if (!all.isArray() || all.size() > MOST_MARKS) {
            throw Refusal.field("marks");
        }
        return new Marks(all.valueStream().map(PapersEndpoint::mark).toList());
    }

    /// A number, or with points where the ballot has them.
    private static Mark mark(JsonNode json) {
        return json.isObject()
                ? new Mark(number(json.path("number")), number(json.path("points")))
                : new Mark(number(json), 1);
    }

    private static int number(JsonNode json) {
        if (!json.isInt()) {
            throw Refusal.field("marks");
        }
        return json.intValue();
    }
}
