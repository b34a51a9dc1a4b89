package org.linli.channels.tencent;

import java.time.Duration;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The platforms' ids of what was uploaded, in Redis, for all replicas: each lives three days.
///
/// Without Redis nothing is remembered, so that things are uploaded more often than needed.
@Component
public final class UploadedMedia {

    /// Somewhat less than the platforms keep them ("媒体文件上传后，保留 3 天"), so that few of them are met too late.
    static final Duration KEPT_FOR = Duration.ofHours(70);

    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final ReactiveStringRedisTemplate redis;

    public UploadedMedia(ReactiveStringRedisTemplate redis) {
        this.redis = redis;
    }

    /// Empty where it was not uploaded lately, or nobody can tell.
    ///
    /// @param picture names it for ever, within all communities of the owner
    Mono<String> find(TokenOwner owner, String picture) {
        return bounded(redis.opsForValue().get(key(owner, picture)));
    }

    Mono<Void> keep(TokenOwner owner, String picture, String id) {
        return bounded(redis.opsForValue().set(key(owner, picture), id, KEPT_FOR))
                .then();
    }

    private static <T> Mono<T> bounded(Mono<T> command) {
        return command.timeout(PATIENCE).onErrorComplete();
    }

    private static String key(TokenOwner owner, String picture) {
        return "linli:uploaded:%s:%s".formatted(owner.tokenName(), picture);
    }
}
