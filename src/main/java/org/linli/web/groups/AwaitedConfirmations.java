package org.linli.web.groups;

import org.linli.channels.Confirmations;
import org.linli.channels.Confirmations.Awaited;
import org.linli.platform.database.CommunityId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What waits on all platforms until the owner of a group confirms it there.
@Component
public class AwaitedConfirmations {

    private final ObjectProvider<Confirmations> platforms;

    AwaitedConfirmations(ObjectProvider<Confirmations> platforms) {
        this.platforms = platforms;
    }

    /// By platform, the oldest first.
    public Flux<Awaited> of(CommunityId community) {
        return Flux.fromStream(platforms.orderedStream()).concatMap(it -> it.awaited(community));
    }

    /// Lets the platform remind who has not confirmed. Does nothing where nothing waits under that id. Signals
    /// [org.linli.channels.SendFailure], `THROTTLED` where they were reminded too often.
    public Mono<Void> remind(CommunityId community, String task) {
        return Flux.fromStream(platforms.orderedStream())
                .concatMap(it -> it.remind(community, task))
                .then();
    }
}
