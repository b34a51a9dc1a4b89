package org.linli.channels.wechat;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Remembers nonces for all replicas, in Redis. While it is away every call passes: no resident's word is lost for it.
@Component
class SharedNonces implements Nonces {

    private static final Logger LOG = LoggerFactory.getLogger(SharedNonces.class);
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final ReactiveStringRedisTemplate redis;

    SharedNonces(ReactiveStringRedisTemplate redis) {
        this.redis = redis;
    }

    @Override
    public Mono<Boolean> isFirstOrSame(String nonce, String body, Duration remember) {
        String key = "linli:wechat:nonce:" + nonce;
        return redis.opsForValue()
                .setIfAbsent(key, body, remember)
                .flatMap(first -> first
                        ? Mono.just(true)
                        : redis.opsForValue().get(key).map(body::equals).defaultIfEmpty(true))
                .timeout(PATIENCE)
                .onErrorResume(away -> {
                    LOG.info("nonces are not compared now: {}", away.getClass().getSimpleName());
                    return Mono.just(true);
                });
    }
}
