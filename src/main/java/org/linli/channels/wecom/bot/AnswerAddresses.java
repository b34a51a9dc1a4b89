package org.linli.channels.wecom.bot;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.linli.channels.Address;
import org.linli.channels.tencent.CallId;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The addresses that came with messages (`response_url`), in Redis: each takes one answer, within an hour.
///
/// Every method signals the errors of Redis, within half a second.
@Component
class AnswerAddresses {

    /// By the platform's page "主动回复消息", less the time that a letter may be on its way.
    private static final Duration LASTS = Duration.ofMinutes(59);

    private static final Duration PATIENCE = Duration.ofMillis(500);

    // KEYS: talk, message. ARGV: until, lasts, address. A repeated call must not bring a used address back
    private static final RedisScript<Long> KEEP = RedisScript.of("""
            if not redis.call('set', KEYS[2], ARGV[3], 'NX', 'PX', ARGV[2]) then return 0 end
            redis.call('zadd', KEYS[1], ARGV[1], ARGV[3])
            redis.call('pexpire', KEYS[1], ARGV[2])
            return 1
            """, Long.class);

    // KEYS: talk, message. ARGV: now. That of the message, or else the oldest, because it ends first
    private static final RedisScript<String> TAKE = RedisScript.of("""
            redis.call('zremrangebyscore', KEYS[1], '-inf', ARGV[1])
            local own = redis.call('get', KEYS[2])
            local score = own and redis.call('zscore', KEYS[1], own)
            if score then
                redis.call('zrem', KEYS[1], own)
                return score .. ' ' .. own
            end
            local first = redis.call('zpopmin', KEYS[1])
            if not first[1] then return '' end
            return first[2] .. ' ' .. first[1]
            """, String.class);

    /// One that is ours to use.
    ///
    /// @param until in milliseconds since 1970
    record Taken(URI address, String until) {
        @Override
        public String toString() {
            return "Taken[]";
        }
    }

    private final ReactiveStringRedisTemplate redis;
    private final Clock clock;

    AnswerAddresses(ReactiveStringRedisTemplate redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    /// Safe to repeat for the same message.
    Mono<Void> keep(Address talk, String message, URI address) {
        String until = Long.toString(clock.instant().plus(LASTS).toEpochMilli());
        return run(
                        KEEP,
                        List.of(key(talk), key(talk, message)),
                        until,
                        Long.toString(LASTS.toMillis()),
                        address.toString())
                .then();
    }

    /// One that nobody else gets; empty where none is left.
    ///
    /// @param message that is answered, whose own comes first; may be empty
    Mono<Taken> take(Address talk, String message) {
        return run(TAKE, List.of(key(talk), key(talk, message)), Long.toString(clock.millis()))
                .filter(it -> !it.isEmpty())
                .map(it -> it.split(" ", 2))
                .map(it -> new Taken(URI.create(it[1]), it[0]));
    }

    /// Back to be used: nothing was sent to it.
    Mono<Void> giveBack(Address talk, Taken taken) {
        return redis.opsForZSet()
                .add(key(talk), taken.address().toString(), Double.parseDouble(taken.until()))
                .timeout(PATIENCE)
                .then();
    }

    private <T> Mono<T> run(RedisScript<T> script, List<String> keys, String... arguments) {
        return redis.execute(script, keys, List.of(arguments)).next().timeout(PATIENCE);
    }

    private static String key(Address talk, String message) {
        return key(talk) + ":" + CallId.fingerprint(message);
    }

    /// A cluster keeps what is of one talk together, by the braces.
    private static String key(Address talk) {
        return "linli:wecom-bot:answers:{" + CallId.fingerprint(talk.text()) + "}";
    }
}
