package org.linli.channels.webchat;

import org.linli.channels.Address;
import org.linli.channels.webchat.Room.Speaker;
import org.linli.platform.jobs.Outage;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Tells whoever plays a group that something came into the private room of one of its speakers.
@Component
class PrivateNews {

    /// @param last the number of the newest line there
    record News(String speaker, long last) {}

    private final Follow follow;
    private final Newest newest;
    private final Outage looking = new Outage(LoggerFactory.getLogger(PrivateNews.class), "looking for new lines");

    PrivateNews(Follow follow, Newest newest) {
        this.follow = follow;
        this.newest = newest;
    }

    /// Never ends in a group; empty elsewhere. While the database is away, nothing comes.
    Flux<News> of(Seat seat) {
        var group = seat.group();
        return group == null
                ? Flux.empty()
                : Flux.fromIterable(group.speakers())
                        .flatMap(speaker -> of(group, speaker), group.speakers().size());
    }

    private Mono<Long> newest(RoomKey room) {
        return newest.in(room).doOnNext(_ -> looking.works()).onErrorResume(error -> {
            looking.failed(error, "nobody is told of new lines in private rooms");
            return Mono.empty();
        });
    }

    private Flux<News> of(Room group, Speaker speaker) {
        var room = RoomKey.of(Address.person(Seat.WEBCHAT, group.community().value(), speaker.id()));
        return follow.hints(room)
                .concatMap(_ -> newest(room))
                .distinctUntilChanged()
                .filter(last -> last > 0)
                .map(last -> new News(speaker.id(), last));
    }
}
