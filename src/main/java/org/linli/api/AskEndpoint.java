package org.linli.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.keys.Scope;
import org.linli.polls.AskAudience;
import org.linli.polls.OpenPoll;
import org.linli.polls.OpenPoll.Question;
import org.linli.polls.Poll;
import org.linli.polls.PollWords;
import org.linli.polls.asking.PollForm;
import org.linli.polls.asking.ReadPoll;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// Puts something to the vote, by the rules of the desk's form.
@RestController
class AskEndpoint {

    private static final int LONGEST = 200;

    /// What programs call the fields that the form calls otherwise.
    private static final Map<String, String> NAMES = Map.of("words", "question", "where", "place");

    private final AnswerCalls calls;
    private final OpenPoll open;
    private final AskAudience audience;
    private final PollWords words;

    AskEndpoint(AnswerCalls calls, OpenPoll open, AskAudience audience, PollWords words) {
        this.calls = calls;
        this.open = open;
        this.audience = audience;
        this.words = words;
    }

    /// Tells the groups that it concerns, at once.
    @PostMapping(path = "/api/v1/polls", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> ask(@RequestBody String body, ServerHttpRequest request) {
        return calls.change(Scope.POLLS_WRITE, request, body, call -> {
            var read =
                    new ReadPoll(form(call, ReadBody.json(body)), call.client().map(), words.yesNo());
            return asked(read, question(call.client(), read))
                    .map(poll -> Answer.of(201, PollsEndpoint.json(poll)))
                    .switchIfEmpty(Mono.error(() -> Refusal.field("tag")));
        });
    }

    /// Empty where nobody is there who is known to be so.
    private Mono<Poll> asked(ReadPoll read, Question question) {
        return read.tag().isEmpty()
                ? open.open(read.key(), question, List.of())
                : audience.ask(read.key(), question, read.tag());
    }

    private static Question question(Client client, ReadPoll read) {
        read.troubles().keySet().stream().findFirst().ifPresent(field -> {
            throw Refusal.field(NAMES.getOrDefault(field, field));
        });
        return new Question(
                client.community(),
                client.key().id(),
                read.question(),
                read.paper(),
                read.electorate().orElseThrow(() -> Refusal.field("place")),
                read.showsBars(),
                read.lasts());
    }

    private static PollForm form(OnceOnly.Call call, JsonNode json) {
        return new PollForm(
                call.id().toString(),
                ReadBody.required(json, "question", LONGEST),
                kind(json),
                choices(json),
                Integer.toString(json.path("most").asInt(1)),
                voice(json),
                where(json),
                ReadBody.text(json, "tag", LONGEST),
                Integer.toString(json.path("hours").asInt(0)),
                json.path("live").asBoolean(true));
    }

    private static String kind(JsonNode json) {
        String said = ReadBody.text(json, "kind", LONGEST);
        if (!List.of("", "one", "yes-no", "date", "several", "ranked", "points", "scores")
                .contains(said)) {
            throw Refusal.field("kind");
        }
        return said.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static String voice(JsonNode json) {
        String said = ReadBody.text(json, "voice", LONGEST);
        if (!List.of("", "person", "household").contains(said)) {
            throw Refusal.field("voice");
        }
        return said.toUpperCase(Locale.ROOT);
    }

    private static String choices(JsonNode json) {
        return json.path("choices")
                .valueStream()
                .map(it -> it.asString("").replaceAll("\\R", " "))
                .collect(Collectors.joining("\n"));
    }

    private static String where(JsonNode json) {
        String group = ReadBody.text(json, "group", LONGEST);
        return group.isEmpty() ? "place:" + ReadBody.text(json, "place", LONGEST) : "group:" + group;
    }
}
