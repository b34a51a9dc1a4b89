package org.linli.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Account;
import org.linli.inbox.Shed;
import org.linli.keys.Scope;
import org.linli.platform.jobs.Overload;
import org.linli.postroom.Accounts;
import org.linli.postroom.SetUpAccounts;
import org.linli.postroom.TryAccount;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Our accounts on platforms, for programs that watch them. [ChannelSetUpEndpoint] sets them up.
@RestController
class ChannelsEndpoint {

    private static final int LONGEST = 200;

    private final AnswerCalls calls;
    private final Accounts accounts;
    private final ReadChannel read;
    private final SetUpAccounts setUp;
    private final TryAccount tries;
    private final Shed shed;
    private final Overload overload;

    ChannelsEndpoint(
            AnswerCalls calls,
            Accounts accounts,
            ReadChannel read,
            SetUpAccounts setUp,
            TryAccount tries,
            Shed shed,
            Overload overload) {
        this.calls = calls;
        this.accounts = accounts;
        this.read = read;
        this.setUp = setUp;
        this.tries = tries;
        this.shed = shed;
        this.overload = overload;
    }

    /// Asks no platform. Besides, whether there is more to do than can be done, and how much was put aside in a day.
    @GetMapping("/api/v1/channels")
    Mono<ResponseEntity<String>> list(ServerHttpRequest request) {
        return calls.read(
                Scope.SETTINGS_READ,
                request,
                client -> Flux.fromIterable(accounts.of(client.community()))
                        .concatMap(read::brief)
                        .collectList()
                        .zipWith(shed.lately(client.community()), this::page));
    }

    private Map<String, @Nullable Object> page(List<?> items, long putAside) {
        var page = Page.whole(items);
        page.put("overload", overload.lasts());
        page.put("put_aside", putAside);
        return page;
    }

    /// With how it was set up, where that was not done in the settings of the installation.
    @GetMapping("/api/v1/channels/{channel}/{id}")
    Mono<ResponseEntity<String>> one(@PathVariable String channel, @PathVariable String id, ServerHttpRequest request) {
        return calls.read(
                Scope.SETTINGS_READ,
                request,
                client -> account(client, channel, id)
                        .flatMap(read::whole)
                        .doOnNext(json -> json.put(
                                "set_up",
                                setUp.find(client.community(), channel, id)
                                        .map(it -> KeptAccountJson.of(it, setUp))
                                        .orElse(null))));
    }

    /// The newest first, without words, secrets and people.
    @GetMapping("/api/v1/channels/{channel}/{id}/exchanges")
    Mono<ResponseEntity<String>> exchanges(
            @PathVariable String channel, @PathVariable String id, ServerHttpRequest request) {
        return calls.read(
                Scope.SETTINGS_READ,
                request,
                client -> account(client, channel, id)
                        .flatMap(it -> read.exchanges(it).collectList().map(Page::whole)));
    }

    private Mono<Account> account(Client client, String channel, String id) {
        return Mono.justOrEmpty(accounts.find(client.community(), channel, id));
    }

    /// Goes through the steps of setting up, asking the platform where needed. Changes nothing.
    @PostMapping("/api/v1/channels/{channel}/{id}/check")
    Mono<ResponseEntity<String>> check(
            @PathVariable String channel, @PathVariable String id, ServerHttpRequest request) {
        return calls.read(
                Scope.SETTINGS_READ,
                request,
                client -> account(client, channel, id)
                        .flatMap(it -> accounts.checkup(it)
                                .check(it)
                                .map(ReadChannel::json)
                                .collectList()
                                .map(Page::whole)));
    }

    /// A letter to somebody, or to a group, that shows whether the account works. Answers its key.
    @PostMapping(path = "/api/v1/channels/{channel}/{id}/try", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> write(
            @PathVariable String channel,
            @PathVariable String id,
            @RequestBody String body,
            ServerHttpRequest request) {
        return calls.change(Scope.SETTINGS_WRITE, request, body, call -> {
            var json = ReadBody.json(body);
            return account(call.client(), channel, id)
                    .flatMap(it -> tries.write(
                                    it,
                                    ReadBody.text(json, "to", LONGEST),
                                    json.path("group").asBoolean(false),
                                    call.id().toString())
                            .switchIfEmpty(Mono.error(() -> Refusal.field("to"))))
                    .map(letter -> Answer.of(201, Map.of("letter", letter.key())));
        });
    }
}
