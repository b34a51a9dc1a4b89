package org.linli.channels.wecom.robot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Robots that are left alone because the platform does not know their key, over all replicas, in Redis: a minute
/// first, twice as long each time, an hour at the most; after an hour of peace a minute again.
///
/// While Redis is away nobody can tell how often others have tried: then a replica that was refused leaves the robot
/// alone for the hour.
@Component
class SharedRests {

    private static final Logger LOG = LoggerFactory.getLogger(SharedRests.class);
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    /// Holds `until pause`, both in milliseconds; gives the new pause, or 0 where a rest goes on.
    private static final RedisScript<Long> REST = RedisScript.of("""
            local now, pause, longest = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
            local held = redis.call('get', KEYS[1])
            if held then
                local till, last = string.match(held, '(%d+) (%d+)')
                if now < tonumber(till) then return 0 end
                if now <= tonumber(till) + longest then pause = math.min(longest, tonumber(last) * 2) end
            end
            redis.call('set', KEYS[1], string.format('%.0f %.0f', now + pause, pause), 'PX', pause + longest)
            return pause
            """, Long.class);

    private final ReactiveStringRedisTemplate redis;
    private final Clock clock;
    private final Map<String, Instant> known = new ConcurrentHashMap<>();

    SharedRests(ReactiveStringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /// Whether it is to be left alone now. Never empty, never an error.
    Mono<Boolean> rests(String robot) {
        return known.getOrDefault(robot, Instant.MIN).isAfter(clock.instant())
                ? Mono.just(true)
                : redis.opsForValue()
                        .get(key(robot))
                        .map(it -> until(it).isAfter(clock.instant()))
                        .defaultIfEmpty(false)
                        .timeout(PATIENCE)
                        .onErrorResume(_ -> Mono.just(false));
    }

    /// Its key was refused. How long it is left alone from now on; empty where others were refused before. Never an
    /// error.
    Mono<Duration> refused(String robot) {
        return redis.execute(REST, List.of(key(robot)), List.of(millis(), text(FIRST), text(LONGEST)))
                .next()
                .timeout(PATIENCE)
                .map(Duration::ofMillis)
                .onErrorResume(away -> {
                    LOG.info(
                            "rests of robots are not shared now: {}",
                            away.getClass().getSimpleName());
                    return Mono.just(LONGEST);
                })
                .filter(Duration::isPositive)
                .doOnNext(pause -> known.put(robot, clock.instant().plus(pause)));
    }

    private String millis() {
        return Long.toString(clock.millis());
    }

    private static String text(Duration duration) {
        return Long.toString(duration.toMillis());
    }

    private static Instant until(String held) {
        return Instant.ofEpochMilli(Long.parseLong(held.substring(0, held.indexOf(' '))));
    }

    private static String key(String robot) {
        return "linli:wecom:robot-rest:" + robot;
    }
}
