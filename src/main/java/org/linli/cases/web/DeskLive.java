package org.linli.cases.web;

import java.time.Duration;
import org.linli.cases.CaseLive;
import org.linli.platform.jobs.Closing;
import org.linli.platform.redis.Live;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/// Tells an open desk to look again. Says nothing itself: what is seen depends on who looks.
@RestController
class DeskLive {

    /// However much changes, a desk looks no more often.
    private static final Duration CALM = Duration.ofMillis(400);

    /// "In two hours" has to become "in one hour" although nothing changed, and a silent line is cut by proxies.
    private static final Duration TICK = Duration.ofSeconds(30);

    private final AtTheDesk desk;
    private final Live live;
    private final Closing closing;

    DeskLive(AtTheDesk desk, Live live, Closing closing) {
        this.desk = desk;
        this.live = live;
        this.closing = closing;
    }

    @GetMapping(path = "/desk/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> live() {
        return desk.look()
                .flatMapMany(look ->
                        Flux.merge(live.hear(CaseLive.topic(look.map().id())).sample(CALM), Flux.interval(TICK)))
                .map(_ -> ServerSentEvent.builder("changed").event("cases").build())
                .takeUntilOther(closing.soon());
    }
}
