package org.linli.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Account;
import org.linli.channels.Audiences;
import org.linli.channels.SendFailure;
import org.linli.community.CommunityMap;
import org.linli.community.Place;
import org.linli.keys.Scope;
import org.linli.outbox.LettersToMany;
import org.linli.outbox.LettersToMany.ToMany;
import org.linli.postroom.ManyAccounts;
import org.linli.postroom.ManyPeople;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// By which accounts one message goes to many, for whom it can be, and how far the latest are.
@RestController
class ManyEndpoint {

    private final AnswerCalls calls;
    private final ManyAccounts accounts;
    private final ManyPeople people;
    private final LettersToMany letters;

    ManyEndpoint(AnswerCalls calls, ManyAccounts accounts, ManyPeople people, LettersToMany letters) {
        this.calls = calls;
        this.accounts = accounts;
        this.people = people;
        this.letters = letters;
    }

    @GetMapping("/api/v1/many")
    Mono<ResponseEntity<String>> list(ServerHttpRequest request) {
        return calls.read(
                Scope.LETTERS_TO_MANY,
                request,
                client -> Mono.fromSupplier(() -> Page.whole(accounts.of(client.community()).stream()
                        .map(ManyEndpoint::json)
                        .toList())));
    }

    @GetMapping("/api/v1/many/{channel}/{id}")
    Mono<ResponseEntity<String>> one(@PathVariable String channel, @PathVariable String id, ServerHttpRequest request) {
        return calls.read(
                Scope.LETTERS_TO_MANY,
                request,
                client -> Mono.justOrEmpty(accounts.find(client.community(), channel, id))
                        .flatMap(it -> whole(it, client.map())));
    }

    private Mono<Map<String, @Nullable Object>> whole(Account account, CommunityMap map) {
        var sent = letters.of(account).map(ManyEndpoint::json).collectList();
        return Mono.zip(tags(account), sent).map(found -> {
            var json = new LinkedHashMap<String, @Nullable Object>();
            json.put("tags", found.getT1().orElse(null));
            json.put(
                    "places",
                    ManyPeople.places(map).stream().map(it -> json(it, map)).toList());
            json.put("sent", found.getT2());
            return json;
        });
    }

    /// Empty while the platform does not answer: people can still be chosen by where they live.
    private Mono<Optional<List<Map<String, Object>>>> tags(Account account) {
        return Mono.justOrEmpty(people.reachedBy(account))
                .flatMapMany(it -> it.tags(account))
                .map(ManyEndpoint::json)
                .collectList()
                .map(Optional::of)
                .onErrorReturn(SendFailure.class, Optional.empty());
    }

    private static Map<String, String> json(Account it) {
        return Map.of("channel", it.channel().value(), "id", it.id());
    }

    private static Map<String, Object> json(Audiences.Tag it) {
        return Map.of("id", it.id(), "whom", "tag-" + it.id(), "name", it.name(), "people", it.people());
    }

    private static Map<String, String> json(Place it, CommunityMap map) {
        return Map.of("whom", "place-" + it.id(), "name", map.display(it));
    }

    private static Map<String, @Nullable Object> json(ToMany it) {
        var counts = it.counts();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("at", it.at().toString());
        json.put("state", it.state());
        json.put("reason", it.reason());
        json.put("name", it.name());
        json.put("words", it.words());
        json.put("people", counts == null ? null : counts.total());
        json.put("reached", counts == null ? null : counts.reached());
        json.put("missed", counts == null ? null : counts.missed());
        return json;
    }
}
