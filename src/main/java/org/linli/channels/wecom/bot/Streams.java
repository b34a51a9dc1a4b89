package org.linli.channels.wecom.bot;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.linli.channels.Address;
import org.linli.channels.tencent.CallId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The streams that are open at the platform, in Redis, so that whichever replica is asked knows their text.
///
/// A text counts as delivered when the platform has asked for it, not when it was put here. Every method signals the
/// errors of Redis, within half a second.
@Component
class Streams {

    /// The platform asks for six minutes at the longest, counted from the message: its page "接收消息".
    static final Duration LASTS = Duration.ofMinutes(6);

    /// Before the platform would end a stream by itself, we do, with words.
    static final Duration ENDS = LASTS.minusSeconds(30);

    /// A stream that nobody asked for so long is none: its first response was its last, or the client is gone.
    private static final Duration SILENT = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofMillis(100);

    // KEYS: stream, talk. ARGV: now, lasts, id
    private static final RedisScript<Long> OPEN = RedisScript.of("""
            if redis.call('exists', KEYS[1]) == 1 then return 0 end
            redis.call('hset', KEYS[1], 'opened', ARGV[1])
            redis.call('pexpire', KEYS[1], ARGV[2])
            redis.call('zadd', KEYS[2], ARGV[1], ARGV[3])
            redis.call('pexpire', KEYS[2], ARGV[2])
            return 1
            """, Long.class);

    // KEYS: stream. ARGV: now. The text, where there is one, is gone from our hands with this answer
    private static final RedisScript<String> ASK = RedisScript.of("""
            local opened = redis.call('hget', KEYS[1], 'opened')
            if not opened then return 'unknown' end
            redis.call('hset', KEYS[1], 'asked', ARGV[1])
            local text = redis.call('hget', KEYS[1], 'text')
            if not text then return 'opened ' .. opened end
            redis.call('hset', KEYS[1], 'taken', '1')
            return 'text ' .. text
            """, String.class);

    // KEYS: talk. ARGV: now, silent, text, where streams are, which one; empty: the oldest question is answered first
    private static final RedisScript<String> OFFER = RedisScript.of("""
            for _, id in ipairs(redis.call('zrange', KEYS[1], 0, -1)) do
                local key = ARGV[4] .. id
                local seen = redis.call('hmget', key, 'opened', 'asked', 'text')
                local last = seen[2] or seen[1]
                local wanted = ARGV[5] == '' or ARGV[5] == id
                if wanted or not last then redis.call('zrem', KEYS[1], id) end
                if wanted and last and not seen[3] and tonumber(last) + tonumber(ARGV[2]) > tonumber(ARGV[1]) then
                    redis.call('hset', key, 'text', ARGV[3])
                    return id
                end
            end
            return ''
            """, String.class);

    // KEYS: stream. Whether the text was taken; if not, it never will be
    private static final RedisScript<Long> WITHDRAW = RedisScript.of("""
            if redis.call('hget', KEYS[1], 'taken') then return 1 end
            redis.call('del', KEYS[1])
            return 0
            """, Long.class);

    private final ReactiveStringRedisTemplate redis;
    private final Clock clock;
    private final long pauses;

    @Autowired
    Streams(ReactiveStringRedisTemplate redis, Clock clock) {
        this(redis, clock, Duration.ofSeconds(4));
    }

    /// @param wait how long the platform gets to ask for a text
    Streams(ReactiveStringRedisTemplate redis, Clock clock, Duration wait) {
        this.redis = redis;
        this.clock = clock;
        this.pauses = wait.dividedBy(PAUSE);
    }

    /// What the platform is to be told.
    sealed interface Told {

        record Text(String text) implements Told {}

        /// @param since how long the question has been waiting
        record NotYet(Duration since) implements Told {}

        record Unknown() implements Told {}
    }

    /// Safe to repeat.
    Mono<Void> open(Address talk, String stream) {
        return run(OPEN, List.of(streamKey(stream), talkKey(talk)), now(), millis(LASTS), stream)
                .then();
    }

    /// Never empty.
    Mono<Told> ask(String stream) {
        return run(ASK, List.of(streamKey(stream)), now()).map(this::told);
    }

    /// Hands a text to a stream of the talk that is open, and waits until the platform has asked for it.
    ///
    /// @param wanted the one; empty: the oldest
    /// @return the stream; empty where none is open, or nobody asked in time: then nobody will
    Mono<String> deliver(Address talk, String wanted, String text) {
        return run(OFFER, List.of(talkKey(talk)), now(), millis(SILENT), text, streamKey(""), wanted)
                .filter(stream -> !stream.isEmpty())
                .flatMap(stream -> taken(stream).map(_ -> stream));
    }

    private Mono<Boolean> taken(String stream) {
        return Mono.defer(() ->
                        redis.opsForHash().hasKey(streamKey(stream), "taken").timeout(PATIENCE))
                .filter(Boolean::booleanValue)
                .repeatWhenEmpty(rounds -> rounds.take(pauses).delayElements(PAUSE))
                .switchIfEmpty(run(WITHDRAW, List.of(streamKey(stream)))
                        .map(it -> it == 1)
                        .filter(Boolean::booleanValue));
    }

    private Told told(String answer) {
        if (answer.startsWith("text ")) {
            return new Told.Text(answer.substring("text ".length()));
        }
        if (answer.startsWith("opened ")) {
            long opened = Long.parseLong(answer.substring("opened ".length()));
            return new Told.NotYet(Duration.ofMillis(clock.millis() - opened));
        }
        return new Told.Unknown();
    }

    private <T> Mono<T> run(RedisScript<T> script, List<String> keys, String... arguments) {
        return redis.execute(script, keys, List.of(arguments)).next().timeout(PATIENCE);
    }

    private String now() {
        return millis(Duration.ofMillis(clock.millis()));
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }

    /// Scripts read a talk and its streams together, so a cluster keeps them all in the slot that the braces name.
    private static String streamKey(String stream) {
        return "linli:{wecom-bot}:stream:" + stream;
    }

    private static String talkKey(Address talk) {
        return "linli:{wecom-bot}:streams:" + CallId.fingerprint(talk.text());
    }
}
