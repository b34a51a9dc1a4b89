package org.linli.open311;

import java.time.Clock;
import org.linli.outbox.SinceRestore.Wish;
import org.linli.outbox.WaitsSinceRestore;
import org.linli.platform.calling.CallLine;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Calls to hooks that wait since a backup was brought back.
@Component
class HeldCalls implements WaitsSinceRestore {

    private final CallLine line;

    HeldCalls(DatabaseClient database, Clock clock) {
        this.line = new CallLine(Hooks.LINE, database, clock);
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
