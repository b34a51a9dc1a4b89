package org.linli.community;

import java.util.List;
import org.linli.channels.PreferredWays;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.AtStart;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The order that a community's administrators have set. Known before the first letter leaves.
@Component
@Order(90)
class ChosenWays implements PreferredWays, AtStart {

    private final Communities communities;

    ChosenWays(Communities communities) {
        this.communities = communities;
    }

    @Override
    public List<String> of(CommunityId community) {
        return communities.known(community).map(CommunityMap::ways).orElse(List.of());
    }

    @Override
    public String name() {
        return "load-communities";
    }

    @Override
    public Mono<Void> run() {
        return communities.renew().then();
    }
}
