package org.linli.channels.webchat;

import org.linli.channels.Address;
import org.linli.channels.webchat.Room.Speaker;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/// Tells whoever plays a group that something came into the private room of one of its speakers.
@Component
class PrivateNews {

    /// @param last the number of the newest line there
    record News(String speaker, long last) {}

    private final Follow follow;
    private final Newest newest;

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

    private Flux<News> of(Room group, Speaker speaker) {
        var room = RoomKey.of(Address.person(Seat.WEBCHAT, group.community().value(), speaker.id()));
        return follow.hints(room)
                .concatMap(_ -> newest.in(room).onErrorComplete())
                .distinctUntilChanged()
                .filter(last -> last > 0)
                .map(last -> new News(speaker.id(), last));
    }
}
