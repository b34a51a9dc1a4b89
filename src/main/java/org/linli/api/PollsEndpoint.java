package org.linli.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.api.Refusal.Type;
import org.linli.keys.Scope;
import org.linli.polls.BallotBox;
import org.linli.polls.FindPolls;
import org.linli.polls.Poll;
import org.linli.polls.Tally;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Votes for programs: no more of their results than everybody may see on their pages.
@RestController
class PollsEndpoint {

    private static final int PAGE = 50;

    private final Clients clients;
    private final FindPolls find;
    private final BallotBox box;

    PollsEndpoint(Clients clients, FindPolls find, BallotBox box) {
        this.clients = clients;
        this.find = find;
        this.box = box;
    }

    /// Fifty a page, the latest first.
    @GetMapping("/api/v1/polls")
    Mono<ResponseEntity<String>> list(@RequestParam(defaultValue = "") String cursor, ServerHttpRequest request) {
        return clients.with(Scope.POLLS_READ, request)
                .flatMap(client -> find.before(client.community(), Page.after(cursor, Long.MAX_VALUE), PAGE + 1)
                        .collectList())
                .map(found -> Page.of(found, PAGE, PollsEndpoint::json, Poll::number))
                .map(page -> Answer.of(200, page).response());
    }

    @GetMapping("/api/v1/polls/{number}")
    Mono<ResponseEntity<String>> one(@PathVariable String number, ServerHttpRequest request) {
        return clients.with(Scope.POLLS_READ, request)
                .flatMap(client -> number(number).flatMap(it -> find.numbered(client.community(), it)))
                .switchIfEmpty(Mono.error(() -> Refusal.of(Type.NOT_FOUND)))
                .flatMap(poll -> Mono.zip(box.ballots(poll), box.turnout(poll))
                        .map(found -> whole(poll, Tally.of(poll.paper(), found.getT1()), found.getT2())))
                .map(json -> Answer.of(200, json).response());
    }

    /// Of a vote or a round. Empty for what is none.
    static Mono<Integer> number(String said) {
        return Mono.just(said).filter(it -> it.matches("\\d{1,6}")).map(Integer::valueOf);
    }

    private static Map<String, @Nullable Object> whole(Poll poll, Tally tally, BallotBox.Turnout turnout) {
        boolean shown = poll.showsBars() && !tally.betrays(poll);
        var json = json(poll);
        json.put("voters", turnout.voters());
        json.put("voted", turnout.voted());
        json.put("choices", choices(tally, shown));
        json.put("ledger", "/polls/%s/%d/ledger".formatted(poll.community(), poll.number()));
        return json;
    }

    private static List<Map<String, @Nullable Object>> choices(Tally tally, boolean shown) {
        return tally.bars().stream().map(bar -> choice(bar, shown)).toList();
    }

    private static Map<String, @Nullable Object> choice(Tally.Bar bar, boolean shown) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("number", bar.choice().number());
        json.put("name", bar.choice().name());
        json.put("cost", bar.choice().cost());
        json.put("votes", shown ? bar.votes() : null);
        json.put("points", shown ? bar.points() : null);
        return json;
    }

    static Map<String, @Nullable Object> json(Poll it) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("number", it.number());
        json.put("question", it.question());
        json.put("open", it.isOpen());
        json.put("opens_at", it.opensAt().toString());
        json.put("closes_at", it.closesAt().toString());
        return json;
    }
}
