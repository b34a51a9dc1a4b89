package org.linli.api;

import java.util.LinkedHashMap;
import org.linli.keys.Scope;
import org.linli.notices.audience.FindAudience;
import org.linli.notices.audience.Reading;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// How many a line means, before a notice is written to them.
@RestController
class AudiencesEndpoint {

    /// What so few have in common would be told of each of them, like the tag of one household.
    private static final int FEW = 5;

    private final AnswerCalls calls;
    private final FindAudience audience;

    AudiencesEndpoint(AnswerCalls calls, FindAudience audience) {
        this.calls = calls;
        this.audience = audience;
    }

    /// @param line like `3栋`; where it is not understood, says from which character on
    @GetMapping("/api/v1/notices/audience")
    Mono<ResponseEntity<String>> count(@RequestParam(defaultValue = "") String line, ServerHttpRequest request) {
        return calls.read(
                Scope.NOTICES_WRITE,
                request,
                client -> audience.read(client.community(), line).flatMap(reading -> switch (reading) {
                    case Reading.Understood(var whom) ->
                        audience.count(client.community(), whom).map(AudiencesEndpoint::people);
                    case Reading.NotUnderstood(var why, int at, var what) -> Mono.just(wrong(why, at, what));
                }));
    }

    private static Object people(long people) {
        var json = new LinkedHashMap<String, Object>();
        json.put("understood", true);
        if (people < FEW) {
            json.put("fewer_than", FEW);
        } else {
            json.put("people", people);
        }
        return json;
    }

    private static Object wrong(Reading.Why why, int at, String what) {
        var json = new LinkedHashMap<String, Object>();
        json.put("understood", false);
        json.put("reason", why.word());
        json.put("at", at);
        json.put("what", what);
        return json;
    }
}
