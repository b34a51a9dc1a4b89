package org.linli.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.linli.channels.Address;
import org.linli.channels.Confirmations.Awaited;
import org.linli.channels.SendFailure;
import org.linli.community.CommunityMap;
import org.linli.community.Group;
import org.linli.community.Unit;
import org.linli.keys.Scope;
import org.linli.web.groups.AwaitedConfirmations;
import org.linli.web.groups.GroupCodes;
import org.linli.web.groups.MakeUnitGroup;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What platforms do for groups: codes by which residents join, groups of a unit's staff, and reminders of what waits
/// for a group's owner.
@RestController
class GroupsEndpoint {

    private static final int LONGEST = 200;

    private final AnswerCalls calls;
    private final GroupCodes codes;
    private final MakeUnitGroup make;
    private final AwaitedConfirmations confirmations;

    GroupsEndpoint(AnswerCalls calls, GroupCodes codes, MakeUnitGroup make, AwaitedConfirmations confirmations) {
        this.calls = calls;
        this.codes = codes;
        this.make = make;
        this.confirmations = confirmations;
    }

    /// Where the code's picture is; made once.
    @PostMapping("/api/v1/groups/{code}/join-code")
    Mono<ResponseEntity<String>> code(@PathVariable String code, ServerHttpRequest request) {
        return calls.change(
                Scope.SETTINGS_WRITE,
                request,
                "",
                call -> Mono.justOrEmpty(call.client().map().group(code))
                        .flatMap(group -> codes.of(group)
                                .onErrorMap(SendFailure.class, GroupsEndpoint::refusal)
                                .switchIfEmpty(Mono.error(() -> Refusal.because("no-join-code"))))
                        .map(uri -> Answer.of(200, Map.of("group", code, "picture", uri.toString()))));
    }

    /// Of the unit's staff, who are told there from then on.
    @PostMapping("/api/v1/units/{id}/group")
    Mono<ResponseEntity<String>> make(@PathVariable String id, ServerHttpRequest request) {
        return calls.change(
                Scope.SETTINGS_WRITE,
                request,
                "",
                call -> Mono.justOrEmpty(call.client().map().unit(id))
                        .flatMap(unit -> made(call.client().map(), unit))
                        .map(_ -> Answer.of(201, Map.of("unit", id))));
    }

    private Mono<Address> made(CommunityMap map, Unit unit) {
        return make.of(map, unit)
                .onErrorMap(SendFailure.class, GroupsEndpoint::refusal)
                .switchIfEmpty(Mono.error(() -> Refusal.because(unit.chat() == null ? "no-platform" : "has-group")));
    }

    /// What waits until the owner of a group confirms it on the platform, the oldest first.
    @GetMapping("/api/v1/groups/confirmations")
    Mono<ResponseEntity<String>> awaited(@RequestParam(defaultValue = "") String cursor, ServerHttpRequest request) {
        return calls.read(
                Scope.LETTERS,
                request,
                client -> confirmations
                        .of(client.community())
                        .collectList()
                        .map(all -> Page.part(all, cursor, it -> json(it, client.map()), Awaited::task)));
    }

    /// Lets the platform remind whoever has to confirm it.
    @PostMapping(path = "/api/v1/groups/confirmations", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> remind(@RequestBody String body, ServerHttpRequest request) {
        return calls.change(Scope.LETTERS, request, body, call -> {
            String task = ReadBody.required(ReadBody.json(body), "task", LONGEST);
            return confirmations
                    .of(call.client().community())
                    .filter(it -> it.task().equals(task))
                    .next()
                    .delayUntil(it -> confirmations
                            .remind(call.client().community(), task)
                            .onErrorMap(SendFailure.class, GroupsEndpoint::refusal))
                    .map(it -> Answer.of(200, Map.of("task", task)));
        });
    }

    static Refusal refusal(SendFailure failure) {
        return Refusal.because(
                failure.reason() == SendFailure.Reason.THROTTLED ? "platform-throttled" : "platform-refused");
    }

    private static Map<String, Object> json(Awaited it, CommunityMap map) {
        var json = new LinkedHashMap<String, Object>();
        json.put("task", it.task());
        json.put("group", map.group(it.group()).map(Group::name).orElse(it.groupName()));
        json.put("since", it.since().toString());
        json.put("reminders", it.reminders());
        return json;
    }
}
