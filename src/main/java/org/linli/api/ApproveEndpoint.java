package org.linli.api;

import java.util.function.BiFunction;
import org.linli.community.StaffMember;
import org.linli.keys.Scope;
import org.linli.notices.Notice;
import org.linli.notices.Notices;
import org.linli.notices.writing.HandleNotices;
import org.linli.notices.writing.RemindReaders;
import org.linli.notices.writing.Seen;
import org.linli.notices.writing.StopNotice;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// The second pair of eyes, where the street's own program has it: lets go what somebody else wrote, sends it back,
/// stops it or sets it right. A key never approves what the same hand wrote: its maker, or another key of that maker.
@RestController
class ApproveEndpoint {

    private final AnswerCalls calls;
    private final Notices notices;
    private final HandleNotices handle;
    private final StopNotice stop;
    private final RemindReaders remind;

    ApproveEndpoint(AnswerCalls calls, Notices notices, HandleNotices handle, StopNotice stop, RemindReaders remind) {
        this.calls = calls;
        this.notices = notices;
        this.handle = handle;
        this.stop = stop;
        this.remind = remind;
    }

    /// Names the version and the number of people that were read: where more changed than people moving in, it is
    /// refused.
    @PostMapping(path = "/api/v1/notices/{id}/approve", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> approve(@PathVariable String id, @RequestBody String body, ServerHttpRequest request) {
        return done(id, body, request, (by, notice) -> handle.approve(by, notice, seen(ReadBody.json(body))));
    }

    /// Back to its writer.
    @PostMapping("/api/v1/notices/{id}/refuse")
    Mono<ResponseEntity<String>> refuse(@PathVariable String id, ServerHttpRequest request) {
        return done(id, "", request, handle::refuse);
    }

    /// What has not left is taken back; what has arrived stays.
    @PostMapping("/api/v1/notices/{id}/cancel")
    Mono<ResponseEntity<String>> cancel(@PathVariable String id, ServerHttpRequest request) {
        return done(id, "", request, stop::cancel);
    }

    /// Stops it and takes back what has arrived, where the platform lets us.
    @PostMapping("/api/v1/notices/{id}/withdraw")
    Mono<ResponseEntity<String>> withdraw(@PathVariable String id, ServerHttpRequest request) {
        return done(id, "", request, (by, notice) -> stop.withdraw(by, notice).map(StopNotice.Withdrawal::result));
    }

    /// What was said stays said; it is not said again.
    @PostMapping("/api/v1/notices/{id}/stop-repeat")
    Mono<ResponseEntity<String>> stopRepeating(@PathVariable String id, ServerHttpRequest request) {
        return done(id, "", request, stop::stopRepeating);
    }

    /// Stops it, and answers a draft in the same words for exactly those who got it.
    @PostMapping("/api/v1/notices/{id}/correct")
    Mono<ResponseEntity<String>> correct(@PathVariable String id, ServerHttpRequest request) {
        return done(id, "", request, stop::correct);
    }

    /// Writes once more to those who have not read an ordinary one, at most twice, a day apart.
    @PostMapping("/api/v1/notices/{id}/remind")
    Mono<ResponseEntity<String>> remind(@PathVariable String id, ServerHttpRequest request) {
        return done(id, "", request, remind::remind);
    }

    private Mono<ResponseEntity<String>> done(
            String id,
            String body,
            ServerHttpRequest request,
            BiFunction<StaffMember, Notice, Mono<HandleNotices.Result>> deed) {
        return calls.change(
                Scope.NOTICES_APPROVE,
                request,
                body,
                call -> notices.find(call.client().community(), id)
                        .flatMap(notice -> deed.apply(call.client().as(), notice))
                        .map(ApproveEndpoint::answer));
    }

    private static Answer answer(HandleNotices.Result result) {
        return switch (result) {
            case HandleNotices.Result.Done(var after) -> Answer.of(200, NoticesEndpoint.json(after));
            case HandleNotices.Result.Declined(String why) -> throw Refusal.because(why);
        };
    }

    private static Seen seen(JsonNode json) {
        return new Seen(number(json, "version"), number(json, "people"));
    }

    private static long number(JsonNode json, String field) {
        var said = json.path(field);
        if (!said.isIntegralNumber() || said.asLong() < 0) {
            throw Refusal.field(field);
        }
        return said.asLong();
    }
}
