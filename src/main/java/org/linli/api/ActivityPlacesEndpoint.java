package org.linli.api;

import org.linli.keys.Scope;
import org.linli.notices.Invitation;
import org.linli.notices.Notices;
import org.linli.notices.writing.ChangePlaces;
import org.linli.notices.writing.HandleNotices;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// For how many an activity has places, changed while people sign up.
@RestController
class ActivityPlacesEndpoint {

    private final AnswerCalls calls;
    private final Notices notices;
    private final ChangePlaces change;

    ActivityPlacesEndpoint(AnswerCalls calls, Notices notices, ChangePlaces change) {
        this.calls = calls;
        this.notices = notices;
        this.change = change;
    }

    /// 0: for as many as come.
    @PostMapping(path = "/api/v1/notices/{id}/places", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> change(@PathVariable String id, @RequestBody String body, ServerHttpRequest request) {
        return calls.change(
                Scope.NOTICES_WRITE,
                request,
                body,
                call -> notices.find(call.client().community(), id)
                        .flatMap(it -> change.to(call.client().as(), it, places(ReadBody.json(body))))
                        .map(result -> switch (result) {
                            case HandleNotices.Result.Done(var after) -> Answer.of(200, NoticesEndpoint.json(after));
                            case HandleNotices.Result.Declined(String why) -> throw Refusal.because(why);
                        }));
    }

    static int places(JsonNode json) {
        var said = json.path("places");
        if (!said.isIntegralNumber() || said.asLong() < 0 || said.asLong() > Invitation.MOST) {
            throw Refusal.field("places");
        }
        return said.asInt();
    }
}
