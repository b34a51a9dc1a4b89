package org.linli.api;

import java.util.Map;
import org.linli.keys.Scope;
import org.linli.postroom.ChangeTags;
import org.linli.postroom.ManyAccounts;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// The tags of an account's followers, by which one chooses for whom a message is.
@RestController
class TagsEndpoint {

    private static final int SHORT = 60;

    private final AnswerCalls calls;
    private final ManyAccounts accounts;
    private final ChangeTags tags;

    TagsEndpoint(AnswerCalls calls, ManyAccounts accounts, ChangeTags tags) {
        this.calls = calls;
        this.accounts = accounts;
        this.tags = tags;
    }

    @PostMapping(path = "/api/v1/many/{channel}/{id}/tags", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> change(
            @PathVariable String channel,
            @PathVariable String id,
            @RequestBody String body,
            ServerHttpRequest request) {
        return calls.change(
                Scope.LETTERS_TO_MANY,
                request,
                body,
                call -> Mono.justOrEmpty(accounts.find(call.client().community(), channel, id))
                        .flatMap(account -> tags.of(call.client().as(), account, change(ReadBody.json(body))))
                        .map(TagsEndpoint::answer));
    }

    private static ChangeTags.Change change(JsonNode json) {
        var act = ChangeTags.Act.of(ReadBody.text(json, "act", SHORT)).orElseThrow(() -> Refusal.field("act"));
        return new ChangeTags.Change(
                act,
                act == ChangeTags.Act.CREATE ? 0 : tag(json),
                ReadBody.text(json, "name", SHORT),
                ReadBody.text(json, "whom", SHORT),
                json.path("sure").asBoolean(false));
    }

    private static long tag(JsonNode json) {
        var said = json.path("tag");
        if (!said.isIntegralNumber() || !said.canConvertToLong()) {
            throw Refusal.field("tag");
        }
        return said.asLong();
    }

    private static Answer answer(ChangeTags.Result result) {
        return switch (result) {
            case MADE, RENAMED, DELETED, FILLED, TAKEN, EMPTIED -> Answer.of(200, Map.of("result", Words.of(result)));
            case NAME -> throw Refusal.because("tag-name");
            case NOBODY, UNSURE -> throw Refusal.because(Words.of(result));
            case REFUSED -> throw Refusal.because("tag-refused");
            case AWAY -> throw Refusal.because("platform-away");
        };
    }
}
