package org.linli.media;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import org.linli.channels.Media;
import org.linli.channels.ShownPictures;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Gives the pictures that people sent to letters that show them to staff.
@Component
class ShowSentPictures implements ShownPictures {

    /// What is still being fetched then holds up no more letters.
    private static final Duration AWAITED = Duration.ofSeconds(30);

    private final FindMedia media;
    private final DatabaseClient database;
    private final Clock clock;

    ShowSentPictures(FindMedia media, DatabaseClient database, Clock clock) {
        this.media = media;
        this.database = database;
        this.clock = clock;
    }

    /// Signals [StillOnItsWay] for what came just now and is being fetched.
    @Override
    public Mono<Media> find(CommunityId community, String id) {
        return MediaSent.isId(id)
                ? media.whole(community, id)
                        .filter(it -> it.about().isPicture())
                        .map(FindMedia.Shown::media)
                        .switchIfEmpty(Mono.defer(() -> unlessAwaited(community, id)))
                : Mono.empty();
    }

    private Mono<Media> unlessAwaited(CommunityId community, String id) {
        return database.sql("""
                        select from media.items
                        where community_id = $1 and id = $2 and state = 'due' and received_at > $3""")
                .bind("$1", community.value())
                .bind("$2", id)
                .bind("$3", clock.instant().minus(AWAITED).atOffset(UTC))
                .fetch()
                .first()
                .flatMap(_ -> Mono.error(StillOnItsWay::new));
    }

    /// The platform has not given it out yet: worth asking again.
    static final class StillOnItsWay extends RuntimeException {
        StillOnItsWay() {
            super("a picture is still being fetched", null, false, false);
        }
    }
}
