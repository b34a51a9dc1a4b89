package org.linli.platform.redis;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.ReactiveRedisMessageListenerContainer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// Live updates over Redis: what one replica says, all replicas hear.
///
/// Nothing depends on them for truth. While Redis is away nothing is heard; whoever listens looks into the
/// database when it is back, so a listener gets an empty text each time listening (re)starts.
@Component
public class Live {

    private static final Logger LOG = LoggerFactory.getLogger(Live.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ReactiveStringRedisTemplate redis;
    private final ReactiveRedisMessageListenerContainer listeners;

    Live(ReactiveStringRedisTemplate redis) {
        this.redis = redis;
        this.listeners = new ReactiveRedisMessageListenerContainer(redis.getConnectionFactory());
    }

    /// Says it to whoever listens. Completes also when Redis is away; never an error.
    public Mono<Void> say(String topic, String text) {
        return redis.convertAndSend(topic, text)
                .timeout(PATIENCE)
                .onErrorResume(error -> {
                    LOG.info("live update of {} is not heard now: {}", topic, error.toString());
                    return Mono.empty();
                })
                .then();
    }

    /// What is said from now on, an empty text first and after each gap. Never ends by itself.
    public Flux<String> hear(String topic) {
        return listeners
                .receiveLater(ChannelTopic.of(topic))
                .flatMapMany(messages -> messages.map(it -> it.getMessage()).startWith(""))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, PATIENCE).maxBackoff(Duration.ofSeconds(10)));
    }
}
