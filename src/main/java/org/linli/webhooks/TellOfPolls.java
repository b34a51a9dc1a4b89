package org.linli.webhooks;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.linli.platform.database.WriteEffects;
import org.linli.polls.Poll;
import org.linli.polls.PollCounted;
import org.linli.polls.PollOpened;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import reactor.core.publisher.Mono;

/// Tells programs of votes: that one opened, and that it was counted; never who voted or for what. Both come
/// when it is time.
@Configuration(proxyBeanMethods = false)
class TellOfPolls {

    @Bean
    @Order(90)
    WriteEffects<PollOpened> tellOfOpenedPolls(QueueDeliveries queue, Clock clock) {
        return new WriteEffects<>() {
            @Override
            public Class<PollOpened> kind() {
                return PollOpened.class;
            }

            @Override
            public Mono<Void> write(List<PollOpened> effects) {
                return queue.add(effects.stream()
                        .map(it -> happening(it.poll(), Topic.POLL_OPENED, clock))
                        .toList());
            }
        };
    }

    @Bean
    @Order(91)
    WriteEffects<PollCounted> tellOfCountedPolls(QueueDeliveries queue, Clock clock) {
        return new WriteEffects<>() {
            @Override
            public Class<PollCounted> kind() {
                return PollCounted.class;
            }

            @Override
            public Mono<Void> write(List<PollCounted> effects) {
                return queue.add(effects.stream()
                        .map(it -> happening(it.poll(), Topic.POLL_COUNTED, clock))
                        .toList());
            }
        };
    }

    private static Happening happening(Poll poll, Topic topic, Clock clock) {
        return new Happening(
                poll.community(),
                topic,
                clock.instant(),
                true,
                Map.of(
                        "number", Integer.toString(poll.number()),
                        "question", poll.question(),
                        "closes_at", poll.closesAt().toString()));
    }
}
