package org.linli.api;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.keys.Scope;
import org.linli.keys.Secret;
import org.linli.notices.Notice;
import org.linli.notices.Notices;
import org.linli.notices.joining.Activities;
import org.linli.notices.joining.Activity;
import org.linli.notices.joining.Entry;
import org.linli.notices.joining.Register;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.Effects;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Who signed up for the activity that a notice invites to.
@RestController
class SignedUpEndpoint {

    private final AnswerCalls calls;
    private final Notices notices;
    private final Activities activities;
    private final Effects effects;
    private final Clock clock;

    SignedUpEndpoint(AnswerCalls calls, Notices notices, Activities activities, Effects effects, Clock clock) {
        this.calls = calls;
        this.notices = notices;
        this.activities = activities;
        this.effects = effects;
        this.clock = clock;
    }

    /// Those who come, then those who wait, then those who took it back; with names, which is noted.
    @GetMapping("/api/v1/notices/{id}/signed-up")
    Mono<ResponseEntity<String>> list(
            @PathVariable String id, @RequestParam(defaultValue = "") String cursor, ServerHttpRequest request) {
        return calls.read(
                Scope.RESIDENTS_READ,
                request,
                client -> notices.find(client.community(), id)
                        .flatMap(notice ->
                                activities.of(notice).flatMap(activity -> page(client, notice, activity, cursor))));
    }

    private Mono<Map<String, @Nullable Object>> page(Client client, Notice notice, Activity activity, String cursor) {
        return activities
                .register(activity)
                .delayUntil(_ -> effects.commit(List.of(looked(client, notice))))
                .map(register -> {
                    var page = Page.part(inOrder(register), cursor, it -> json(client, it), SignedUpEndpoint::mark);
                    page.put("activity", activity.number());
                    return page;
                });
    }

    /// Tells nobody who it is: cursors can be read.
    private static String mark(Entry it) {
        return Secret.print(List.of(it.who()));
    }

    private Noted looked(Client client, Notice notice) {
        return new Noted(
                notice.community(),
                client.key().id(),
                Noted.Kind.LOOKED,
                notice.id(),
                "who signed up",
                clock.instant());
    }

    private static List<Entry> inOrder(Register register) {
        var left = register.entries().stream().filter(it -> it.state() == Entry.State.LEFT);
        return Stream.of(register.coming().stream(), register.waiting().stream(), left)
                .flatMap(it -> it)
                .toList();
    }

    private static Map<String, Object> json(Client client, Entry it) {
        var json = new LinkedHashMap<String, Object>();
        json.put("name", it.name());
        json.put(
                "home", client.map().place(it.home()).map(client.map()::display).orElse(""));
        json.put("people", it.people());
        json.put("state", Words.of(it.state()));
        json.put("at", it.at().toString());
        return json;
    }
}
