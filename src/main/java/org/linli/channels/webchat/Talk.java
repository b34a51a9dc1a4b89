package org.linli.channels.webchat;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.bodies.WholeBody;
import org.linli.platform.jobs.Closing;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What the page in the browser talks to, the same for every room.
@RestController
@RequestMapping({"/chat", "/chat/{community}", "/groups/{code}", "/groups/{code}/private/{resident}"})
class Talk {

    private static final Duration BEAT = Duration.ofSeconds(20);
    private static final Duration COME_BACK_AFTER = Duration.ofSeconds(2);

    private final SayLine sayLine;
    private final Lines lines;
    private final Follow follow;
    private final PrivateNews privateNews;
    private final Pictures pictures;
    private final Limit limit;
    private final Closing closing;
    private final WebchatProperties properties;

    Talk(
            SayLine sayLine,
            Lines lines,
            Follow follow,
            PrivateNews privateNews,
            Pictures pictures,
            Limit limit,
            Closing closing,
            WebchatProperties properties) {
        this.sayLine = sayLine;
        this.lines = lines;
        this.follow = follow;
        this.privateNews = privateNews;
        this.pictures = pictures;
        this.limit = limit;
        this.closing = closing;
        this.properties = properties;
    }

    /// Lines as they come. A browser that comes back names the last one it has, by header or parameter.
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<?>> events(
            Seat seat, @RequestParam(required = false) @Nullable Long after, ServerHttpRequest request) {
        var lines = follow.lines(seat.key(), last(request.getHeaders().getFirst("Last-Event-ID"), after))
                .map(Talk::event);
        var news = privateNews.of(seat).map(Talk::event);
        return Flux.<ServerSentEvent<?>>merge(beats(), lines, news).takeUntilOther(closing.soon());
    }

    /// Older lines, to scroll up.
    @GetMapping("/lines")
    Mono<List<Line>> older(Seat seat, @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        return lines.before(seat.key(), before);
    }

    /// Answers after the line is in the room and in the inbox.
    @PostMapping(path = "/lines", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<Line> say(Seat seat, @RequestBody Draft draft) {
        return sayLine.say(seat, draft);
    }

    @PutMapping("/pictures/{id}")
    Mono<Void> attach(Seat seat, @PathVariable String id, ServerHttpRequest request) {
        return limit.take(seat.sender())
                .then(Mono.defer(() -> body(request)))
                .flatMap(bytes -> Mono.justOrEmpty(Pictures.Picture.of(bytes)))
                .filter(_ -> Draft.isId(id))
                .switchIfEmpty(Mono.error(() -> new Refusal(Refusal.Reason.NO_PICTURE)))
                .flatMap(picture -> pictures.add(seat.key(), id, picture));
    }

    private Mono<byte[]> body(ServerHttpRequest request) {
        return WholeBody.of(request.getBody(), (int) properties.picture().toBytes())
                .onErrorMap(DataBufferLimitException.class, _ -> new Refusal(Refusal.Reason.TOO_LARGE));
    }

    @GetMapping("/pictures/{id}")
    Mono<ResponseEntity<byte[]>> picture(Seat seat, @PathVariable String id) {
        return pictures.find(seat.key(), id)
                .map(it -> ResponseEntity.ok()
                        .contentType(it.kind())
                        .cacheControl(CacheControl.maxAge(Duration.ofDays(365))
                                .cachePrivate()
                                .immutable())
                        .body(it.bytes()))
                .switchIfEmpty(Mono.error(() -> new Refusal(Refusal.Reason.NO_ROOM)));
    }

    private static Flux<ServerSentEvent<String>> beats() {
        var beat = ServerSentEvent.<String>builder("")
                .comment("beat")
                .event("beat")
                .build();
        var first = ServerSentEvent.<String>builder("")
                .comment("here")
                .event("beat")
                .retry(COME_BACK_AFTER);
        return Flux.interval(BEAT).onBackpressureDrop().map(_ -> beat).startWith(first.build());
    }

    private static ServerSentEvent<Line> event(Line line) {
        return ServerSentEvent.builder(line)
                .id(Long.toString(line.seq()))
                .event("line")
                .build();
    }

    private static ServerSentEvent<PrivateNews.News> event(PrivateNews.News news) {
        return ServerSentEvent.builder(news).event("private").build();
    }

    /// What was seen last: as the browser says when it comes back, otherwise as the page says; -1: nothing.
    static long last(@Nullable String header, @Nullable Long after) {
        if (header != null && header.matches("\\d{1,18}")) {
            return Long.parseLong(header);
        }
        return after == null ? -1 : after;
    }
}
