package org.linli.standin;

import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.linli.standin.StandIns.Played;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Shows everything that goes between our program and the platforms that are played, and lets a developer play people.
@Controller
@ConditionalOnBooleanProperty("linli.stand-ins")
class StandInPage {

    private final StandIns standIns;
    private final Exchanges exchanges;

    StandInPage(StandIns standIns, Exchanges exchanges) {
        this.standIns = standIns;
        this.exchanges = exchanges;
    }

    /// @param asked which person of which platform is looked at
    record Asked(
            @Nullable String person,
            @Nullable String other,
            @Nullable String act,
            @Nullable String text) {

        String who() {
            return other != null && !other.isBlank() ? other.strip() : person == null ? "" : person;
        }

        String words() {
            return text == null ? "" : text;
        }
    }

    @GetMapping("/stand-in")
    Mono<String> first() {
        return standIns.all().stream()
                .findFirst()
                .map(it -> Mono.just("redirect:/stand-in/" + it.platform().id()))
                .orElseGet(() -> Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    @GetMapping("/stand-in/{id}")
    Mono<String> page(@PathVariable String id, Asked asked, Model model) {
        return played(id).map(it -> fill(it, asked, model)).thenReturn("standin/stand-in");
    }

    /// What changes by itself: the person's talk and the exchanges.
    @GetMapping("/stand-in/{id}/now")
    Mono<String> now(@PathVariable String id, Asked asked, Model model) {
        return played(id).map(it -> fill(it, asked, model)).thenReturn("standin/now");
    }

    /// A picture that our program uploaded there. Signals 404 where there is none.
    @GetMapping("/stand-in/{id}/pictures/{picture}")
    Mono<ResponseEntity<byte[]>> picture(@PathVariable String id, @PathVariable String picture) {
        return played(id)
                .flatMap(it -> Mono.justOrEmpty(it.platform().picture(picture)))
                .map(it -> ResponseEntity.ok()
                        .header("Content-Type", it.headers().getOrDefault("Content-Type", ""))
                        .body(it.body()))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    @PostMapping("/stand-in/{id}/play")
    Mono<String> play(@PathVariable String id, Asked asked, Model model) {
        return then(id, asked, model, it -> {
            String act = Objects.requireNonNullElse(asked.act(), "");
            if (!asked.who().isEmpty() && it.platform().acts().contains(act)) {
                it.platform().play(asked.who(), act, asked.words());
            }
        });
    }

    @PostMapping("/stand-in/{id}/repeat")
    Mono<String> repeat(@PathVariable String id, Asked asked, Model model) {
        return then(id, asked, model, it -> it.platform().repeat());
    }

    @PostMapping("/stand-in/{id}/misbehave")
    Mono<String> misbehave(@PathVariable String id, Misbehave misbehave, Asked asked, Model model) {
        return then(id, asked, model, it -> misbehave.at(it.server()));
    }

    /// Playing waits for our own program, so it is done beside the event loop.
    private Mono<String> then(String id, Asked asked, Model model, Consumer<Played> act) {
        return played(id)
                .flatMap(it -> Mono.fromRunnable(() -> act.accept(it))
                        .subscribeOn(Schedulers.boundedElastic())
                        .then(Mono.fromSupplier(() -> fill(it, asked, model))))
                .thenReturn("standin/now");
    }

    private Mono<Played> played(String id) {
        return Mono.justOrEmpty(standIns.named(id))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private Model fill(Played it, Asked asked, Model model) {
        var people = it.platform().people();
        var chosen = people.stream()
                .filter(person -> person.id().equals(asked.who()))
                .findFirst()
                .or(() -> people.stream().findFirst())
                .orElse(null);
        return model.addAllAttributes(Map.of(
                        "platforms",
                        standIns.all().stream().map(one -> one.platform().id()).toList(),
                        "platform",
                        it.platform().id(),
                        "people",
                        people,
                        "acts",
                        it.platform().acts(),
                        "base",
                        it.server().base(),
                        "mischief",
                        Misbehave.word(it.server().mischief().get(StandInServer.EVERYWHERE)),
                        "exchanges",
                        exchanges.newestFirst()))
                .addAttribute("chosen", chosen);
    }
}
