package org.linli.outbox;

import org.linli.outbox.SinceRestore.Wish;
import org.linli.platform.calling.CallLine;
import org.linli.platform.calling.HeldCall;
import org.linli.platform.database.CommunityId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What waits in a line of calls since a backup was brought back, as a bean of whoever keeps the line.
public final class HeldCalls implements WaitsSinceRestore {

    private final String name;
    private final CallLine line;

    public HeldCalls(String name, CallLine line) {
        this.name = name;
        this.line = line;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Mono<Long> waiting(CommunityId community) {
        return line.held(community);
    }

    @Override
    public Flux<HeldCall> each(CommunityId community, int most) {
        return line.eachHeld(community, most);
    }

    @Override
    public Mono<Long> settle(CommunityId community, Wish wish) {
        return switch (wish) {
            case SEND -> line.sendHeld(community);
            case DROP -> line.dropHeld(community);
        };
    }

    @Override
    public Mono<Boolean> drop(CommunityId community, long id) {
        return line.dropHeld(community, id);
    }
}
