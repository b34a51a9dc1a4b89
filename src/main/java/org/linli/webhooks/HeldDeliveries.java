package org.linli.webhooks;

import java.time.Clock;
import org.linli.outbox.SinceRestore.Wish;
import org.linli.outbox.WaitsSinceRestore;
import org.linli.platform.calling.CallLine;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Calls to whoever subscribed that wait since a backup was brought back.
@Component
class HeldDeliveries implements WaitsSinceRestore {

    private final CallLine line;

    HeldDeliveries(DatabaseClient database, Clock clock) {
        this.line = new CallLine(Subscriptions.LINE, database, clock);
    }

    @Override
    public Mono<Long> waiting(CommunityId community) {
        return line.held(community);
    }

    @Override
    public Mono<Long> settle(CommunityId community, Wish wish) {
        return switch (wish) {
            case SEND -> line.sendHeld(community);
            case DROP -> line.dropHeld(community);
        };
    }
}
