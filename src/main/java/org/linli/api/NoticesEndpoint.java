package org.linli.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.api.Refusal.Type;
import org.linli.keys.Scope;
import org.linli.notices.Invitation;
import org.linli.notices.Notice;
import org.linli.notices.Notices;
import org.linli.notices.knowing.FindProgress;
import org.linli.notices.knowing.Progress;
import org.linli.notices.writing.HandleNotices;
import org.linli.notices.writing.LookAtNotice;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Notices for programs: listed, read with their progress, drafted, handed in. Where a notice needs four eyes, the
/// second pair is a person's.
@RestController
class NoticesEndpoint {

    private final AnswerCalls calls;
    private final Notices notices;
    private final FindProgress progress;
    private final LookAtNotice look;
    private final HandleNotices handle;

    NoticesEndpoint(
            AnswerCalls calls, Notices notices, FindProgress progress, LookAtNotice look, HandleNotices handle) {
        this.calls = calls;
        this.notices = notices;
        this.progress = progress;
        this.look = look;
        this.handle = handle;
    }

    /// Thirty a page, the newest first.
    @GetMapping("/api/v1/notices")
    Mono<ResponseEntity<String>> list(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String cursor,
            ServerHttpRequest request) {
        return calls.read(
                Scope.NOTICES_READ,
                request,
                client -> notices.after(client.community(), text, before(cursor), id(cursor), Notices.PAGE + 1)
                        .collectList()
                        .map(found -> Page.of(found, Notices.PAGE, NoticesEndpoint::json, NoticesEndpoint::place)));
    }

    @GetMapping("/api/v1/notices/{id}")
    Mono<ResponseEntity<String>> one(@PathVariable String id, ServerHttpRequest request) {
        return calls.read(
                Scope.NOTICES_READ,
                request,
                client -> notices.find(client.community(), id).flatMap(this::whole));
    }

    /// A draft, which nobody is told of yet.
    @PostMapping(path = "/api/v1/notices", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> write(@RequestBody String body, ServerHttpRequest request) {
        return calls.change(
                Scope.NOTICES_WRITE,
                request,
                body,
                call -> handle.save(call.client().as(), call.id(), ReadNotice.draft(body))
                        .map(result -> Answer.of(201, json(done(result)))));
    }

    /// The same draft in other words, while it has not left.
    @PutMapping(path = "/api/v1/notices/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> change(@PathVariable String id, @RequestBody String body, ServerHttpRequest request) {
        return calls.change(
                Scope.NOTICES_WRITE,
                request,
                body,
                call -> notices.find(call.client().community(), id)
                        .flatMap(
                                it -> handle.save(call.client().as(), UUID.fromString(it.id()), ReadNotice.draft(body)))
                        .map(result -> Answer.of(200, json(done(result)))));
    }

    /// Lets it go where one may alone, otherwise asks somebody else to.
    @PostMapping("/api/v1/notices/{id}/submit")
    Mono<ResponseEntity<String>> submit(@PathVariable String id, ServerHttpRequest request) {
        return calls.change(
                Scope.NOTICES_WRITE,
                request,
                "",
                call -> notices.find(call.client().community(), id)
                        .flatMap(notice -> handle.submit(call.client().as(), notice))
                        .map(result -> Answer.of(200, json(done(result)))));
    }

    static Notice done(HandleNotices.Result result) {
        return switch (result) {
            case HandleNotices.Result.Done done -> done.after();
            case HandleNotices.Result.Declined(String why) -> throw Refusal.because(why);
        };
    }

    private Mono<Map<String, @Nullable Object>> whole(Notice notice) {
        return Mono.zip(progress.of(notice), look.at(notice)).map(found -> {
            var json = json(notice);
            json.put("progress", progress(found.getT1()));
            json.put("people", found.getT2().people());
            return json;
        });
    }

    private static Map<String, Object> progress(Progress it) {
        var json = new LinkedHashMap<String, Object>();
        json.put("finished", it.thought());
        json.put("people", it.total());
        json.put("told", it.told());
        json.put("missed", it.missed());
        json.put("unread", it.unread());
        return json;
    }

    static Map<String, @Nullable Object> json(Notice it) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", it.id());
        json.put("state", it.state().name().toLowerCase(Locale.ROOT));
        json.put("kind", it.wording().kind().word());
        json.put("importance", it.wording().importance().word());
        json.put("title", it.wording().title());
        json.put("brief", it.wording().brief());
        json.put("text", it.wording().text());
        json.put("audience", it.audience());
        json.put("from", it.period() == null ? null : it.period().from().toString());
        json.put("until", it.period() == null ? null : it.period().until().toString());
        json.put("send_at", it.sendAt() == null ? null : it.sendAt().toString());
        var repeat = it.repeat();
        json.put("repeat", repeat == null ? null : Words.of(repeat.every()));
        json.put("repeat_until", repeat == null ? null : repeat.until().toString());
        json.put("invites", invites(it.invites()));
        json.put("corrects", it.corrects());
        json.put("written_at", it.writtenAt().toString());
        json.put("version", it.version());
        return json;
    }

    private static @Nullable Map<String, Object> invites(@Nullable Invitation it) {
        return it == null ? null : Map.of("whose", Words.of(it.whose()), "places", it.places());
    }

    /// After which the next page begins.
    private static String place(Notice last) {
        return last.writtenAt() + " " + last.id();
    }

    private static Instant before(String cursor) {
        return cursor.isEmpty() ? Instant.parse("9999-01-01T00:00:00Z") : ReadNotice.time(parts(cursor)[0]);
    }

    private static String id(String cursor) {
        return cursor.isEmpty() ? "" : parts(cursor)[1];
    }

    private static String[] parts(String cursor) {
        String[] parts = PageCursor.read(cursor).split(" ", -1);
        if (parts.length != 2) {
            throw Refusal.of(Type.CURSOR);
        }
        return parts;
    }
}
