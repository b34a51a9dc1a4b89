package org.linli.platform.redis;

import io.lettuce.core.event.connection.ConnectionActivatedEvent;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.platform.traces.Failed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.connection.ReactiveSubscription.Message;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.listener.ChannelTopic;
import org.springframework.data.redis.listener.ReactiveRedisMessageListenerContainer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/// Live updates over Redis: what one replica says, all replicas hear.
///
/// Nothing depends on them for truth. While Redis is away nothing is heard; a listener gets an empty text when
/// listening starts and whenever Redis is back, and then looks into the database.
@Component
public class Live {

    private static final Logger LOG = LoggerFactory.getLogger(Live.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FOREVER = Duration.ofDays(36_500);
    private static final int MOST_UNREAD = 1024;
    private static final String LOOK = "";

    private final ReactiveStringRedisTemplate redis;
    private final Flux<String> reconnects;
    private final Map<String, Flux<String>> topics = new ConcurrentHashMap<>();
    private final Mono<ReactiveRedisMessageListenerContainer> listeners;

    Live(ReactiveStringRedisTemplate redis, ClientResources resources) {
        this.redis = redis;
        this.reconnects = resources
                .eventBus()
                .get()
                .ofType(ConnectionActivatedEvent.class)
                .map(_ -> LOOK);
        this.listeners = listeners(redis.getConnectionFactory());
    }

    /// Says it to whoever listens. Completes also when Redis is away; never an error.
    public Mono<Void> say(String topic, String text) {
        return redis.convertAndSend(topic, text)
                .subscribeOn(Schedulers.boundedElastic())
                .timeout(PATIENCE)
                .onErrorResume(error -> {
                    LOG.info("a live update is not heard now: {}", Failed.briefly(error));
                    return Mono.empty();
                })
                .then();
    }

    /// What is said from now on, an empty text first and after each gap. Never ends by itself, never an error.
    public Flux<String> hear(String topic) {
        return Flux.defer(() -> topics.computeIfAbsent(topic, this::sharedByAllListeners))
                .onBackpressureBuffer(MOST_UNREAD)
                .startWith(LOOK)
                .retryWhen(Retry.backoff(Long.MAX_VALUE, PATIENCE).maxBackoff(Duration.ofSeconds(10)));
    }

    // Redis gives each subscription a connection of its own; visitors of one room share one.
    private Flux<String> sharedByAllListeners(String topic) {
        return listeners
                .flatMap(container -> container.receiveLater(ChannelTopic.of(topic)))
                .flatMapMany(messages -> Flux.merge(messages.map(Message::getMessage), reconnects)
                        .startWith(LOOK))
                .doFinally(_ -> topics.remove(topic))
                .share();
    }

    // One for all listeners; making it connects, which blocks and fails while Redis is away.
    private static Mono<ReactiveRedisMessageListenerContainer> listeners(ReactiveRedisConnectionFactory factory) {
        return Mono.fromCallable(() -> new ReactiveRedisMessageListenerContainer(factory))
                .subscribeOn(Schedulers.boundedElastic())
                .cache(_ -> FOREVER, _ -> Duration.ZERO, () -> Duration.ZERO);
    }
}
