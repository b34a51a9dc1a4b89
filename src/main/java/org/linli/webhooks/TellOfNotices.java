package org.linli.webhooks;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.linli.notices.HearNotices;
import org.linli.platform.database.CommunityId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Tells programs that a notice leaves, and that everybody was thought of. Both come when it is time.
@Component
class TellOfNotices implements HearNotices {

    private final QueueDeliveries queue;
    private final Clock clock;

    TellOfNotices(QueueDeliveries queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public Mono<Void> sent(CommunityId community, String notice) {
        return queue.add(List.of(happening(community, notice, Topic.NOTICE_SENT)));
    }

    @Override
    public Mono<Void> finished(CommunityId community, String notice) {
        return queue.add(List.of(happening(community, notice, Topic.NOTICE_FINISHED)));
    }

    private Happening happening(CommunityId community, String notice, Topic topic) {
        return new Happening(community, topic, clock.instant(), true, Map.of("id", notice));
    }
}
