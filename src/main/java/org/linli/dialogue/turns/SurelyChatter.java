package org.linli.dialogue.turns;

import java.time.LocalDateTime;
import org.linli.community.Communities;
import org.linli.dialogue.kept.Conversations;
import org.linli.dialogue.scene.Scene;
import org.linli.inbox.Arrival;
import org.linli.inbox.Dispensable;
import org.linli.understanding.Understand;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What seems chatter, of somebody from whom we expect nothing.
@Component
class SurelyChatter implements Dispensable {

    private final SeemsChatter chatter;
    private final Communities communities;
    private final Conversations conversations;

    SurelyChatter(Understand understand, Communities communities, Conversations conversations) {
        this.chatter = new SeemsChatter(understand);
        this.communities = communities;
        this.conversations = conversations;
    }

    @Override
    public Mono<Boolean> isDispensable(Arrival arrival) {
        return chatter.is(arrival.message(), LocalDateTime.ofInstant(arrival.receivedAt(), Scene.ZONE))
                ? isOfNobodyWeTalkWith(arrival)
                : Mono.just(false);
    }

    /// Nor of staff, whose word may be a command.
    private Mono<Boolean> isOfNobodyWeTalkWith(Arrival arrival) {
        var message = arrival.message();
        return Mono.zip(
                communities
                        .map(message.community())
                        .map(it -> it.staffAt(message.from()).isEmpty()),
                conversations
                        .of(message)
                        .map(it -> it.state().asOf(arrival.receivedAt()).isIdle()),
                Boolean::logicalAnd);
    }
}
