package org.linli.channels.webchat;

import java.time.Duration;
import org.linli.platform.redis.Live;
import org.linli.platform.traces.Failed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// A room's lines as they come, each once and in their order, on whatever replica they were said.
///
/// [Live] brings a line at once. The truth is the database: it is looked into at the start, whenever a number was
/// skipped, and every few seconds, because nobody can tell us that Redis has kept something to itself.
@Component
class Follow {

    private static final Logger LOG = LoggerFactory.getLogger(Follow.class);
    private static final Duration LOOK_AT_LEAST_EVERY = Duration.ofSeconds(4);
    private static final int HINTS_WAITING = 256;
    private static final String LOOK = "";

    private final Lines lines;
    private final Newest newest;
    private final Live live;
    private final JsonMapper json;

    Follow(Lines lines, Newest newest, Live live, JsonMapper json) {
        this.lines = lines;
        this.newest = newest;
        this.live = live;
        this.json = json;
    }

    /// Tells everybody who follows the room. Completes also while Redis is away.
    Mono<Void> announce(RoomKey room, Line line) {
        return live.say(room.topic(), room.mark() + json.writeValueAsString(line));
    }

    /// Never ends and never fails: while the database is away, nothing comes.
    ///
    /// @param after the number of the last line that the reader has; negative for a reader who has none and wants
    ///              the latest few
    Flux<Line> lines(RoomKey room, long after) {
        return Flux.defer(() -> {
            var reader = new Reader(room, after);
            return hints(room).concatMap(reader::heard);
        });
    }

    /// Something may have been said in the room: at once, on every line, and every few seconds.
    Flux<String> hints(RoomKey room) {
        var looks = Flux.interval(Duration.ZERO, LOOK_AT_LEAST_EVERY)
                .onBackpressureDrop()
                .map(_ -> LOOK);
        return Flux.merge(said(room), looks)
                .onBackpressureBuffer(HINTS_WAITING, _ -> {}, BufferOverflowStrategy.DROP_OLDEST);
    }

    private Flux<String> said(RoomKey room) {
        String mark = room.mark();
        return live.hear(room.topic())
                .filter(it -> it.isEmpty() || it.startsWith(mark))
                .map(it -> it.isEmpty() ? LOOK : it.substring(mark.length()));
    }

    /// One reader's place in a room. Belongs to one subscription; hints come one after the other.
    private final class Reader {

        private final RoomKey room;
        private long last;

        Reader(RoomKey room, long after) {
            this.room = room;
            this.last = after;
        }

        Flux<Line> heard(String hint) {
            return (hint.equals(LOOK) ? look() : fits(json.readValue(hint, Line.class))).onErrorResume(error -> {
                LOG.info("a room cannot be read now ({}), looking again soon", Failed.briefly(error));
                return Flux.empty();
            });
        }

        private Flux<Line> fits(Line line) {
            if (last < 0 || line.seq() > last + 1) {
                return look();
            }
            return line.seq() <= last ? Flux.empty() : Flux.just(line).doOnNext(this::read);
        }

        private Flux<Line> look() {
            return newest.in(room).flatMapMany(newestNumber -> {
                last = last < 0 ? Math.max(0, newestNumber - Lines.PAGE) : last;
                return newestNumber <= last ? Flux.empty() : page();
            });
        }

        private Flux<Line> page() {
            return lines.after(room, last)
                    .flatMapMany(page -> Flux.fromIterable(page)
                            .doOnNext(this::read)
                            .concatWith(page.size() < Lines.PAGE ? Flux.empty() : Flux.defer(this::page)));
        }

        private void read(Line line) {
            last = line.seq();
        }
    }
}
