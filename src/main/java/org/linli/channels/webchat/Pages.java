package org.linli.channels.webchat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.channels.webchat.Room.Speaker;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// The pages themselves. What is said comes by [Talk].
@Controller
class Pages {

    private static final String CHAT = "webchat/chat";
    private static final Scheduler TEMPLATES_ARE_READ_FROM_DISK = Schedulers.boundedElastic();

    private final Seats seats;
    private final Visitors visitors;
    private final Words words;

    Pages(Seats seats, Visitors visitors, Words words) {
        this.seats = seats;
        this.visitors = visitors;
        this.words = words;
    }

    @GetMapping({"/chat", "/chat/{community}"})
    Mono<Rendering> talk(@PathVariable(required = false) @Nullable String community, ServerWebExchange exchange) {
        String base = community == null ? "/chat" : "/chat/" + community;
        return seats.neighbourhood(community == null ? "" : community)
                .map(it -> page(exchange, new Scene("private", base, it.name(), "", List.of(), null)))
                .delayUntil(_ -> visitors.welcome(exchange))
                .publishOn(TEMPLATES_ARE_READ_FROM_DISK);
    }

    @GetMapping("/groups/{code}")
    Mono<Rendering> group(@PathVariable String code, ServerWebExchange exchange) {
        return seats.group(code)
                .map(it ->
                        page(exchange, new Scene("group", "/groups/" + it.code(), it.name(), "", it.speakers(), null)))
                .delayUntil(_ -> visitors.welcome(exchange))
                .publishOn(TEMPLATES_ARE_READ_FROM_DISK);
    }

    @GetMapping("/groups/{code}/private/{resident}")
    Mono<Rendering> resident(@PathVariable String code, @PathVariable String resident, ServerWebExchange exchange) {
        return seats.group(code)
                .flatMap(group -> Mono.justOrEmpty(group.speaker(resident)).map(it -> alone(exchange, group, it)))
                .switchIfEmpty(Mono.error(() -> new Refusal(Refusal.Reason.NO_ROOM)))
                .delayUntil(_ -> visitors.welcome(exchange))
                .publishOn(TEMPLATES_ARE_READ_FROM_DISK);
    }

    @ExceptionHandler
    Mono<Rendering> missing(Refusal refusal) {
        return Mono.fromCallable(() -> Rendering.view("webchat/missing")
                        .status(refusal.status())
                        .modelAttribute("words", words.all())
                        .build())
                .subscribeOn(TEMPLATES_ARE_READ_FROM_DISK);
    }

    private Rendering alone(ServerWebExchange exchange, Room group, Speaker speaker) {
        String back = "/groups/" + group.code();
        String base = back + "/private/" + speaker.id();
        return page(exchange, new Scene("private", base, speaker.name(), back, List.of(), speaker.id()));
    }

    private Rendering page(ServerWebExchange exchange, Scene scene) {
        // a page from a cache would be somebody else's
        exchange.getResponse().getHeaders().setCacheControl(CacheControl.noStore());
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("scene", scene);
        model.put("words", words.all());
        return Rendering.view(CHAT).model(model).build();
    }

    /// @param kind    `private` or `group`
    /// @param base    where the page's script finds [Talk]
    /// @param back    the group that a resident's private room was opened from; empty for a visitor's own
    /// @param as      the resident whose private room it is; `null` for a visitor's own
    record Scene(
            String kind,
            String base,
            String title,
            String back,
            List<Speaker> speakers,
            @Nullable String as) {}
}
